namespace Beffroi.Kit;

/// <summary>Opens cases for other modules, and tells organisations what these found. The chat does both.</summary>
public interface ICaseDesk
{
    /// <summary>Opens a case in the name of this person, for their organisation; the same sheet sent again gives the case that it opened. Null where they may not.</summary>
    Task<CaseName?> Open(CurrentUser user, CaseSheet sheet, CancellationToken ct);

    /// <summary>
    /// Says something in the room where an organisation is told of what the detector finds, once for each <see cref="FoundAlert.Id"/>. False where the organisation has none or is closed.
    /// </summary>
    Task<bool> Tell(Guid organisationId, FoundAlert alert, CancellationToken ct);
}

/// <summary>A case as a module prepares it: signs and figures, which analysts judge.</summary>
public sealed record CaseSheet
{
    /// <summary>Of the sheet: sent twice, it opens one case.</summary>
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public required string Summary { get; init; }

    /// <summary>Path of the page of this site that it comes from.</summary>
    public required string Href { get; init; }

    /// <summary>Addresses, accounts and hashtags to look at.</summary>
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

/// <param name="Markdown">Figures and where they come from; what was not measured is said.</param>
public sealed record CriterionEvidence(CampaignCriterion Criterion, string Markdown);

/// <param name="Id">Told twice, it is said once.</param>
/// <param name="Markdown">What was found, why it is told, with a link.</param>
public sealed record FoundAlert(Guid Id, string Markdown);
