using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

/// <summary>The profile of the numeracy positioning by the published rules of its server (<c>historique</c>).</summary>
public static class NumeratieProfile
{
    /// <summary>Per cent of the points of level 3 that must be passed, strictly, for profile 4.</summary>
    const decimal PercentToPass = 70;

    /// <summary>Not rounded.</summary>
    public static decimal PercentIn(ItemMarks marks, int level) => 100 * MarcheRoute.PointsIn(marks, level) / MarcheCodebook.PointsOf(level);

    /// <summary>By how far the person went; 4 and 4+ by what she got there. Indéterminé when level 1 was not played to its last item.</summary>
    public static ProfilNumeratie? Of(ItemMarks marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return (Reached(marks, 3), Reached(marks, 2)) switch
        {
            (true, _) when PercentIn(marks, 3) > PercentToPass => CaughtUp(marks, 3) ? ProfilNumeratie.Profil4 : ProfilNumeratie.Profil4Plus,
            (true, _) => ProfilNumeratie.Profil3,
            (_, true) => ProfilNumeratie.Profil2,
            _ => marks.Answered(MarcheCodebook.LastOfLevel1) ? ProfilNumeratie.Profil1 : null,
        };
    }

    static bool Reached(ItemMarks marks, int level) => MarcheCodebook.Of(level).Any(f => marks.AnsweredAny(f.Principal));

    static bool CaughtUp(ItemMarks marks, int level) => MarcheCodebook.Of(level).Any(f => f.CatchUp is { } again && marks.AnsweredAny(again));
}
