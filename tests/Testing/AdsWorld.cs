using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>The ads of the demonstration, for the tests that want forty of them: the others write their own few.</summary>
public static class AdsWorld
{
    public static async Task PlantAds(this SiteUnderTest site, CancellationToken ct)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.planter";
        await WorldAds.Plant(scope.ServiceProvider.GetRequiredService<AdsDb>(), scope.ServiceProvider.GetRequiredService<AccountsDb>(), SiteUnderTest.Start, ct);
    }
}
