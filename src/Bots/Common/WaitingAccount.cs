using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

/// <summary>An account that waits for the label of an analyst.</summary>
public sealed record WaitingAccount
{
    public required Guid Id { get; init; }
    public required Network Network { get; init; }
    public required string Handle { get; init; }
    public required AutomationClass? Class { get; init; }
    public required double? Probability { get; init; }

    /// <summary>How many people labelled it: never what they said.</summary>
    public required int Labels { get; init; }
    public required bool Contested { get; init; }

    /// <summary>Of accounts that show signs, or that somebody labelled or contested: what is confirmed, and what this person labelled, waits no more.</summary>
    public static IQueryable<WaitingAccount> For(BotsDb db, Guid organisation, Guid analyst) =>
        from counted in
            from a in db.AccountsOf(organisation).AsNoTracking()
            where !db.Reviews.Any(r => r.AccountId == a.Id && r.EndedAt == null && r.AnalystId == analyst)
            select new
            {
                Account = a,
                Automated = db.Reviews.Count(r => r.AccountId == a.Id && r.EndedAt == null && r.Label == ReviewLabel.Automated),
                Human = db.Reviews.Count(r => r.AccountId == a.Id && r.EndedAt == null && r.Label == ReviewLabel.Human),
                Unsure = db.Reviews.Count(r => r.AccountId == a.Id && r.EndedAt == null && r.Label == ReviewLabel.CannotTell),
                Contested = db.Contests.Any(c => c.AccountId == a.Id && c.State == ContestState.Received),
            }
        where counted.Account.Class == AutomationClass.Bot || counted.Contested || counted.Automated + counted.Human + counted.Unsure > 0
        where !((counted.Automated >= 2 && counted.Automated > counted.Human && counted.Automated > counted.Unsure)
            || (counted.Human >= 2 && counted.Human > counted.Automated && counted.Human > counted.Unsure)
            || (counted.Unsure >= 2 && counted.Unsure > counted.Automated && counted.Unsure > counted.Human))
        select new WaitingAccount
        {
            Id = counted.Account.Id, Network = counted.Account.Network, Handle = counted.Account.Handle ?? counted.Account.NativeId, Class = counted.Account.Class, Probability = counted.Account.Probability,
            Labels = counted.Automated + counted.Human + counted.Unsure, Contested = counted.Contested,
        };
}
