using System.Text.Json;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Playing;

/// <summary>Keeps the lines that an evaluation's device tells, each once, whichever way they come.</summary>
public static class EventKeeping
{
    /// <summary>A device found again the next day may still hold answers; after that the result an adviser has read stands.</summary>
    static readonly TimeSpan LateAllowed = TimeSpan.FromHours(24);

    // Two batches of one run that cross each other: the second finds its lines taken and looks again.
    const int Tries = 4;

    public static async Task<EventReceipt> Keep(IReadOnlyList<JsonElement> lines, Guid id, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var receipt = await Trying(() => KeepOnce(lines, id, db, clock, ct), db);
        if (receipt.Accepted > 0 || (receipt.AlreadyKnown > 0 && await WasCutShort(id, db, ct)))
        {
            await Trying(() => Finishing.Settle(id, db, clock, ct), db);
        }

        return receipt;
    }

    // The power went between the lines and what follows them: the device, which had no receipt, tells them again.
    static Task<bool> WasCutShort(Guid id, EvaDb db, CancellationToken ct) => 
        db.Evaluations.AnyAsync(e => e.Id == id && (e.FinishedAt == null || e.Runs.Any(r => r.Events.Any(l => !e.Results.Any(k => k.ComputedAt >= l.ReceivedAt)))), ct);

    static async Task<T> Trying<T>(Func<Task<T>> act, EvaDb db)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    static async Task<EventReceipt> KeepOnce(IReadOnlyList<JsonElement> lines, Guid evaluationId, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var evaluation = await db.Evaluations.Include(e => e.Campaign).Include(e => e.Runs).AsSplitQuery().SingleAsync(e => e.Id == evaluationId, ct);
        if (evaluation.FinishedAt + LateAllowed < clock.GetUtcNow())
        {
            return new() { Accepted = 0, AlreadyKnown = 0, Refused = [.. lines.Select((_, number) => new RefusedEvent(number, "l’évaluation est finie depuis trop longtemps"))] };
        }

        await BankShelf.Bring(db, evaluation.Runs, ct);
        var read = lines.Select((line, number) => Read(line, number, evaluation.Runs, clock.GetUtcNow())).ToList();
        var wanted = read.Where(r => r.Line is not null).Select(r => r.Line!).ToList();
        var (runs, positions) = (wanted.Select(l => l.RunId).Distinct().ToList(), wanted.Select(l => l.Position).Distinct().ToList());
        var known = (await db.Events.AsNoTracking().Where(e => runs.Contains(e.RunId) && positions.Contains(e.Position)).ToListAsync(ct))
            .ToDictionary(e => (e.RunId, e.Position));

        var ends = wanted.Where(l => string.Equals(l.Name, EventNames.Finished, StringComparison.Ordinal) && !known.ContainsKey((l.RunId, l.Position)))
            .GroupBy(l => l.RunId).ToDictionary(run => run.Key, run => run.Min(l => l.Position));
        var (accepted, repeated, refused) = (0, 0, new List<RefusedEvent>());
        foreach (var (line, number, reason) in read)
        {
            if (line is null)
            {
                refused.Add(new(number, reason!));
            }
            else if (ends.TryGetValue(line.RunId, out var end) && line.Position > end)
            {
                refused.Add(new(number, EventReading.RunIsOver));
            }
            else if (!known.TryGetValue((line.RunId, line.Position), out var first))
            {
                known.Add((line.RunId, line.Position), line);
                db.Add(line);
                accepted++;
            }
            else if (EventReading.Same(first, line))
            {
                repeated++;
            }
            else
            {
                refused.Add(new(number, "un autre événement a déjà cette position"));
            }
        }

        if (accepted > 0)
        {
            evaluation.Alone?.Touch(clock.GetUtcNow());
            Finishing.Close(evaluation, db.ChangeTracker.Entries<EventLine>().Select(e => e.Entity), clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }

        return new() { Accepted = accepted, AlreadyKnown = repeated, Refused = refused };
    }

    // Text with half a character in it can be written in JSON and read by nobody.
    static (EventLine? Line, int Number, string? Reason) Read(JsonElement line, int number, IReadOnlyList<Run> runs, DateTimeOffset now)
    {
        try
        {
            return EventReading.Read(line, number, runs, now);
        }
        catch (InvalidOperationException)
        {
            return (null, number, "le texte contient un caractère illisible");
        }
    }
}
