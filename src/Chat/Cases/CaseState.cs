using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>A case file: nothing but what its log says, put in order. The same lines give the same state to the byte.</summary>
public sealed record CaseState
{
    public Guid CaseId { get; init; }
    public Stated<CaseOpened>? Opened { get; init; }
    public string Title { get; init; } = "";
    public CasePhase Phase { get; init; } = CasePhase.Detection;

    /// <summary>Null while it is open.</summary>
    public Stated<CaseClosed>? Closed { get; init; }

    /// <summary>Current marking of each line, as it was said of it alone.</summary>
    public ImmutableSortedDictionary<Guid, Marked> Markings { get; init; } = ImmutableSortedDictionary<Guid, Marked>.Empty;

    public ImmutableList<Stated<CaseJoined>> Joined { get; init; } = [];

    /// <summary>Lines taken back, with their reason: they count no more.</summary>
    public ImmutableList<Stated<Withdrawn>> Withdrawn { get; init; } = [];

    /// <summary>The last text of each.</summary>
    public ImmutableSortedDictionary<Section, Stated<SectionWritten>> Sections { get; init; } = ImmutableSortedDictionary<Section, Stated<SectionWritten>>.Empty;

    public ImmutableList<Stated<TechniqueNoted>> Techniques { get; init; } = [];
    public ImmutableList<Stated<TimelineNoted>> Timeline { get; init; } = [];
    public ImmutableList<Stated<ThingLinked>> Links { get; init; } = [];

    /// <summary>All of them, in order; <see cref="CriteriaSheet"/> says which ones count.</summary>
    public ImmutableList<Stated<CriterionAssessed>> Assessments { get; init; } = [];

    public ImmutableList<Stated<ArgumentMade>> Arguments { get; init; } = [];

    /// <summary>All sightings, in order.</summary>
    public ImmutableList<Stated<ObservableNoted>> Observables { get; init; } = [];

    public ImmutableList<EvidenceFile> Evidence { get; init; } = [];
    public ImmutableList<Stated<DecisionTaken>> Decisions { get; init; } = [];
    public ImmutableList<ReactionFile> Reactions { get; init; } = [];
    public ImmutableList<RunFile> Runs { get; init; } = [];
    public ImmutableList<AttributionFile> Attributions { get; init; } = [];

    /// <summary>The last one.</summary>
    public Stated<RetrospectiveWritten>? Retrospective { get; init; }

    public ImmutableList<DossierFile> Dossiers { get; init; } = [];
    public ImmutableList<AlertFile> Alerts { get; init; } = [];
    public ImmutableList<Stated<ReuseTold>> Reuses { get; init; } = [];
    public ImmutableList<Stated<CaseExported>> Exports { get; init; } = [];

    /// <summary>What the opening says of who may know: every line inherits it.</summary>
    [JsonIgnore]
    public Marked? Marking => Opened is null ? null : Markings.GetValueOrDefault(Opened.Id);

    /// <summary>The state after these lines. What was taken back is left out from the start, so that what stood before it stands again; the opening never is.</summary>
    public static CaseState Of(IEnumerable<CaseEvent> events)
    {
        ImmutableList<CaseEvent> lines = [.. events];
        var withdrawn = lines.Skip(1).Select(l => l.Fact).OfType<Withdrawn>().Select(w => w.Target).Except(lines.Take(1).Select(l => l.Id)).ToHashSet();
        // A line that was taken back can still be read: its marking holds.
        return lines.Aggregate(new CaseState(), (state, line) => withdrawn.Contains(line.Id) ? state.Marked(line) : state.With(line));
    }

    /// <summary>The state after one line more, which takes nothing back.</summary>
    internal CaseState With(CaseEvent line) => line.Fact.Apply(Marked(line), line);

    CaseState Marked(CaseEvent line) => this with { CaseId = line.CaseId, Markings = Markings.Add(line.Id, line.Marking) };

    internal static ImmutableList<T> Change<T>(ImmutableList<T> items, Predicate<T> which, Func<T, T> change)
    {
        var at = items.FindIndex(which);
        return at < 0 ? items : items.SetItem(at, change(items[at]));
    }
}

/// <summary>A fact with who wrote it and its clocks.</summary>
/// <param name="Id">Of its event.</param>
/// <param name="At">When it was written.</param>
/// <param name="Knew">When we knew.</param>
public sealed record Stated<T>(Guid Id, DateTimeOffset At, DateTimeOffset Knew, Author Author, T Fact, DateTimeOffset? HappenedAt = null);

static class Stating
{
    public static Stated<T> Says<T>(this CaseEvent line, T fact) => new(line.Id, line.At, line.Knew, line.Author, fact, line.HappenedAt);
}
