using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

/// <summary>The profile of the literacy positioning by the published rules (<c>historique</c>), and the three that make it on the low route.</summary>
public sealed record LitteratieProfile(ProfilLitteratie? Profil, ProfilLitteratie? Lecture, ProfilLitteratie? Comprehension, ProfilLitteratie? Production)
{
    /// <summary>Out of 17: 15, 11, 7.</summary>
    public static ProfilLitteratie OfLecture(decimal points) => Low(points, 15, 11, 7);

    /// <summary>Out of 10: 9, 7, 5.</summary>
    public static ProfilLitteratie OfComprehension(decimal points) => Low(points, 9, 7, 5);

    /// <summary>Out of 20, 22 with bonuses: 18, 14, 9.</summary>
    public static ProfilLitteratie OfProduction(decimal points) => Low(points, 18, 14, 9);

    /// <summary>The lowest of the three; indéterminé when one is missing.</summary>
    public static ProfilLitteratie? OfLowRoute(ProfilLitteratie? lecture, ProfilLitteratie? comprehension, ProfilLitteratie? production) =>
        (lecture, comprehension, production) is ({ } l, { } c, { } p) ? new[] { l, c, p }.Min() : null;

    /// <summary>Out of 38, 40 with bonuses: 33, 26, 16; below, aberrant.</summary>
    public static ProfilLitteratie OfHighRoute(decimal points) => points switch
    {
        >= 33 => ProfilLitteratie.Profil4HPlusPlus,
        >= 26 => ProfilLitteratie.Profil4HPlus,
        >= 16 => ProfilLitteratie.Profil4H,
        _ => ProfilLitteratie.Aberrant,
    };

    /// <summary>The high route where it was played whole, else the low one; indéterminé when the play was abandoned.</summary>
    public static LitteratieProfile Of(ItemMarks marks, bool abandoned)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var lecture = marks.Known(CafeCodebook.Lecture) + CafeCodebook.AlsoLecture.Sum(marks.Of) is { } l ? OfLecture(l) : (ProfilLitteratie?)null;
        var comprehension = marks.Known(CafeCodebook.Comprehension) is { } c ? OfComprehension(c) : (ProfilLitteratie?)null;
        var production = marks.Known(CafeCodebook.Production) is { } p ? OfProduction(p) : (ProfilLitteratie?)null;
        var high = High(marks) is { } points ? OfHighRoute(points) : (ProfilLitteratie?)null;
        return new(abandoned ? null : high ?? OfLowRoute(lecture, comprehension, production), lecture, comprehension, production);
    }

    // All four are required.
    static decimal? High(ItemMarks marks) =>
        Puzzle(marks) + marks.Known(CafeCodebook.Chart) + marks.Known(CafeCodebook.Article) + marks.Known(CafeCodebook.Email);

    static decimal? Puzzle(ItemMarks marks) =>
        marks.AnsweredAny(CafeCodebook.Puzzle) || marks.AnsweredAny(CafeCodebook.PuzzleQuestions)
            ? marks.Of(CafeCodebook.Puzzle) + marks.Of(CafeCodebook.PuzzleQuestions)
            : null;

    static ProfilLitteratie Low(decimal points, decimal four, decimal three, decimal two) =>
        points >= four ? ProfilLitteratie.Profil4
        : points >= three ? ProfilLitteratie.Profil3
        : points >= two ? ProfilLitteratie.Profil2
        : ProfilLitteratie.Profil1;
}
