using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Support;

/// <summary>Erases requests that were closed a year ago, with all that was done about them.</summary>
public sealed class SupportRound(AccountsDb db, Actor actor, TimeProvider clock)
{
    public const int KeptMonths = 12;

    /// <param name="isDry">Counts what would go, and erases nothing.</param>
    /// <returns>Requests.</returns>
    public async Task<int> Run(bool isDry, CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "demande.effacer");
        var now = clock.GetUtcNow();
        var before = now.AddMonths(-KeptMonths);
        var old = db.Requests.Where(r => r.ClosedAt != null && r.ClosedAt < before);
        if (isDry)
        {
            return await old.CountAsync(ct);
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
#pragma warning disable RS0030 // One row of the audit counts them all: a row for each would name what is erased.
        await db.RequestSteps.Where(s => old.Any(r => r.Id == s.RequestId)).ExecuteDeleteAsync(ct);
        var count = await old.ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        if (count > 0)
        {
            db.Add(new AuditRow { Id = Guid.CreateVersion7(now), At = now, Who = actor.Who, Act = actor.Act, Subject = string.Create(CultureInfo.InvariantCulture, $"{nameof(SupportRequest)}×{count}"), Change = "Deleted", Fields = "" });
            await db.SaveChangesAsync(ct);
        }

        await together.CommitAsync(ct);
        return count;
    }
}
