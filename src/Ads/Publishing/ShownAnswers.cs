namespace Beffroi.Ads;

/// <summary>The answers about a group of ads, as everybody may read them. Whether it is a known answer hidden among the others is never told.</summary>
public sealed record ShownAnswers
{
    /// <summary>Those that count.</summary>
    public required int Answers { get; init; }

    public required GroupState State { get; init; }

    /// <summary>Empty below <see cref="Publication.LeastAnswers"/>.</summary>
    public required IReadOnlyList<ShownQuestion> Questions { get; init; }

    public ShownQuestion? this[Question question] => Questions.FirstOrDefault(q => q.Question == question);

    public static ShownAnswers Of(AdGroup group, IEnumerable<Verdict> verdicts)
    {
        List<ShownQuestion> enough = [.. verdicts.Where(v => v.Answers >= Publication.LeastAnswers).OrderBy(v => v.Question).Select(ShownQuestion.Of)];
        if (group.State != GroupState.Gold)
        {
            return new() { Answers = group.Answers, State = group.State, Questions = enough };
        }

        // As it was when its answer became known; otherwise like one that has just begun.
        var before = enough.Find(q => q.Question == Question.Political);
        return new() { Answers = before?.Answers ?? Math.Min(group.Answers, Publication.LeastAnswers - 1), State = before is { Settled: true } ? GroupState.Settled : GroupState.Open, Questions = enough };
    }
}

/// <summary>The answers to one question: how many said what, and what they give once put together.</summary>
public sealed record ShownQuestion
{
    public required Question Question { get; init; }
    public required int Answers { get; init; }

    /// <summary>In the order of the answers offered; those that nobody gave too.</summary>
    public required IReadOnlyList<ShownCount> Counts { get; init; }

    /// <summary>Null: none leads, or not surely enough.</summary>
    public required string? Leading { get; init; }

    /// <summary>In [0, 1].</summary>
    public required double Certainty { get; init; }

    /// <summary>Null on a tie.</summary>
    public required string? Majority { get; init; }
    public required double MajorityShare { get; init; }

    /// <summary>Enough answers, sure enough.</summary>
    public required bool Settled { get; init; }

    public static ShownQuestion Of(Verdict verdict)
    {
        var (counts, posterior) = (Tallies.Counts(verdict.Counts), Tallies.Shares(verdict.Posterior));
        return new()
        {
            Question = verdict.Question,
            Answers = verdict.Answers,
            Counts = [.. Offered(verdict.Question).Select(name => new ShownCount(name, counts.GetValueOrDefault(name), verdict.Answers == 0 ? 0 : (double)counts.GetValueOrDefault(name) / verdict.Answers, posterior.TryGetValue(name, out var p) ? p : null))],
            Leading = verdict.Settled ? verdict.Leading : null,
            Certainty = verdict.Certainty,
            Majority = verdict.Majority,
            MajorityShare = verdict.MajorityShare,
            Settled = verdict.Settled,
        };
    }

    public static IReadOnlyList<string> Offered(Question question) => question.Answers();
}

/// <param name="Share">Of those who answered, in [0, 1].</param>
/// <param name="Probability">Once people's skills are weighed; null where it is not computed.</param>
public sealed record ShownCount(string Answer, int Count, double Share, double? Probability);
