namespace Beffroi.Kit;

/// <summary>The assessment of a service's impact on people (GDPR, article 35) as its developers know it: the controller reads it, completes it and records a decision on this version.</summary>
/// <remarks>In the order of the method of the CNIL: « Analyse d'impact relative à la protection des données (AIPD) : la méthode », February 2018, read on 27 November 2026.</remarks>
public sealed record AssessmentTemplate
{
    /// <summary>A word of addresses: <c>eva</c>, <c>robots</c>, <c>discussion</c>, <c>annonces</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The service, as people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The same in English, for who is told that the service is off.</summary>
    public required string EnglishName { get; init; }

    /// <summary>One more each time that a sentence changes: a record says which one it decided on.</summary>
    public required int Version { get; init; }

    /// <summary>What stops without a record, in plain French.</summary>
    public required string Stops { get; init; }

    /// <summary>What is done, with what, by whom, from the first datum to its erasure.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>Why it takes these data, no more, no longer; how people are told and keep their rights.</summary>
    public required IReadOnlyList<string> Necessity { get; init; }

    /// <summary>One for each of <see cref="FearedEvent"/>.</summary>
    public required IReadOnlyList<AssessedRisk> Risks { get; init; }

    /// <summary>What is left when the measures are there, and what only the controller can settle.</summary>
    public required IReadOnlyList<string> Residual { get; init; }
}

/// <summary>What one fears for personal data.</summary>
public enum FearedEvent
{
    IllegitimateAccess,
    UnwantedChange,
    Disappearance,
}

/// <summary>Both scales of the CNIL: « AIPD : les bases de connaissances », February 2018, read on 27 November 2026.</summary>
public enum RiskLevel
{
    Negligible,
    Limited,
    Significant,
    Maximal,
}

public sealed record AssessedRisk
{
    public required FearedEvent Event { get; init; }

    /// <summary>What it would do to people.</summary>
    public required string Impact { get; init; }

    /// <summary>From whom or what it would come.</summary>
    public required string Sources { get; init; }

    public required RiskLevel Severity { get; init; }

    /// <summary>With the measures in place.</summary>
    public required RiskLevel Likelihood { get; init; }

    /// <summary>What this software does against it.</summary>
    public required IReadOnlyList<string> Measures { get; init; }
}

public static class RiskWords
{
    public static string Label(this FearedEvent fear) => fear switch
    {
        FearedEvent.IllegitimateAccess => "Accès illégitime aux données",
        FearedEvent.UnwantedChange => "Modification non désirée",
        FearedEvent.Disappearance => "Disparition des données",
    };

    public static string Label(this RiskLevel level) => level switch
    {
        RiskLevel.Negligible => "négligeable",
        RiskLevel.Limited => "limitée",
        RiskLevel.Significant => "importante",
        RiskLevel.Maximal => "maximale",
    };
}
