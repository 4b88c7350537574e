namespace Beffroi.Eva.Scoring;

/// <summary>What one run of <c>controle</c> shows, counted; levels are drawn from it elsewhere (eva.md 2.9).</summary>
public sealed record ControleMeasures
{
    /// <summary>Biscuits at the start of the belt whose misplacement is not held against anybody (eva.md 2.9).</summary>
    public const int FirstIgnored = 4;

    public required bool Finished { get; init; }

    /// <summary>Biscuits sent where they belong.</summary>
    public required int WellPlaced { get; init; }

    /// <summary>Biscuits sent elsewhere, in the order in which they were sent.</summary>
    public required IReadOnlyList<MisplacedBiscuit> Misplaced { get; init; }

    /// <summary>Biscuits that left the belt unsent. In a finished run, also those of which nothing was told.</summary>
    public required int Missed { get; init; }

    /// <summary>Events about biscuits after the training: come, chosen, sent, missed.</summary>
    public required int PieceEvents { get; init; }

    /// <summary>Biscuits that came onto the belt.</summary>
    public required int Appeared { get; init; }

    /// <summary>How many times the instruction was heard again.</summary>
    public required int InstructionReplays { get; init; }

    /// <summary>Biscuits sent or missed at another pace than one every 3 s; above 0, the result is not standard and speed is not measured.</summary>
    public required int OffPace { get; init; }

    /// <summary>Biscuits that words described before the answer.</summary>
    public required int Described { get; init; }

    public bool StandardPace => OffPace == 0 && Described == 0;

    public int MisplacedCounted => Misplaced.Count(piece => !piece.AmongFirst);
}

/// <param name="Rank">Place on the belt, from 1.</param>
/// <param name="AmongFirst">One of the first <see cref="ControleMeasures.FirstIgnored"/> on the belt.</param>
public sealed record MisplacedBiscuit(string Piece, int Rank, bool AmongFirst);
