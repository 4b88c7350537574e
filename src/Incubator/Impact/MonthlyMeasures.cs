using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beffroi.Incubator.Impact;

/// <summary>
/// Takes down, once a month is over, what the services count of themselves, under the meaning of the day. What is taken stays when the source forgets; a month that was missed is taken
/// later, for as long as the source still tells it.
/// </summary>
public sealed partial class MonthlyMeasures(IncubatorDb db, IEnumerable<ICountedFigures> sources, TimeProvider clock, ILogger<MonthlyMeasures> logger)
{
    public async Task Take(CancellationToken ct)
    {
        // The newest meaning of each indicator, where the site counts it.
        var wanted = await db.Definitions.AsNoTracking().Where(d => d.Counted != null && !db.Definitions.Any(o => o.IndicatorId == d.IndicatorId && o.Version > d.Version)).ToListAsync(ct);
        var last = Months.Of(clock.Today()).AddMonths(-1);
        foreach (var source in sources)
        {
            foreach (var offer in source.Offers)
            {
                foreach (var definition in wanted.Where(d => string.Equals(d.Counted, offer.Name, StringComparison.Ordinal)))
                {
                    await Take(source, offer, definition, last, ct);
                }
            }
        }
    }

    // What one source cannot tell tonight does not keep the others from telling.
    async Task Take(ICountedFigures source, CountedFigure offer, Definition definition, DateOnly last, CancellationToken ct)
    {
        var there = await db.Measures.Where(m => m.IndicatorId == definition.IndicatorId).Select(m => new { m.Month, m.Taken }).ToListAsync(ct);
        var first = there.Where(m => m.Taken == Taken.Computed).Select(m => (DateOnly?)m.Month).Min();
        var missing = Months.Between(last.AddMonths(1 - offer.Months), last).Except(there.Select(m => m.Month)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        try
        {
            var counted = await source.Read(missing[0], last, ct);
            foreach (var one in counted.Where(c => string.Equals(c.Name, offer.Name, StringComparison.Ordinal) && missing.Contains(c.Month)).OrderBy(c => c.Month))
            {
                // Before anything was ever counted, nothing was there to be counted.
                if (one.N > 0 || first < one.Month)
                {
                    await Keep(definition, one, ct);
                    first ??= one.Month;
                }
            }
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            Failed(offer.Name, wrong);
        }
    }

    async Task Keep(Definition definition, Counted counted, CancellationToken ct)
    {
        var measure = new Measure
        {
            Id = Measure.IdOf(definition.IndicatorId, counted.Month), IndicatorId = definition.IndicatorId, DefinitionId = definition.Id, Month = counted.Month, Value = counted.Value, Low = counted.Interval?.Low, High = counted.Interval?.High,
            N = counted.N, Part = counted.Part, Taken = Taken.Computed, Source = counted.Name, By = null, At = clock.GetUtcNow(),
        };
        db.Add(measure);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Measures.AnyAsync(m => m.Id == measure.Id, ct))
            {
                throw;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figure {Name} could not be taken; it is tried again the next night.")]
    private partial void Failed(string name, Exception wrong);
}
