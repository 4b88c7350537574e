using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>A person's ability on one scale, from the answers that measure it.</summary>
sealed class Ability
{
    Ability(Posterior posterior, IReadOnlyList<Response> questions, int items) => (Posterior, Questions, Items) = (posterior, questions, items);

    public Posterior Posterior { get; }

    public IReadOnlyList<Response> Questions { get; }

    public int Items { get; }

    /// <summary>Answers of one skill in one situation share more than the ability (the same texts, the same play): they are a testlet.
    /// Time has no part in it: an answer counts as right or wrong, whatever it took.</summary>
    public static Ability Of(IReadOnlyList<ScoredAnswer> answers, BeffroiNorms norms)
    {
        Response Read(ScoredAnswer answer) => new(norms.ParametersOf(answer), answer.Correct);
        var testlets = from answer in answers
                       group Read(answer) by (answer.Situation, answer.Skill, answer.IsLexical) into together
                       select new Testlet([.. together], together.Key.IsLexical ? norms.LexicalVariance : norms.QuestionVariance);
        var prior = Quadrature.Normal(norms.Prior.Mean, norms.Prior.Sd);
        return new(Posterior.Given(prior, testlets), [.. answers.Where(a => !a.IsLexical).Select(Read)], answers.Count);
    }

    /// <summary>The same, from answers already grouped by what they share.</summary>
    public static Ability Of(IReadOnlyList<Testlet> testlets, BeffroiNorms norms)
    {
        IReadOnlyList<Response> answers = [.. testlets.SelectMany(t => t.Responses)];
        return new(Posterior.Given(Quadrature.Normal(norms.Prior.Mean, norms.Prior.Sd), testlets), answers, answers.Count);
    }

    /// <summary>Whether hard questions are passed and easy ones failed, more than errors of chance explain.</summary>
    public bool IsUnexpected(ValidityNorms norms) =>
        Questions.Count >= norms.FewestForFit && PersonFit.StandardisedLogLikelihood(Posterior.Mean, Questions) < norms.MisfitBelow;

    /// <summary>The level is that of the expected ability: the levels of two frameworks never disagree, and one more right answer never lowers one
    /// (the most probable level would skip the narrow ones).</summary>
    public Scale ToScale(Cuts<Cefr>? cefr, Cuts<Cenf>? cenf, Cuts<Anlci> anlci)
    {
        var (low, high) = Posterior.Interval();
        return new()
        {
            Value = Posterior.Mean,
            StandardError = Posterior.StandardDeviation,
            Interval = new(low, high),
            Cefr = cefr?.LevelOf(Posterior.Mean),
            Cenf = cenf?.LevelOf(Posterior.Mean),
            Anlci = anlci.LevelOf(Posterior.Mean),
            FrameworkProbabilities = cefr?.Probabilities(Posterior) ?? cenf!.Probabilities(Posterior),
            AnlciProbabilities = anlci.Probabilities(Posterior),
            Items = Items,
        };
    }
}
