using Beffroi.Accounts;
using Beffroi.Cli.World;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>The two conventions of the demonstration.</summary>
public static class IncubatorWorld
{
    public static async Task PlantIncubator(this SiteUnderTest site, CancellationToken ct)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.planter";
        await PlantedAudit.Plant(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), ct);
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        await WorldIncubator.Plant(db, scope.ServiceProvider.GetRequiredService<AccountsDb>(), ct);
        await PlantedDraft.Plant(db, ct);
    }
}
