using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Impact;

/// <summary>An indicator with all that was written of it.</summary>
public sealed record Followed
{
    public required Indicator Indicator { get; init; }

    /// <summary>From the first, in their last words; at least one.</summary>
    public required IReadOnlyList<Definition> Definitions { get; init; }

    /// <summary>As they were first written.</summary>
    public IReadOnlyList<Definition> Written { get; init; } = [];

    /// <summary>Typing mistakes that were put right, from the first.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];

    /// <summary>As they were written, corrected ones included.</summary>
    public required IReadOnlyList<Measure> All { get; init; }
    public required IReadOnlyList<Goal> Goals { get; init; }

    public Definition Current => Definitions[^1];

    /// <summary>The one that counts for each month.</summary>
    public IReadOnlyList<Measure> Measures => Measure.Current(All);

    public Definition Of(Guid definitionId) => Definitions.Single(d => d.Id == definitionId);

    /// <summary>Of one service, by the order of the matrix.</summary>
    public static async Task<IReadOnlyList<Followed>> Read(IncubatorDb db, Guid startupId, CancellationToken ct) =>
        await Read(db, db.Indicators.Where(i => i.StartupId == startupId), ct);

    public static async Task<Followed?> One(IncubatorDb db, Guid indicatorId, CancellationToken ct) =>
        (await Read(db, db.Indicators.Where(i => i.Id == indicatorId), ct)).SingleOrDefault();

    /// <param name="inside">For those who work with the service: what somebody typed is not hidden from them. What the site counted is, for they may not know of the few whom it counts.</param>
    public PublishedIndicator Published(DateOnly today, bool inside = false) => new()
    {
        Name = Indicator.Name, Axis = Current.Axis, Label = Current.Label, Formula = Current.Formula, Source = Current.Source, Unit = Current.Unit, Version = Current.Version,
        Measures = [.. Measures.Select(m => Published(m, inside))],
        Goals = [.. Goals.OrderBy(g => g.DueOn).ThenBy(g => g.At).Select(g => new PublishedGoal(g.Target, Of(g.DefinitionId).LessIsBetter, g.DueOn, g.State(Of(g.DefinitionId), Measures, today)))],
    };

    PublishedMeasure Published(Measure measure, bool inside)
    {
        var definition = Of(measure.DefinitionId);
        var shown = new PublishedMeasure
        {
            Month = measure.Month, Months = definition.Frequency.Months(), TakenOn = DateOnly.ParseExact(French.IsoDay(measure.At), "yyyy-MM-dd", French.Culture), Version = definition.Version, Computed = measure.Taken == Taken.Computed,
        };
        return measure.IsMasked && !(inside && measure.Taken == Taken.ByHand) ? shown : shown with { N = measure.N, Value = measure.Value, Interval = measure.Interval };
    }

    static async Task<IReadOnlyList<Followed>> Read(IncubatorDb db, IQueryable<Indicator> which, CancellationToken ct)
    {
        var indicators = await which.AsNoTracking().ToListAsync(ct);
        var ids = indicators.ConvertAll(i => i.Id);
        var definitions = (await db.Definitions.AsNoTracking().Where(d => ids.Contains(d.IndicatorId)).OrderBy(d => d.Version).ToListAsync(ct)).ToLookup(d => d.IndicatorId);
        var wordings = (await db.Wordings.AsNoTracking().Where(w => ids.Contains(w.IndicatorId)).ToListAsync(ct)).OrderBy(w => w.At).ThenBy(w => w.Id).ToLookup(w => w.IndicatorId);
        var measures = (await db.Measures.AsNoTracking().Where(m => ids.Contains(m.IndicatorId)).ToListAsync(ct)).ToLookup(m => m.IndicatorId);
        var goals = (await db.Goals.AsNoTracking().Where(g => ids.Contains(g.IndicatorId)).ToListAsync(ct)).ToLookup(g => g.IndicatorId);
        return
        [
            .. indicators.Select(i => new Followed { Indicator = i, Definitions = [.. definitions[i.Id].Select(d => wordings[i.Id].LastOrDefault(w => w.DefinitionId == d.Id)?.Said(d) ?? d)], Written = [.. definitions[i.Id]], Wordings = [.. wordings[i.Id]], All = [.. measures[i.Id].OrderBy(m => m.Month).ThenBy(m => m.At).ThenBy(m => m.Id)], Goals = [.. goals[i.Id]] })
                .OrderBy(f => f.Current.Axis).ThenBy(f => f.Current.Place ?? (MatrixPlace)int.MaxValue).ThenBy(f => f.Indicator.Name, StringComparer.Ordinal),
        ];
    }
}
