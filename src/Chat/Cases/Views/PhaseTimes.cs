namespace Beffroi.Chat.Cases;

/// <summary>When a manipulation went from one phase to the next. A null is a phase that it has not reached.</summary>
public sealed record PhaseTimes
{
    /// <summary>Days before a case is opened that count at the most: whoever opens it types when they knew, and one date of another century would move a median.</summary>
    public const int MostBefore = 90;

    /// <summary>When we first knew, no later than the opening and at most <see cref="MostBefore"/> days before it.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>Since when the required criteria are all a yes, without a break up to now.</summary>
    public required DateTimeOffset? QualifiedAt { get; init; }

    /// <summary>When a reaction was first decided, to do nothing included.</summary>
    public required DateTimeOffset? ReactedAt { get; init; }

    public TimeSpan? ToQualify => QualifiedAt - DetectedAt;

    /// <summary>Null also where one reacted before it was qualified: there was no waiting.</summary>
    public TimeSpan? ToReact => ReactedAt >= QualifiedAt ? ReactedAt - QualifiedAt : null;

    /// <param name="events">Lines of one case, or of several that are one manipulation; in any order. At least one opening.</param>
    public static PhaseTimes Of(IEnumerable<CaseEvent> events, CriteriaSet set)
    {
        var all = events.OrderBy(e => e.At).ThenBy(e => e.Number).ToList();
        var withdrawn = all.Select(e => e.Fact).OfType<Withdrawn>().Select(w => w.Target).ToHashSet();
        var lines = all.Where(e => !withdrawn.Contains(e.Id)).ToList();
        var said = new List<Stated<CriterionAssessed>>();
        var partners = lines.GroupBy(l => l.CaseId).SelectMany(c => CaseLeading.PartnersOf(CaseState.Of(c))).ToHashSet();
        DateTimeOffset? qualified = null;
        foreach (var line in lines)
        {
            if (line.Fact is CriterionAssessed assessed)
            {
                said.Add(line.Says(assessed));
                qualified = CriteriaSheet.Of(said, set, partners).IsQualified ? qualified ?? line.At : null;
            }
        }

        return new()
        {
            DetectedAt = lines.Where(l => l.Fact is CaseOpened).Min(Detected),
            QualifiedAt = qualified,
            ReactedAt = lines.Find(l => l.Fact is ReactionDecided { Verdict: Verdict.Taken })?.At,
        };

        static DateTimeOffset Detected(CaseEvent opening) => opening.Knew > opening.At ? opening.At
            : opening.At - opening.Knew > TimeSpan.FromDays(MostBefore) ? opening.At.AddDays(-MostBefore)
            : opening.Knew;
    }
}
