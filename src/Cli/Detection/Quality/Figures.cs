namespace Beffroi.Cli.Detection.Quality;

/// <summary>What a model is worth on labelled accounts. Undetermined accounts count like the others in every figure but their own: the decision is the probability at one half.</summary>
sealed record Figures
{
    public required int Accounts { get; init; }

    public required int Bots { get; init; }

    /// <summary>Probability that a program has a higher score than a person (Mann and Whitney, 1947; ties by half). Null when there is one label only.</summary>
    public required double? Auc { get; init; }

    /// <summary>Null when there is one label only, as recall and F1: all right or all wrong by construction.</summary>
    public required double? Precision { get; init; }

    public required double? Recall { get; init; }

    public required double? F1 { get; init; }

    /// <summary>Mean squared difference between probability and label (Brier, 1950).</summary>
    public required double Brier { get; init; }

    /// <summary>Expected calibration error over ten equal classes of probability (Naeini, Cooper and Hauskrecht, 2015). Null when there is one label only: it would only say how far the share supposed is from 0 or 1.</summary>
    public required double? Ece { get; init; }

    public required int Undetermined { get; init; }

    public static Figures Of(IReadOnlyList<Judged> judged)
    {
        var bots = judged.Count(j => j.Bot);
        var (right, said) = (judged.Count(j => j.Bot && j.Probability > 0.5), judged.Count(j => j.Probability > 0.5));
        var both = bots > 0 && bots < judged.Count;
        return new()
        {
            Accounts = judged.Count, Bots = bots, Auc = AucOf(judged), Precision = both && said > 0 ? (double)right / said : null, Recall = both ? (double)right / bots : null,
            F1 = both ? 2.0 * right / (said + bots) : null,
            Brier = judged.Average(j => Math.Pow(j.Probability - (j.Bot ? 1 : 0), 2)),
            Ece = both ? EceOf(judged) : null, Undetermined = judged.Count(j => j.Undetermined),
        };
    }

    public static double? AucOf(IReadOnlyList<Judged> judged)
    {
        var ordered = judged.OrderBy(j => j.Score).ToArray();
        var (ranks, bots) = (0.0, 0L);
        for (var i = 0; i < ordered.Length;)
        {
            var end = i;
            while (end < ordered.Length && ordered[end].Score.Equals(ordered[i].Score))
            {
                end++;
            }

            for (var rank = (i + 1 + end) / 2.0; i < end; i++)
            {
                (ranks, bots) = ordered[i].Bot ? (ranks + rank, bots + 1) : (ranks, bots);
            }
        }

        var people = ordered.Length - bots;
        return bots == 0 || people == 0 ? null : (ranks - (bots * (bots + 1) / 2.0)) / ((double)bots * people);
    }

    static double EceOf(IReadOnlyList<Judged> judged) => judged.GroupBy(j => Math.Min(9, (int)(j.Probability * 10)))
        .Sum(g => Math.Abs(g.Sum(j => j.Probability) - g.Count(j => j.Bot))) / judged.Count;
}
