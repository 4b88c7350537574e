using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Steering;

/// <summary>What the team asks of an investment committee. Written again, the last one counts; the file that is locked keeps the one of that day.</summary>
public sealed class Ask : IWrittenOnce
{
    public const int TextMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required Guid CommitteeId { get; init; }

    /// <summary>Who is in the team for the next six months, by trade.</summary>
    public required string Team { get; init; }

    /// <summary>What the team wants to check.</summary>
    public required string Hypotheses { get; init; }

    /// <summary>By what the committee will see, in six months, whether it worked.</summary>
    public required string Criteria { get; init; }

    /// <summary>For six months.</summary>
    public required Money EnvelopeAe { get; init; }
    public required Money EnvelopeCp { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}
