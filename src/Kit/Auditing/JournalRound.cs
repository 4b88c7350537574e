using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Kit;

/// <summary>Erases, in each module, what its audit says of more than a year ago.</summary>
public sealed class JournalRound(IEnumerable<IRegister> registers, IServiceProvider services, Actor actor, TimeProvider clock)
{
    public const int KeptMonths = 12;

    /// <param name="isDry">Counts what would go, and erases nothing.</param>
    /// <returns>Rows, by name of the module's context.</returns>
    public async Task<IReadOnlyDictionary<string, int>> Run(bool isDry, CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "journal.effacer");
        var now = clock.GetUtcNow();
        var before = now.AddMonths(-KeptMonths);
        var gone = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var database in registers.Select(r => r.Database))
        {
            var db = (DbContext)services.GetRequiredService(database);
            var old = db.Set<AuditRow>().Where(a => a.At < before);
            if (isDry)
            {
                gone.Add(database.Name, await old.CountAsync(ct));
                continue;
            }

            await using var together = await db.Database.BeginTransactionAsync(ct);
#pragma warning disable RS0030 // Too many for one row each of the audit: one row counts them all.
            var count = await old.ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
            if (count > 0)
            {
                db.Add(new AuditRow { Id = Guid.CreateVersion7(now), At = now, Who = actor.Who, Act = actor.Act, Subject = string.Create(CultureInfo.InvariantCulture, $"AuditRow×{count}"), Change = "Deleted", Fields = "" });
                await db.SaveChangesAsync(ct);
            }

            await together.CommitAsync(ct);
            gone.Add(database.Name, count);
        }

        return gone;
    }
}
