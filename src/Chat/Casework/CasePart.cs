using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

/// <summary>Pages of a case.</summary>
public enum CasePart
{
    Overview,
    Criteria,
    Arguments,
    Observables,
    Evidence,
    Timeline,
    Runs,
    Reactions,
    Attribution,
    Retrospective,
    Marking,
    Closing,
}

public static class CaseParts
{
    /// <summary>Those of the bar; the others are reached from the overview.</summary>
    public static readonly IReadOnlyList<CasePart> InBar = [.. Enum.GetValues<CasePart>().Where(p => p < CasePart.Marking)];

    /// <summary>Ends of their addresses.</summary>
    public static string Path(this CasePart part, Lang l) => part switch
    {
        CasePart.Overview => "",
        CasePart.Criteria => l.Say("/criteres", "/criteria"),
        CasePart.Arguments => "/arguments",
        CasePart.Observables => "/observables",
        CasePart.Evidence => l.Say("/preuves", "/evidence"),
        CasePart.Timeline => l.Say("/chronologie", "/timeline"),
        CasePart.Runs => l.Say("/demarches", "/processes"),
        CasePart.Reactions => l.Say("/reactions", "/reactions"),
        CasePart.Attribution => "/attribution",
        CasePart.Retrospective => l.Say("/bilan", "/retrospective"),
        CasePart.Marking => l.Say("/marquage", "/marking"),
        CasePart.Closing => l.Say("/cloture", "/closing"),
    };

    public static string Label(this CasePart part, Lang l) => part switch
    {
        CasePart.Overview => l.Say("Vue d’ensemble", "Overview"),
        CasePart.Criteria => l.Say("Critères", "Criteria"),
        CasePart.Arguments => "Arguments",
        CasePart.Observables => l.Say("Observables", "Observables"),
        CasePart.Evidence => l.Say("Preuves", "Evidence"),
        CasePart.Timeline => l.Say("Chronologie", "Timeline"),
        CasePart.Runs => l.Say("Démarches", "Processes"),
        CasePart.Reactions => l.Say("Décisions et réactions", "Decisions and reactions"),
        CasePart.Attribution => "Attribution",
        CasePart.Retrospective => l.Say("Bilan", "Retrospective"),
        CasePart.Marking => l.Say("Marquage", "Marking"),
        CasePart.Closing => l.Say("Clôture", "Closing"),
    };

    public static string Address(this CasePart part, Lang l, Guid caseId) => Addresses.Case(l, caseId) + part.Path(l);

    /// <summary>As routes have it.</summary>
    public static string Pattern(this CasePart part, Lang l) => Addresses.Cases(l) + "/{id:guid}" + part.Path(l);

    /// <summary>How many things are in it, for this reader; null where there is nothing to count.</summary>
    public static int? Count(this CasePart part, CaseScreen s) => part switch
    {
        CasePart.Arguments => s.State.Arguments.Count,
        CasePart.Observables => s.State.Observables.Select(o => o.Fact.Observable).Distinct().Count(),
        CasePart.Evidence => s.State.Evidence.Count,
        CasePart.Runs => s.State.Runs.Count,
        CasePart.Reactions => s.State.Reactions.Count + s.State.Decisions.Count,
        CasePart.Attribution => s.State.Attributions.Count,
        CasePart.Overview or CasePart.Criteria or CasePart.Timeline or CasePart.Retrospective or CasePart.Marking or CasePart.Closing => null,
    };
}
