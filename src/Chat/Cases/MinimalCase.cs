namespace Beffroi.Chat.Cases;

/// <summary>
/// The least of a case that partners need for an alert: a log of its own, with a title, the lines that were chosen and the alert.
/// The first log stays closed to them: they do not learn that it is there.
/// </summary>
public sealed record MinimalCase
{
    public required IReadOnlyList<CaseDraft> Drafts { get; init; }

    /// <summary>Lines that may not go, because their source is another organisation and they are above TLP:GREEN.</summary>
    public required IReadOnlyList<Guid> Refused { get; init; }

    /// <param name="view">Of whoever sends the alert.</param>
    /// <param name="chosen">Lines of the view; what they refer to goes only if it is chosen too.</param>
    /// <param name="marking">Of the new case, its audience the partners and one's own organisation.</param>
    /// <param name="newId">Gives a new identifier each time.</param>
    public static MinimalCase Of(CaseView view, IReadOnlyCollection<Guid> chosen, string title, AlertSent alert, Marked marking, Author author, Func<Guid> newId)
    {
        var lines = view.Events.Where(e => chosen.Contains(e.Id) && Goes(e.Fact)).ToList();
        var refused = lines.Where(l => view.MarkingOf(l.Id).Tlp > Tlp.Green && !CaseDoor.IsSource(view, l, author)).Select(l => l.Id).ToList();
        var names = new Dictionary<Guid, Guid>();
        var drafts = new List<CaseDraft> { Draft(new CaseOpened { Title = title }, null) };
        foreach (var line in lines.Where(l => !refused.Contains(l.Id)))
        {
            var draft = Draft(Copy(line.Fact, names), line);
            names[line.Id] = draft.Id;
            drafts.Add(draft);
        }

        drafts.Add(Draft(alert with { Shown = Known(alert.Shown, names) }, null));
        return new() { Drafts = drafts, Refused = refused };

        CaseDraft Draft(CaseFact fact, CaseEvent? line) => new()
        {
            Id = newId(),
            Author = author,
            Marking = marking,
            Fact = fact,
            HappenedAt = line?.HappenedAt,
            KnewAt = line?.Knew,
        };
    }

    /// <summary>What a partner needs: not how we talked of it, nor what we decided.</summary>
    public static bool Goes(CaseFact fact) => fact is SectionWritten or TechniqueNoted or TimelineNoted or CriterionAssessed or ObservableNoted or EvidenceKept;

    static CaseFact Copy(CaseFact fact, Dictionary<Guid, Guid> names) => fact switch
    {
        SectionWritten f => f with { Quotes = Known(f.Quotes, names) },
        TechniqueNoted f => f with { Shown = Known(f.Shown, names) },
        TimelineNoted f => f with { Shown = Known(f.Shown, names) },
        CriterionAssessed f => f with { Shown = Known(f.Shown, names) },
        _ => fact,
    };

    static IReadOnlyList<Guid> Known(IReadOnlyList<Guid> ids, Dictionary<Guid, Guid> names) =>
        [.. ids.Where(names.ContainsKey).Select(id => names[id])];
}
