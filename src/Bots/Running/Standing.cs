using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Running;

/// <summary>A source with what it depends on: whether it may run, now.</summary>
public sealed record Standing
{
    public required Source Source { get; init; }
    public required Watch Watch { get; init; }
    public required Mandate Mandate { get; init; }
    public required IReadOnlyList<WatchTerm> Terms { get; init; }

    /// <summary>Null where there is no such source.</summary>
    public static async Task<Standing?> Of(BotsDb db, Guid sourceId, CancellationToken ct)
    {
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, ct) is not { } source)
        {
            return null;
        }

        var watch = await db.Watches.AsNoTracking().Include(w => w.Terms).SingleAsync(w => w.Id == source.WatchId, ct);
        return new() { Source = source, Watch = watch, Mandate = await db.Mandates.AsNoTracking().SingleAsync(m => m.Id == watch.MandateId, ct), Terms = [.. watch.Terms.Where(t => t.RemovedAt is null)] };
    }

    /// <summary>Why it may not run; null: it may.</summary>
    public SourceState? Barred(DateTimeOffset now) =>
        !Mandate.IsInForce(Today(now)) ? SourceState.Expired
        : !Source.Wanted || Watch.ClosedAt is not null ? SourceState.Stopped
        : Source.Budget is { } budget && SpentThisMonth(now) >= budget ? SourceState.OutOfBudget
        : null;

    /// <summary>Terms changed since: what is looked for must be laid out again.</summary>
    public bool HasTermsOf(Standing other) => Terms.Select(t => t.Id).Order().SequenceEqual(other.Terms.Select(t => t.Id).Order());

    public long SpentThisMonth(DateTimeOffset now) => Source.SpentSince == MonthOf(now) ? Source.Spent : 0;

    /// <summary>First day of the month, in Paris.</summary>
    public static DateOnly MonthOf(DateTimeOffset now) => Today(now) is var today ? new(today.Year, today.Month, 1) : default;

    /// <summary>The day in Paris.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.ParseExact(French.IsoDay(now), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
