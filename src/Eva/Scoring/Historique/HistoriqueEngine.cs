namespace Beffroi.Eva.Scoring;

/// <summary>The published rules of 2020, for comparison: a raw score is right answers divided by their mean time, then three rounds of
/// standard scores. Speed and accuracy are mixed, there is no error of measurement, and the norms are those of other items than ours.</summary>
public static class HistoriqueEngine
{
    public const string Version = "1";

    public static Score Run(PlayedEvaluation evaluation, HistoriqueNorms norms)
    {
        List<Flag> flags = [.. Completeness.Flags(evaluation)];
        var inSituations = InSituations(evaluation, norms, flags);
        var overall = (from score in inSituations
                       group score.Z by score.Skill into zs
                       select new StandardScore(null, zs.Key, null, norms.Skills[zs.Key].Standardise(zs.Average()))).ToArray();
        var reading = overall.Where(score => score.Skill != Skill.Numeratie).Select(score => score.Z).ToArray();
        var numeracy = overall.SingleOrDefault(score => score.Skill == Skill.Numeratie);
        var litteratie = reading.Length == 0 ? (double?)null : norms.Litteratie.Standardise(reading.Average());
        var numeratie = numeracy is null ? (double?)null : norms.Numeratie.Standardise(numeracy.Z);
        var cefr = litteratie is { } l ? norms.Cefr.LevelOf(l) : (Cefr?)null;
        var cenf = numeratie is { } n ? norms.Cenf.LevelOf(n) : (Cenf?)null;
        return new Score
        {
            Engine = EngineName.Historique,
            EngineVersion = Version,
            NormsVersion = norms.Version,
            Litteratie = litteratie is { } z1 ? new() { Value = z1, Cefr = cefr, Anlci = norms.AnlciLitteratie.LevelOf(z1), Items = Counted(evaluation, numeracy: false) } : null,
            Numeratie = numeratie is { } z2 ? new() { Value = z2, Cenf = cenf, Anlci = norms.AnlciNumeratie.LevelOf(z2), Items = Counted(evaluation, numeracy: true) } : null,
            Synthesis = Synthesise(cefr, cenf),
            Flags = flags,
            SubResults = SubResult.Of(evaluation),
            StandardScores = [.. inSituations, .. overall],
            Calibrated = false,
        };
    }

    /// <summary>Potential illiteracy on either scale, the socle on both, nothing without any, else neither.</summary>
    public static Synthesis? Synthesise(Cefr? cefr, Cenf? cenf) => (cefr, cenf) switch
    {
        (null, null) => null,
        (Cefr.PreA1, _) or (_, Cenf.PreX1) => Synthesis.IllettrismePotentiel,
        (Cefr.B1, Cenf.Y1) => Synthesis.SocleClea,
        _ => Synthesis.NiNi,
    };

    static List<StandardScore> InSituations(PlayedEvaluation evaluation, HistoriqueNorms norms, List<Flag> flags)
    {
        List<StandardScore> scores = [];
        foreach (var answers in evaluation.Answers.Where(a => !a.LeavesReading).GroupBy(a => (a.Situation, a.Skill)))
        {
            if (!norms.Raw.TryGetValue(answers.Key, out var norm))
            {
                continue;
            }

            if (RawScore(answers) is { } raw)
            {
                scores.Add(new(answers.Key.Situation, answers.Key.Skill, raw, norm.Standardise(raw)));
            }
            else
            {
                flags.Add(new(FlagCode.TempsInconnu, TechnicalName.Of(answers.Key.Situation)));
            }
        }

        return scores;
    }

    // Maintenance multiplies its two halves. Its published filter on times (mean ± 2 SD of all stored plays) is left out everywhere:
    // it moves with the database, so no stored score could be computed again.
    static double? RawScore(IGrouping<(Situation Situation, Skill Skill), ScoredAnswer> answers) =>
        answers.Key.Situation == Situation.Maintenance
            ? Rate(answers.Where(a => a.IsWord == true)) * Rate(answers.Where(a => a.IsWord == false))
            : Rate(answers);

    // Right answers divided by their mean time; 0 when there is none or when they took no time; unknown when no time was recorded.
    static double? Rate(IEnumerable<ScoredAnswer> answers)
    {
        var right = answers.Where(a => a.Correct).ToArray();
        var times = right.Where(a => a.Seconds is not null).Select(a => a.Seconds!.Value).ToArray();
        return right.Length == 0 ? 0 : times.Length == 0 ? null : times.Average() is > 0 and var mean ? right.Length / mean : 0;
    }

    static int Counted(PlayedEvaluation evaluation, bool numeracy) =>
        evaluation.Answers.Count(a => (a.Skill == Skill.Numeratie) == numeracy && !a.LeavesReading);
}
