namespace Beffroi.Eva.Scoring;

/// <summary>Checking biscuits on a belt: levels from counts. The first three are read unless the play was abandoned, at the standard pace only.</summary>
public static class ControleLevels
{
    /// <summary>The first pieces of the belt, on which a wrong place is not held against anybody.</summary>
    public const int PiecesToWarmUp = 4;

    /// <summary>Pieces that left the belt unsorted: 0, 1, 2.</summary>
    public static int Rapidite(int missed) => Steps.UpTo(missed, 0, 1, 2);

    /// <summary>Pieces in the wrong place, the first <see cref="PiecesToWarmUp"/> apart: 0, 1, 2.</summary>
    /// <param name="misplaced">For each piece in the order of the belt, whether it was put in the wrong place.</param>
    public static int ComparaisonTri(IEnumerable<bool> misplaced) => ComparaisonTri(misplaced.Skip(PiecesToWarmUp).Count(wrong => wrong));

    /// <summary>The same, counted already.</summary>
    public static int ComparaisonTri(int misplacedAfterWarmUp) => Steps.UpTo(misplacedAfterWarmUp, 0, 1, 2);

    /// <summary>Both faults together, over the whole belt: 0, 1, 2.</summary>
    public static int AttentionConcentration(int missed, int misplaced) => Steps.UpTo(missed + misplaced, 0, 1, 2);

    /// <summary>4: finished with few faults. 1: finished with many, or left before the eleventh piece with a fault, after hearing the instruction again.</summary>
    /// <param name="pieces">Pieces that had come on the belt.</param>
    /// <param name="failures">Missed and misplaced.</param>
    public static int? ComprehensionConsigne(bool finished, int pieces, int failures, bool instructionReplayed) => finished switch
    {
        true when failures < 16 => 4,
        true => 1,
        false when pieces < 11 && failures >= 1 && instructionReplayed => 1,
        false => null,
    };

    /// <summary>4: finished. 1: abandoned although the task was understood and well under way.</summary>
    /// <param name="pieceEvents">Pieces sorted or missed.</param>
    public static int? Perseverance(bool finished, int wellPlaced, int pieceEvents) => finished switch
    {
        true => 4,
        false when wellPlaced >= 8 && pieceEvents >= 15 => 1,
        false => null,
    };
}
