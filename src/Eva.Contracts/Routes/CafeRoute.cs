namespace Beffroi.Eva.Contracts;

/// <summary>The three parts that follow the orientation of the literacy positioning.</summary>
public enum CafePart
{
    Bas,
    Haut1,
    Haut2,
}

/// <summary>Where a person goes next. Nobody comes back up from the low part.</summary>
public static class CafeRoute
{
    const decimal PointsForHaut1 = 10;
    const decimal MostPointsForBas = 5;

    /// <summary>Out of 12: 9 leads to the low part, 10 to the first high one.</summary>
    public static CafePart AfterOrientation(decimal points) => points < PointsForHaut1 ? CafePart.Bas : CafePart.Haut1;

    /// <summary>5 leads to the low part, 6 to the second high one.</summary>
    public static CafePart AfterHaut1(decimal fullyRightPoints) => fullyRightPoints <= MostPointsForBas ? CafePart.Bas : CafePart.Haut2;

    public static CafePart AfterOrientation(ItemMarks marks) => AfterOrientation(marks.Of(CafeCodebook.Orientation));

    /// <summary>Only what is fully right counts: the puzzle is worth all of its 8 points or none.</summary>
    public static CafePart AfterHaut1(ItemMarks marks) =>
        AfterHaut1(new[] { CafeCodebook.Puzzle, CafeCodebook.PuzzleQuestions, CafeCodebook.Chart }.Sum(marks.FullyRight));
}
