using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>One control of every service: asked by a person or by the night, then done by a running site.</summary>
public sealed class CheckRun
{
    public const int VersionMaxLength = 60;

    public required Guid Id { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null: the night, or the command.</summary>
    public required Guid? AskedBy { get; init; }

    /// <summary>When it was seen by a site, so that two do not do it at once.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Of the site that did it.</summary>
    public string? Version { get; set; }

    public static CheckRun Asked(DateTimeOffset now, Guid? by) => new() { Id = Guid.CreateVersion7(now), AskedAt = now, AskedBy = by };
}

/// <summary>What a control saw of one criterion of one service.</summary>
public sealed class CheckResult : ILogLine, IWrittenOnce
{
    public const int EvidenceMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid RunId { get; init; }
    public required HostedService Service { get; init; }

    /// <summary>1 to 30.</summary>
    public required int Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What failed first, one thing a line.</summary>
    public required string Evidence { get; init; }

    /// <summary>All that was found of one criterion of one service, in one row.</summary>
    public static CheckResult Of(CheckRun run, HostedService service, int criterion, IEnumerable<Finding> findings, DateTimeOffset at)
    {
        var mine = findings.Where(f => f.Criterion == criterion && (f.Service is null || f.Service == service)).OrderBy(f => f.Verdict switch { Verdict.NotMet => 0, Verdict.Unknown => 1, Verdict.Met => 2, Verdict.NotApplicable => 3 }).ToList();
        var told = mine.Count == 0 ? "aucune preuve" : string.Join('\n', mine.Select(f => $"{f.Verdict.Label()}\u00A0: {f.Evidence}"));
        return new()
        {
            Id = Guid.CreateVersion7(at), RunId = run.Id, Service = service, Criterion = criterion, Verdict = Verdicts.Together(mine.Select(f => f.Verdict)),
            Evidence = told.Length <= EvidenceMaxLength ? told : told[..(EvidenceMaxLength - 1)] + "…",
        };
    }
}

/// <summary>One grade of the home page of a service, as DashLord gives them.</summary>
public sealed class GradeRow : ILogLine, IWrittenOnce
{
    public const int LetterMaxLength = 2;
    public const int NameMaxLength = 40;

    public required Guid Id { get; init; }
    public required Guid RunId { get; init; }
    public required HostedService Service { get; init; }

    /// <summary>As DashLord names it: <c>declaration-a11y</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A to F, A+ for the headers; null: it needs a tool outside.</summary>
    public required string? Letter { get; init; }

    public required string Evidence { get; init; }
}
