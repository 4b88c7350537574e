namespace Beffroi.Eva.Scoring;

/// <summary>Our engine: what a person can do is read from right and wrong answers alone, with its error; time only tells whether the answers can be trusted.</summary>
static class AccuracyEngine
{
    public const string Version = "1";

    public static Score Run(PlayedEvaluation evaluation, BeffroiNorms norms)
    {
        List<Flag> flags = [.. Completeness.Flags(evaluation), .. Validity.Flags(evaluation, norms.Validity)];
        var counted = Counted(evaluation, norms).ToArray();
        var reading = counted.Where(a => a.Skill != Skill.Numeratie).ToArray();
        var numeracy = counted.Where(a => a.Skill == Skill.Numeratie).ToArray();
        var litteratie = Scale(reading, Flag.Litteratie, norms, flags)?.ToScale(norms.Cefr, null, norms.AnlciLitteratie);
        var numeratie = Scale(numeracy, Flag.Numeratie, norms, flags)?.ToScale(null, norms.Cenf, norms.AnlciNumeratie);
        return new Score
        {
            Engine = EngineName.Beffroi,
            EngineVersion = Version,
            NormsVersion = norms.Version,
            Litteratie = litteratie,
            Numeratie = numeratie,
            Synthesis = Screening.Synthesise(litteratie, numeratie, norms, flags),
            Flags = flags,
            SubResults = SubResult.Of(evaluation),
            Calibrated = counted.Length > 0 && counted.All(a => a is { Calibrated: true, Item: not null }),
        };
    }

    /// <summary>The answers that tell of an ability: not rapid guesses, nor a reading that was helped.</summary>
    public static IEnumerable<ScoredAnswer> Counted(PlayedEvaluation evaluation, BeffroiNorms norms) =>
        evaluation.Answers.Where(a => !norms.Validity.IsRapidGuess(a) && !a.LeavesReading);

    static Ability? Scale(ScoredAnswer[] answers, string about, BeffroiNorms norms, List<Flag> flags)
    {
        var questions = answers.Count(a => !a.IsLexical);
        if (answers.Length == 0)
        {
            return null;
        }

        var wordsAlone = questions < norms.FewestItems;
        if (wordsAlone && answers.Length - questions < norms.FewestLexicalItems)
        {
            flags.Add(new(FlagCode.TropPeuDeReponses, about, answers.Length));
            return null;
        }

        if (wordsAlone)
        {
            flags.Add(new(FlagCode.LexiqueSeul, about));
        }
        else if (questions < norms.FewItems)
        {
            flags.Add(new(FlagCode.PeuDeReponses, about, questions));
        }

        var ability = Ability.Of(answers, norms);
        if (ability.IsUnexpected(norms.Validity))
        {
            flags.Add(new(FlagCode.ReponsesInattendues, about));
        }

        return ability;
    }
}
