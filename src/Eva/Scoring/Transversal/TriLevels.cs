namespace Beffroi.Eva.Scoring;

/// <summary>Sorting sweets: levels from times and counts. The first two are read in a finished play only.</summary>
public static class TriLevels
{
    /// <summary>Total time in seconds: 120, 180, 240.</summary>
    public static int Rapidite(double seconds) => Steps.UpTo(seconds, 120, 180, 240);

    /// <summary>Pieces put in a wrong bin: 0, 2, 3.</summary>
    public static int ComparaisonTri(int misplaced) => Steps.UpTo(misplaced, 0, 2, 3);

    /// <summary>4: went to the end of a long and faulty play. 1: stopped soon after some faults. Nothing otherwise.</summary>
    public static int? Perseverance(bool finished, double seconds, int misplaced) => finished switch
    {
        true when seconds > 240 && misplaced > 5 => 4,
        false when seconds < 120 && misplaced > 3 => 1,
        _ => null,
    };

    /// <summary>4: finished with few faults. 1: hardly began, with a fault, after hearing the instruction again.</summary>
    /// <param name="placed">Pieces put in a bin, rightly or wrongly.</param>
    public static int? ComprehensionConsigne(bool finished, int placed, int misplaced, bool instructionReplayed) => finished switch
    {
        true when misplaced < 8 => 4,
        _ when placed < 8 && misplaced >= 1 && instructionReplayed => 1,
        _ => null,
    };
}
