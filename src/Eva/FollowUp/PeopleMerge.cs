namespace Beffroi.Eva.FollowUp;

/// <summary>Two people of a structure were one: who stays, who joined her, and who said so. Both ids stay, so that a mistake can be read back.</summary>
public sealed class PeopleMerge
{
    public required Guid Id { get; init; }
    public required Guid StructureId { get; init; }
    public required Guid KeptId { get; init; }

    /// <summary>Id of the person who is not in the table any more.</summary>
    public required Guid MergedId { get; init; }

    /// <summary>How many evaluations changed hands.</summary>
    public required int Evaluations { get; init; }

    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }
}
