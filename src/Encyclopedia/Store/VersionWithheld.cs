namespace Beffroi.Encyclopedia;

/// <summary>A version that nobody reads any more: said by whom, when and why. Its words are taken out of the version itself, so that nothing that reads versions can show them.</summary>
public sealed class VersionWithheld
{
    public const int ReasonMaxLength = 500;

    public required Guid EntryId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null: it was withheld elsewhere, and came so with an import.</summary>
    public required Guid? By { get; init; }

    /// <summary>Public: it names nobody.</summary>
    public required string Reason { get; init; }

    /// <summary>What the version said, to be given back if it was withheld by mistake; null once erased.</summary>
    public string? Kept { get; set; }
}
