using Beffroi.Bots.Running;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Exploring;

public enum StopReason
{
    Exhausted,
    Requests,
    Accounts,
    Cents,
    FewMatches,
    Expired,
    WatchClosed,
    NoSeed,
}

/// <summary>When an exploration stops by itself.</summary>
static class Stopping
{
    /// <summary>Null: it goes on.</summary>
    public static async Task<StopReason?> Before(BotsDb db, Exploration exploration, ExplorationRules rules, SourcesSetup setup, DateTimeOffset now, CancellationToken ct)
    {
        var watch = await db.Watches.AsNoTracking().SingleAsync(w => w.Id == exploration.WatchId, ct);
        var mandate = await db.Mandates.AsNoTracking().SingleAsync(m => m.Id == watch.MandateId, ct);
        return !mandate.IsInForce(Standing.Today(now)) ? StopReason.Expired
            : watch.ClosedAt is not null ? StopReason.WatchClosed
            : exploration.Requests >= rules.MostRequests ? StopReason.Requests
            : exploration.Screened >= rules.MostAccounts ? StopReason.Accounts
            : exploration.Network == Network.Twitter && rules.Way == ExplorationWay.Followers && (exploration.Price >= 10L * rules.MostCents || await XPurse.Spent(db, now, ct) >= setup.X.MonthlyCents) ? StopReason.Cents
            : await HasFewMatches(db, exploration, rules, ct) ? StopReason.FewMatches
            : null;
    }

    static async Task<bool> HasFewMatches(BotsDb db, Exploration exploration, ExplorationRules rules, CancellationToken ct)
    {
        if (rules.LeastPercent is not { } least || exploration.Screened < rules.ShareOf)
        {
            return false;
        }

        var last = await db.Explored.Where(x => x.ExplorationId == exploration.Id).OrderByDescending(x => x.At).ThenByDescending(x => x.NativeId).Take(rules.ShareOf).Select(x => x.Matched).ToListAsync(ct);
        return 100 * last.Count(m => m) < least * last.Count;
    }

    public static string Say(StopReason reason, Lang l) => reason switch
    {
        StopReason.Exhausted => l.Say("Plus aucun compte à visiter.", "No account is left to visit."),
        StopReason.Requests => l.Say("Toutes les questions au réseau sont posées.", "All questions to the network were asked."),
        StopReason.Accounts => l.Say("Le nombre de comptes à regarder est atteint.", "The number of accounts to look at is reached."),
        StopReason.Cents => l.Say("Le budget est dépensé.", "The budget is spent."),
        StopReason.FewMatches => l.Say("Trop peu de comptes récents correspondent à la règle.", "Too few of the last accounts match the rule."),
        StopReason.Expired => l.Say("Le cadre légal n’est plus en vigueur.", "The mandate is no longer in force."),
        StopReason.WatchClosed => l.Say("La veille est fermée.", "The watch is closed."),
        StopReason.NoSeed => l.Say("Aucun point de départ n’a été trouvé.", "No starting point was found."),
    };
}
