namespace Beffroi.Eva.Scoring;

/// <summary>What one run of <c>tri</c> gives to measure from: figures only, no level.</summary>
public sealed record TriMeasures
{
    /// <summary>Sweets put in a bin, right or wrong: 48 at most. The first bin of each counts.</summary>
    public required int Placed { get; init; }

    /// <summary>Of <see cref="Placed"/>, those in the bin of another kind.</summary>
    public required int Misplaced { get; init; }

    /// <summary>Of <see cref="Misplaced"/>, those in the bin that only a pattern tells apart: what is left are slips or guesses.</summary>
    public required int MisplacedAmongAlike { get; init; }

    /// <summary>Sweets answered « Je ne sais pas »: in no bin, neither placed nor misplaced.</summary>
    public required int SetAside { get; init; }

    /// <summary>From the start of the game to its end, or to the last thing told, without training, pauses, hidden page and closed browser.</summary>
    public required double Seconds { get; init; }

    /// <summary>The end was told and each of the 48 sweets is in a bin or set aside.</summary>
    public required bool Finished { get; init; }

    /// <summary>Times the instruction was heard again once the person had left its screen.</summary>
    public required int Replays { get; init; }

    /// <summary>Sweets described in words before they were put away: the time is then one of reading, and speed is not measured.</summary>
    public required int Described { get; init; }
}
