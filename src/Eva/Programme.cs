namespace Beffroi.Eva;

/// <summary>What an evaluation plays and asks.</summary>
/// <param name="Situations">Technical names, in the order of play.</param>
public sealed record Programme(IReadOnlyList<string> Situations, CampaignOptions Options);
