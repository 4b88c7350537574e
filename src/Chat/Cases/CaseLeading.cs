namespace Beffroi.Chat.Cases;

/// <summary>
/// Who may say what a case is and where it stands: the organisation that opened it and its partners, which are those that its marking names and those that brought
/// something to it. Judged of whoever acts, not of the author of what is taken in. A guest brings facts and arguments, and judges nothing that is counted.
/// </summary>
public static class CaseLeading
{
    public static IEnumerable<Fault> Faults(CaseView view, CaseFact fact, Author who) => who.Organisation switch
    {
        null => Leads(fact) || fact is CriterionAssessed or CaseJoined or ReuseTold or ExposureEstimated ? [GuestsDoNot] : [],
        { } organisation => Leads(fact) && !PartnersOf(view.State).Contains(organisation) && !IsNamed(view.State, who) ? [PartnersOnly] : [],
    };

    /// <summary>Organisations whose word on the criteria of the convention counts before that of the others.</summary>
    public static IReadOnlySet<Guid> PartnersOf(CaseState state) => new HashSet<Guid>(
    [
        .. state.Marking?.Audience?.Circles.Where(c => c.Reach is Reach.Named).SelectMany(c => c.Organisations) ?? [],
        .. new[] { state.Opened?.Author }.Concat(Bringing(state)).Select(a => a?.Organisation).OfType<Guid>(),
    ]);

    static bool Leads(CaseFact fact) => fact is CaseClosed or CaseReopened or CaseTitled or PhaseEntered or CaseJoined { GoesOnHere: false };

    static bool IsNamed(CaseState state, Author who) => who.Person is { } person && state.Marking!.Audience!.Circles.Any(c => c.Reach is Reach.Named && c.People.Contains(person));

    /// <summary>Those who gave something of their own for the others to work with, and did not take it back.</summary>
    static IEnumerable<Author> Bringing(CaseState state) =>
    [
        .. state.Sections.Values.Select(s => s.Author),
        .. state.Techniques.Select(t => t.Author),
        .. state.Timeline.Select(t => t.Author),
        .. state.Arguments.Select(a => a.Author),
        .. state.Observables.Select(o => o.Author),
        .. state.Evidence.Select(e => e.Kept.Author),
        .. state.Decisions.Select(d => d.Author),
        .. state.Reactions.Select(r => r.Proposed.Author),
        .. state.Runs.Select(r => r.Started.Author),
    ];

    static readonly Fault GuestsDoNot = new("Fact",
        "Un invité apporte des faits et des arguments\u00A0; il ne décide pas de ce qu’est le dossier\u00A0: demandez à qui vous a invité.",
        "A guest brings facts and arguments, and does not decide what the case is: ask who invited you.");

    static readonly Fault PartnersOnly = new("Fact",
        "L’organisation qui a ouvert ce dossier et ses partenaires en décident\u00A0: apportez-y d’abord quelque chose, ou demandez-le-leur.",
        "The organisation that opened this case and its partners decide this: bring something to it first, or ask them.");
}
