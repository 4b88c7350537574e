using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

/// <summary>The published rules, on plays whose questions followed them.</summary>
public static class HistoricalPositioning
{
    public const string Version = "1";

    /// <summary>Thresholds as read in the original's public code in July 2026.</summary>
    public const string Norms = "positionnement-historique-2026-07";

    /// <summary>Null when no play followed the published rules: an adaptive test skips what they count.</summary>
    public static PositioningScore? Run(IReadOnlyList<RoutePlay> plays)
    {
        var mine = plays.Where(p => p.Mode is RouteMode.Historique).ToList();
        if (mine.Count == 0)
        {
            return null;
        }

        var cafe = mine.Find(p => p.IsLiteracy);
        var market = mine.Find(p => !p.IsLiteracy);
        var reading = cafe is null ? null : LitteratieProfile.Of(ItemMarks.Of(cafe.Marks), abandoned: cafe.Next is not null);
        var marks = market is null ? null : ItemMarks.Of(market.Marks);
        var numeracy = marks is null ? null : NumeratieProfile.Of(marks);
        return new()
        {
            Engine = PositioningEngine.Historique,
            EngineVersion = Version,
            NormsVersion = Norms,
            Banks = PositioningScore.BanksOf(mine),
            Route = RouteMode.Historique,
            LitteratieProfile = reading,
            NumeratieProfile = numeracy,
            Points = [.. cafe is null ? [] : Points(ItemMarks.Of(cafe.Marks)), .. marks is null ? [] : Points(marks, Enumerable.Range(1, MarcheCodebook.Levels))],
            Clea = marks is null ? [] : CleaDomain2.Of(marks),
            Synthesis = PositionnementReading.Synthesise(reading?.Profil, numeracy),
            Flags = [.. mine.Where(p => p.Next is not null).Select(p => new Flag(FlagCode.SituationInachevee, p.Bank.Situation))],
            Skills = PositioningScore.Tally(mine),
        };
    }

    // A part that was not played says nothing.
    static IEnumerable<PartPoints> Points(ItemMarks marks)
    {
        (string Part, decimal More, ItemFamily[] Families)[] parts =
        [
            ("orientation", 0, [CafeCodebook.Orientation]),
            ("lecture", CafeCodebook.AlsoLecture.Count, [CafeCodebook.Lecture]),
            ("comprehension", 0, [CafeCodebook.Comprehension]),
            ("production", 0, [CafeCodebook.Production]),
            ("parcours_haut", 0, [CafeCodebook.Puzzle, CafeCodebook.PuzzleQuestions, CafeCodebook.Chart, CafeCodebook.Article, CafeCodebook.Email]),
        ];
        return from part in parts
               where part.Families.Any(marks.AnsweredAny)
               select new PartPoints(
                   part.Part,
                   part.Families.Sum(marks.Of) + (part.More > 0 ? CafeCodebook.AlsoLecture.Sum(marks.Of) : 0),
                   part.Families.Sum(f => f.MaxPoints) + part.More);
    }

    static IEnumerable<PartPoints> Points(ItemMarks marks, IEnumerable<int> levels) =>
        from level in levels
        where MarcheCodebook.Of(level).Any(f => marks.AnsweredAny(f.Principal))
        select new PartPoints(FormattableString.Invariant($"niveau_{level}"), MarcheRoute.PointsIn(marks, level), MarcheCodebook.PointsOf(level));
}
