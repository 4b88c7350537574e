namespace Beffroi.Eva.Scoring;

/// <summary>What a run of <c>inventaire</c> shows, without any judgement.</summary>
public sealed record InventaireMeasures
{
    /// <summary>The run is over, whatever its outcome.</summary>
    public required bool Finished { get; init; }

    /// <summary>A sheet had every line right.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>The person chose to stop before.</summary>
    public required bool Abandoned { get; init; }

    /// <summary>From the start of the game to the sheet that was right, else to the last thing told; less pauses and absences.</summary>
    public required double Seconds { get; init; }

    /// <summary>Containers opened, each as often as it was.</summary>
    public required int Openings { get; init; }

    /// <summary>The sheets handed in, in their order, up to the one that was right.</summary>
    public required IReadOnlyList<InventaireTry> Tries { get; init; }

    /// <summary>How often the instruction was heard again during the game; a container's contents heard are not counted.</summary>
    public required int Replays { get; init; }
}
