using Beffroi.Accounts;
using Beffroi.Eva;
using Beffroi.Eva.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>The small invented world of the demonstration and of the tests: the same people, codes, answers and figures each time.</summary>
public static class NamedWorld
{
    /// <summary>
    /// Plants what is missing of it; true when anything was. A stop in the middle is made good by the next call.
    /// The caller names the act in <see cref="Kit.Actor"/>, as before any write.
    /// </summary>
    public static async Task<bool> Plant(AccountsDb accounts, EvaDb eva, IPasswordHasher<Account> hasher, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var peopleMissing = !await HasPeople(accounts, ct);
        if (peopleMissing)
        {
            AccountPlanting.Plant(accounts, hasher, now.AddDays(-30));
            await accounts.SaveChangesAsync(ct);
        }

        // A code stays taken when its campaign is deleted: what a visitor threw away does not come back.
        var campaignsMissing = !await eva.CampaignCodes.AnyAsync(c => c.Code == Campaigns.Accueil.Code, ct);
        if (campaignsMissing)
        {
            EvaPlanting.Plant(eva, await Find(accounts, ct), now);
            await eva.SaveChangesAsync(ct);
        }

        eva.ChangeTracker.Clear();
        await Score(eva, clock, ct);
        return peopleMissing || campaignsMissing;
    }

    /// <summary>Whether accounts exist that this world did not bring: it is never put beside real people.</summary>
    public static async Task<bool> IsForeign(AccountsDb accounts, CancellationToken ct) =>
        await accounts.Users.AnyAsync(ct) && !await HasPeople(accounts, ct);

    static Task<bool> HasPeople(AccountsDb accounts, CancellationToken ct)
    {
        var first = People.All[0].Email;
        return accounts.Users.AnyAsync(a => a.Demo && a.Email == first, ct);
    }

    static Task<Dictionary<string, (Guid Id, Guid? Structure)>> Find(AccountsDb accounts, CancellationToken ct)
    {
        var emails = People.All.Select(p => p.Email).ToList();
        return accounts.Users.AsNoTracking().Where(a => emails.Contains(a.Email!))
            .Select(a => new { a.Email, a.Id, a.StructureId })
            .ToDictionaryAsync(a => a.Email!, a => (a.Id, a.StructureId), StringComparer.Ordinal, ct);
    }

    static async Task Score(EvaDb eva, TimeProvider clock, CancellationToken ct)
    {
        foreach (var id in await eva.Evaluations.Where(e => e.FinishedAt != null && e.Results.Count == 0).Select(e => e.Id).ToListAsync(ct))
        {
            await Scorebook.Write(id, eva, clock, ct);
            eva.ChangeTracker.Clear();
        }
    }
}
