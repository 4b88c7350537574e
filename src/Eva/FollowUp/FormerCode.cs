namespace Beffroi.Eva.FollowUp;

/// <summary>A personal code that stands on somebody's paper and still opens her evaluations, since two people turned out to be one.</summary>
public sealed class FormerCode
{
    public required string Code { get; init; }
    public required Guid BeneficiaryId { get; set; }
    public required DateTimeOffset Since { get; init; }
}
