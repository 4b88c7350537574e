namespace Beffroi.Eva.FollowUp;

/// <summary>A personal code that stands on somebody's paper and still opens her evaluations, since two people turned out to be one.</summary>
public sealed class FormerCode
{
    /// <summary>The log names rows by their key, and must not hold a code: the key is not the code.</summary>
    public required Guid Id { get; init; }

    public required string Code { get; init; }
    public required Guid BeneficiaryId { get; set; }
    public required DateTimeOffset Since { get; init; }
}
