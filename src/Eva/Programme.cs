using Beffroi.Eva.Contracts;

namespace Beffroi.Eva;

/// <summary>What an evaluation plays and asks.</summary>
/// <param name="Situations">Technical names, in the order of play.</param>
public sealed record Programme(IReadOnlyList<string> Situations, CampaignOptions Options)
{
    /// <summary>Who decides of the next question of a positioning; null where nothing adapts.</summary>
    public RouteMode? Route { get; init; }
}
