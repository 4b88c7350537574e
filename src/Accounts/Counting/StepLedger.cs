using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Counting;

/// <summary>Writes down the steps passed since last time.</summary>
public sealed class StepLedger(StepCounts counts, AccountsDb db, Actor actor) : IDailyLedger
{
    public async Task Keep(CancellationToken ct)
    {
        var taken = counts.Take();
        try
        {
            await Write(taken, ct);
        }
        catch
        {
            foreach (var (what, day, count) in taken)
            {
                counts.Add(what, day, count);
            }

            throw;
        }
    }

    async Task Write(IReadOnlyList<(CountedStep What, DateOnly Day, int Count)> taken, CancellationToken ct)
    {
        if (taken.Count == 0)
        {
            return;
        }

        (actor.Who, actor.Act) = ("systeme", "parcours.compter");
        var first = taken.Min(t => t.Day);
        var rows = await db.StepCounts.Where(c => c.Day >= first).ToDictionaryAsync(c => (new CountedStep(c.Funnel, c.Step), c.Day), ct);
        foreach (var (what, day, count) in taken)
        {
            if (rows.TryGetValue((what, day), out var row))
            {
                row.Count += count;
            }
            else
            {
                db.Add(new StepCount { Funnel = what.Funnel, Step = what.Step, Day = day, Count = count });
            }
        }

        // Another node that wrote the same line meanwhile makes this fail: it is tried again on what that node wrote.
        await db.SaveChangesAsync(ct);
    }
}
