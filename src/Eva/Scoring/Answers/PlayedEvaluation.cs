namespace Beffroi.Eva.Scoring;

/// <summary>The answers given in one situation, in the order they were given.</summary>
public sealed record ScoredSituation(Situation Situation, bool Finished, IReadOnlyList<ScoredAnswer> Answers)
{
    public IReadOnlyList<ScoredAnswer> Answers { get; } = Checked(Situation, Answers);

    static IReadOnlyList<ScoredAnswer> Checked(Situation situation, IReadOnlyList<ScoredAnswer> answers)
    {
        if (answers.Any(answer => answer.Situation != situation))
        {
            throw new ArgumentException("An answer belongs to another situation.", nameof(answers));
        }

        if (answers.Any(answer => answer.IsLexical != (situation == Situation.Maintenance)))
        {
            throw new ArgumentException("Maintenance, and only it, says of each stimulus whether it is a word.", nameof(answers));
        }

        return answers;
    }
}

/// <summary>One person's evaluation: at most one play of each situation.</summary>
public sealed record PlayedEvaluation(IReadOnlyList<ScoredSituation> Situations)
{
    public IReadOnlyList<ScoredSituation> Situations { get; } =
        Situations.DistinctBy(played => played.Situation).Count() == Situations.Count
            ? Situations
            : throw new ArgumentException("A situation counts once: choose one play of it.", nameof(Situations));

    internal IEnumerable<ScoredAnswer> Answers => Situations.SelectMany(situation => situation.Answers);
}
