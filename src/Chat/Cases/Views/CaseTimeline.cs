namespace Beffroi.Chat.Cases;

/// <summary>Which of the two clocks orders a timeline.</summary>
public enum Clock
{
    /// <summary>When it happened in the world.</summary>
    Happened,

    /// <summary>When we knew.</summary>
    Knew,
}

/// <summary>One line of a timeline, with both clocks.</summary>
public sealed record TimelineEntry
{
    public required Guid Id { get; init; }
    public required DateTimeOffset? HappenedAt { get; init; }
    public required DateTimeOffset? Until { get; init; }
    public required DateTimeOffset KnewAt { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required Author Author { get; init; }
    public required CaseFact Fact { get; init; }

    /// <summary>How late we were; null where it did not happen in the world, or had not yet.</summary>
    public TimeSpan? Lag => HappenedAt is { } happened && happened <= KnewAt ? KnewAt - happened : null;
}

/// <summary>What happened and what was done, in time.</summary>
public static class CaseTimeline
{
    public static IReadOnlyList<TimelineEntry> Of(CaseView view, Clock clock)
    {
        var withdrawn = view.State.Withdrawn.Select(w => w.Fact.Target).ToHashSet();
        return
        [
            .. view.Events
                .Where(e => !withdrawn.Contains(e.Id) && (e.HappenedAt is not null || IsMilestone(e.Fact)))
                .Select(e => new TimelineEntry
                {
                    Id = e.Id,
                    HappenedAt = e.HappenedAt,
                    Until = (e.Fact as TimelineNoted)?.Until,
                    KnewAt = e.Knew,
                    WrittenAt = e.At,
                    Author = e.Author,
                    Fact = e.Fact,
                })
                // What was done in the case happened when we knew it. The sort is stable: the order of the log settles ties.
                .OrderBy(e => clock switch { Clock.Happened => e.HappenedAt ?? e.KnewAt, Clock.Knew => e.KnewAt }),
        ];
    }

    static bool IsMilestone(CaseFact fact) => fact is CaseOpened or PhaseEntered or CaseClosed or CaseReopened or CaseJoined or DecisionTaken or ReactionDecided or ReactionEnded or ExposureEstimated
        or AttributionProposed or AttributionBacked or DossierSent or DossierAnswered or AlertSent or RunStarted or RunEnded or EvidenceKept;
}
