namespace Beffroi.Eva.FollowUp;

/// <summary>A person who is nobody any more: her name, code and words are gone, her results stay.</summary>
public sealed class Anonymisation
{
    public required Guid BeneficiaryId { get; init; }
    public required Guid StructureId { get; init; }

    /// <summary>From 1 in each structure: tells anonymous people apart.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public string Name => $"Personne anonyme {Number}";
}
