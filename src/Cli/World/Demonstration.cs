using Beffroi.Accounts;
using Beffroi.Eva;

namespace Beffroi.Cli.World;

/// <summary>What a demonstration shows beside the people and their games: courses, a plan, news, help, an opinion. Tests write their own.</summary>
public static class Demonstration
{
    /// <summary>Plants what is missing of it, once the named world is there; true when anything was.</summary>
    public static async Task<bool> Plant(AccountsDb accounts, EvaDb eva, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var told = await WorldNews.Plant(accounts, now, ct);
        var asked = await WorldSupport.Plant(accounts, now, ct);
        var files = await WorldOrientation.PlantFiles(eva, accounts, now, ct);
        var plan = await WorldOrientation.PlantPlan(eva, accounts, now, ct);
        return told || asked || files || plan;
    }
}
