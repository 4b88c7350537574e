namespace Beffroi.Kit;

/// <summary>Opens cases for other modules, and tells organisations what these found. The chat does both.</summary>
public interface ICaseDesk
{
    /// <summary>
    /// Opens a case in the name of this person, for their organisation alone; the same sheet sent again by anybody of it gives the case that it opened. Null where they may not:
    /// who is a member of no organisation, or no longer shares that case.
    /// </summary>
    /// <exception cref="ArgumentException">The sheet is longer than <see cref="CaseSheet"/> says.</exception>
    Task<CaseName?> Open(CurrentUser user, CaseSheet sheet, CancellationToken ct);

    /// <summary>
    /// Says something in the room where an organisation is told of what the detector finds, once for each <see cref="FoundAlert.Id"/>: kept when this returns true. False where
    /// there is no such organisation, or it is closed.
    /// </summary>
    Task<bool> Tell(Guid organisationId, FoundAlert alert, CancellationToken ct);
}

/// <summary>A case as a module prepares it: signs and figures, which analysts judge.</summary>
public sealed record CaseSheet
{
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 20_000;
    public const int MostObservables = 500;

    /// <summary>Of the sheet: sent twice, it opens one case.</summary>
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public required string Summary { get; init; }

    /// <summary>Path of the page of this site that it comes from.</summary>
    public required string Href { get; init; }

    /// <summary>Addresses, pages of accounts, domains and hashtags (with their #) to look at, one each. What is none of these is left out.</summary>
    public required IReadOnlyList<string> Observables { get; init; }

    /// <summary>What was found for each of the five criteria. Never an answer: the criteria stay unknown until an analyst says.</summary>
    public required IReadOnlyList<CriterionEvidence> Criteria { get; init; }
    public required Lang Language { get; init; }
}

/// <summary>The five criteria of the convention.</summary>
public enum CampaignCriterion
{
    Massive,
    Amplified,
    FalseOrMisleading,
    Foreign,
    IntentToHarm,
}

/// <summary>Which way a piece of evidence speaks, as the analyst who sends the sheet says.</summary>
public enum EvidenceLeaning
{
    /// <summary>To be talked about: the only one that a program may choose.</summary>
    Open,
    For,
    Against,
}

/// <param name="Markdown">Figures and where they come from; what was not measured is said.</param>
public sealed record CriterionEvidence(CampaignCriterion Criterion, string Markdown, EvidenceLeaning Leaning = EvidenceLeaning.Open);

/// <param name="Id">Told twice, it is said once.</param>
/// <param name="Markdown">What was found, why it is told, with a link.</param>
public sealed record FoundAlert(Guid Id, string Markdown)
{
    /// <summary>Shown apart, as a card.</summary>
    public IReadOnlyList<AlertFigure> Figures { get; init; } = [];
}

public sealed record AlertFigure(string Name, string Value);
