namespace Beffroi.Eva.Contracts;

/// <summary>Where a person goes next in the numeracy positioning. These are the rules of the original's games, which alone choose what is asked;
/// the profile is then computed by those of its server.</summary>
public static class MarcheRoute
{
    /// <summary>Per cent, rounded, from which the next level opens.</summary>
    public const decimal PercentForNext = 70;

    /// <summary>First pass: only the items that are fully right count.</summary>
    public static bool OpensNext(ItemMarks marks, int level) =>
        Percent(MarcheCodebook.Of(level).Sum(f => marks.FullyRight(f.Principal)), level) >= PercentForNext;

    /// <summary>Families to catch up, in order: those with at least one principal item that is not fully right, and that have a second chance. None when the level is passed.</summary>
    public static IReadOnlyList<MarcheFamily> ToCatchUp(ItemMarks marks, int level) =>
        OpensNext(marks, level) ? [] : [.. MarcheCodebook.Of(level).Where(f => f.HasCatchUp && !marks.AllFull(f.Principal))];

    /// <summary>Second pass, once the families were caught up: the better of both totals of each family.</summary>
    public static bool OpensNextAfterCatchUp(ItemMarks marks, int level) => Percent(PointsIn(marks, level), level) >= PercentForNext;

    /// <summary>Points of a level: in each family the better of its principal and catch-up totals, parts of items included.</summary>
    public static decimal PointsIn(ItemMarks marks, int level)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return MarcheCodebook.Of(level).Sum(f => Math.Max(marks.Of(f.Principal), f.CatchUp is { } again ? marks.Of(again) : 0));
    }

    static decimal Percent(decimal points, int level) => Math.Round(100 * points / MarcheCodebook.PointsOf(level), MidpointRounding.AwayFromZero);
}
