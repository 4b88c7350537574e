using Beffroi.Accounts;
using Beffroi.Bots;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>The detector of the demonstration, for the tests that want a watch with its accounts, posts, cluster and reviews: see <see cref="WorldBots"/> for who is who.</summary>
public static class BotsWorld
{
    public static async Task PlantBots(this SiteUnderTest site, CancellationToken ct)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.planter";
        await WorldBots.Plant(scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<AccountsDb>(), SiteUnderTest.Start, ct);
    }

    /// <summary>Statements upon the tables of the detector.</summary>
    public static async Task WriteBots(this SiteUnderTest site, Func<BotsDb, Task> change)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await change(scope.ServiceProvider.GetRequiredService<BotsDb>());
    }
}
