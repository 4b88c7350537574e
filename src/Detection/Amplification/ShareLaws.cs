using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>A normal law of a share, with the weight that it has in a mixture.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct WeightedLaw(double Weight, double Mean, double Deviation)
{
    /// <summary>The chance that the share is at most this.</summary>
    public double Below(double share) => Deviation <= 0 ? (share >= Mean ? 1 : 0) : Tail((Mean - share) / Deviation);

    /// <summary>P(Z ≥ z), to seven digits (Abramowitz and Stegun, 1964, 26.2.17).</summary>
    static double Tail(double z)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var above = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z >= 0 ? above : 1 - above;
    }
}

/// <summary>Laws of the share of automated accounts and posts at each share π of programs and each common error z of the model.</summary>
static class ShareLaws
{
    // logit π: from one in 22,000 to its contrary, coarsely, then finely where there is something to see.
    const double Farthest = 10;
    const double Coarse = 0.25;
    const int Fine = 60;

    /// <summary>A logarithm of weight under the greatest that no longer counts.</summary>
    const double Negligible = 14;

    /// <summary>Common errors, in standard deviations.</summary>
    static readonly double[] Errors = [-2.4, -1.6, -0.8, 0, 0.8, 1.6, 2.4];

    public static IReadOnlyList<(WeightedLaw Accounts, WeightedLaw Posts)> Of(ScoreCells cells) => cells.Scored.Count == 0
        ? [(new(1, 1, 0), new(1, 1, 0))]
        : [.. (cells.Scored.All(c => c.Spread == 0) ? [0] : Errors).SelectMany(z => At(cells, z))];

    /// <summary>Laws at one common error, whose weights sum to that of the error: scores that are all moved alike do not tell by how much, so that the error keeps the chance that it had.</summary>
    static IEnumerable<(WeightedLaw Accounts, WeightedLaw Posts)> At(ScoreCells cells, double z)
    {
        double[] ratios = [.. cells.Scored.Select(c => Math.Exp(c.LogOdds + (z * c.Spread)))];
        var coarse = Range(-Farthest, Farthest, (int)(2 * Farthest / Coarse) + 1).Select(g => (Logit: g, Log: LogWeight(cells, ratios, g))).ToList();
        var most = coarse.Max(s => s.Log);
        var kept = coarse.Where(s => s.Log > most - Negligible).Select(s => s.Logit).ToList();
        var fine = Range(kept.Min() - Coarse, kept.Max() + Coarse, Fine).Select(g => (Logit: g, Log: LogWeight(cells, ratios, g))).ToList();
        var top = fine.Max(w => w.Log);
        var total = fine.Sum(w => Math.Exp(w.Log - top));
        var error = Math.Exp(-z * z / 2);
        return fine.Where(w => w.Log > top - Negligible).Select(w => Law(cells, ratios, w.Logit, error * Math.Exp(w.Log - top) / total));
    }

    static double[] Range(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    /// <summary>Of π uniform (its density on the scale of the logit is π·(1 − π)), given the scores. Who declares to be automated says nothing of the scores of others, and is left out of π.</summary>
    static double LogWeight(ScoreCells cells, double[] ratios, double logit)
    {
        var (pi, log, product) = (Odds.Probability(logit), 0.0, 1.0);
        for (var at = 0; at < ratios.Length; at++)
        {
            var (term, count) = ((pi * ratios[at]) + 1 - pi, cells.Scored[at].Count);
            if (count > 1)
            {
                log += count * Math.Log(term);
                continue;
            }

            // One logarithm for many terms.
            product *= term;
            if (product is > 1e200 or < 1e-200)
            {
                (log, product) = (log + Math.Log(product), 1);
            }
        }

        return log + Math.Log(product) + Math.Log(pi) + Math.Log(1 - pi);
    }

    static (WeightedLaw Accounts, WeightedLaw Posts) Law(ScoreCells cells, double[] ratios, double logit, double weight)
    {
        var odds = Math.Exp(logit);
        var (accounts, posts, accountsVariance, postsVariance) = (cells.Declared, cells.DeclaredPosts, 0.0, 0.0);
        var (count, total) = (cells.Declared, cells.DeclaredPosts);
        foreach (var (at, cell) in cells.Scored.Index())
        {
            var p = odds * ratios[at] / (1 + (odds * ratios[at]));
            (count, total) = (count + cell.Count, total + cell.Posts);
            (accounts, posts) = (accounts + (cell.Count * p), posts + (cell.Posts * p));
            (accountsVariance, postsVariance) = (accountsVariance + (cell.Count * p * (1 - p)), postsVariance + (cell.Squares * p * (1 - p)));
        }

        return (new(weight, accounts / count, Math.Sqrt(accountsVariance) / count), new(weight, posts / total, Math.Sqrt(postsVariance) / total));
    }
}
