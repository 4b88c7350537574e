namespace Beffroi.Eva.Contracts;

/// <summary>The items of the literacy positioning (<c>cafe_de_la_place</c>): their families, counts and points, as facts of the published code book.</summary>
public static class CafeCodebook
{
    public const string Situation = "cafe_de_la_place";

    /// <summary>Met by everybody first, and not scored.</summary>
    public static ItemFamily FirstStep { get; } = new() { Code = "LOdi", Count = 1, Points = 0 };

    public static ItemFamily Orientation { get; } = new() { Code = "LOdi", First = 2, Count = 12, Points = 1 };

    public static ItemFamily Lecture { get; } = new() { Code = "ALrd", Count = 14, Points = 1 };

    public static ItemFamily Comprehension { get; } = new() { Code = "ACrd", Count = 10, Points = 1 };

    /// <summary>Dictated words of a shopping list: 20 points, 22 with bonuses.</summary>
    public static ItemFamily Production { get; } = new() { Code = "APlc", Count = 20, Points = 1 };

    /// <summary>A newspaper in seven pieces: a point for each, and one more from five on.</summary>
    public static ItemFamily Puzzle { get; } = new() { Code = "HPar", Count = 1, Points = 8 };

    public static ItemFamily PuzzleQuestions { get; } = new() { Code = "HPar", First = 2, Count = 2, Points = 1 };

    public static ItemFamily Chart { get; } = new() { Code = "HGac", Count = 4, Points = 1 };

    public static ItemFamily Article { get; } = new() { Code = "HCvf", Count = 4, Points = 1 };

    /// <summary>Dictated words of an e-mail: 20 points, 22 with bonuses.</summary>
    public static ItemFamily Email { get; } = new() { Code = "HPfb", Count = 20, Points = 1 };

    public static IReadOnlyList<ItemFamily> Families { get; } =
        [FirstStep, Orientation, Lecture, Comprehension, Production, Puzzle, PuzzleQuestions, Chart, Article, Email];

    /// <summary>Items of the orientation that are read too: the reading total is of 17 points.</summary>
    public static IReadOnlyList<string> AlsoLecture { get; } = ["LOdi2", "LOdi4", "LOdi5"];

    /// <summary>Who puts <paramref name="placed"/> of the seven pieces in their place.</summary>
    public static decimal PuzzlePoints(int placed) => placed is >= 0 and <= 7
        ? placed + (placed >= 5 ? 1 : 0)
        : throw new ArgumentOutOfRangeException(nameof(placed), placed, "The puzzle has seven pieces.");
}
