using Beffroi.Incubator.Compliance;

namespace Beffroi.Incubator.Accessibility;

/// <summary>An audit that a person made of the site, or of one of its services, by the RGAA.</summary>
public sealed class AccessibilityAudit
{
    public const int NameMaxLength = 120;
    public const int VersionMaxLength = 10;
    public const int TextMaxLength = 2000;

    /// <summary>An audit is worth nothing after this (decree 2019-768, article 5, read in August 2026).</summary>
    public const int YearsInForce = 3;

    public required Guid Id { get; init; }

    /// <summary>Null: the whole site, which alone makes the mention of the footer.</summary>
    public required HostedService? Service { get; init; }

    /// <summary>Who audited: an organisation, no person’s name.</summary>
    public required string Organisation { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Of the RGAA.</summary>
    public required string Version { get; init; }

    public required string Technologies { get; init; }

    /// <summary>Browsers and assistive technologies, one a line.</summary>
    public required string Environments { get; init; }

    public required string Tools { get; init; }

    /// <summary>What is left out and why, one a line.</summary>
    public required string? Derogations { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? PublishedAt { get; set; }
    public Guid? PublishedBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public Guid? WithdrawnBy { get; set; }

    public List<AuditedPage> Pages { get; init; } = [];

    /// <summary>The first day on which it is no longer in force.</summary>
    public DateOnly EndsOn => On.AddYears(YearsInForce);

    public bool IsDraft => PublishedAt is null && WithdrawnAt is null;

    public bool IsInForce(DateOnly today) => PublishedAt is not null && WithdrawnAt is null && today < EndsOn;

    /// <summary>How many results are still to be given: every criterion has one on every page.</summary>
    public int Missing => (Pages.Count * Rgaa.All.Count) - Pages.Sum(p => p.Results.Count);

    public AuditRate Rate => AuditRate.Of(Pages.SelectMany(p => p.Results.Select(r => (p.Number, r.Criterion, r.Result))));

    public string About => Service?.Label() ?? "Tout le site";
}

/// <summary>A page of the sample.</summary>
public sealed class AuditedPage
{
    public const int TitleMaxLength = 120;
    public const int AddressMaxLength = 300;

    /// <summary>The widest sample that a method asks is some thirty pages.</summary>
    public const int Most = 60;

    public required Guid Id { get; init; }
    public required Guid AuditId { get; init; }

    /// <summary>From 1, in the order of the sample.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }
    public required string Address { get; init; }
    public List<AuditedCriterion> Results { get; init; } = [];
}

/// <summary>The three results of the RGAA, as auditors write them: C, NC, NA.</summary>
public enum CriterionResult
{
    Compliant,
    NotCompliant,
    NotApplicable,
}

/// <summary>What was found of one criterion on one page.</summary>
public sealed class AuditedCriterion : Beffroi.Kit.ILogLine
{
    public const int CriterionMaxLength = 5;
    public const int CommentMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid PageId { get; init; }

    /// <summary>« 1.1 » to « 13.12 ».</summary>
    public required string Criterion { get; init; }

    public required CriterionResult Result { get; set; }

    /// <summary>What is wrong, in words: those of the declaration.</summary>
    public required string? Comment { get; set; }

    /// <summary>Left as it is for a disproportionate burden; it still counts as a failure.</summary>
    public required bool IsDerogated { get; set; }
}

public static class CriterionResults
{
    public static string Code(this CriterionResult result) => result switch
    {
        CriterionResult.Compliant => "C",
        CriterionResult.NotCompliant => "NC",
        CriterionResult.NotApplicable => "NA",
    };

    public static string Label(this CriterionResult result) => result switch
    {
        CriterionResult.Compliant => "Conforme (C)",
        CriterionResult.NotCompliant => "Non conforme (NC)",
        CriterionResult.NotApplicable => "Non applicable (NA)",
    };

    public static CriterionResult? Of(string? code) => code?.Trim().ToUpperInvariant() switch
    {
        "C" => CriterionResult.Compliant,
        "NC" => CriterionResult.NotCompliant,
        "NA" => CriterionResult.NotApplicable,
        _ => null,
    };
}
