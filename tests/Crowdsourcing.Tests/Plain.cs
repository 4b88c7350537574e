namespace Beffroi.Crowdsourcing.Tests;

/// <summary>The same methods written another way, by the book and slowly: products of probabilities, dictionaries, no shared code.</summary>
static class Plain
{
    public static double[][] Majority(IReadOnlyCollection<Vote> votes, int items, int classes) =>
        [.. Enumerable.Range(0, items).Select(i => votes.Where(v => v.Item == i).Distinct().Select(v => v.Label).ToList())
            .Select(given => Enumerable.Range(0, classes).Select(k => given.Count == 0 ? 1.0 / classes : given.Count(l => l == k) / (double)given.Count).ToArray())];

    /// <summary>Dawid-Skene that runs a set number of rounds; items all have an answer.</summary>
    public static double[][] DawidSkene(IReadOnlyCollection<Vote> votes, int items, int classes, int rounds, double a = 0.1, double diagonal = 1)
    {
        var distinct = votes.Distinct().ToList();
        var t = Majority(distinct, items, classes);
        for (var round = 0; round < rounds; round++)
        {
            double Weight(int worker, int truth, int label) => distinct.Where(v => v.Worker == worker && v.Label == label).Sum(v => t[v.Item][truth]) + a + (truth == label ? diagonal : 0);
            var weights = distinct.Select(v => v.Worker).Distinct().SelectMany(w => Enumerable.Range(0, classes).SelectMany(j => Enumerable.Range(0, classes).Select(l => (w, j, l)))).ToDictionary(x => x, x => Weight(x.w, x.j, x.l));
            var totals = weights.GroupBy(x => (x.Key.w, x.Key.j)).ToDictionary(g => g.Key, g => g.Sum(x => x.Value));
            var shares = Enumerable.Range(0, classes).Select(j => (t.Sum(row => row[j]) + a) / (items + (classes * a))).ToArray();
            t = [.. Enumerable.Range(0, items).Select(i => Normalised([.. Enumerable.Range(0, classes)
                .Select(j => distinct.Where(v => v.Item == i).Aggregate(shares[j], (product, v) => product * weights[(v.Worker, j, v.Label)] / totals[(v.Worker, j)]))]))];
        }

        return t;
    }

    public static double[][] OneCoin(IReadOnlyCollection<Vote> votes, int items, int classes, int rounds)
    {
        var distinct = votes.Distinct().ToList();
        var t = Majority(distinct, items, classes);
        for (var round = 0; round < rounds; round++)
        {
            var right = distinct.GroupBy(v => v.Worker).ToDictionary(g => g.Key, g => (g.Sum(v => t[v.Item][v.Label]) + 1.1) / (g.Count() + 1 + (0.1 * classes)));
            var shares = Enumerable.Range(0, classes).Select(j => (t.Sum(row => row[j]) + 0.1) / (items + (classes * 0.1))).ToArray();
            t = [.. Enumerable.Range(0, items).Select(i => Normalised([.. Enumerable.Range(0, classes)
                .Select(j => distinct.Where(v => v.Item == i).Aggregate(shares[j], (product, v) => product * (v.Label == j ? right[v.Worker] : (1 - right[v.Worker]) / (classes - 1))))]))];
        }

        return t;
    }

    /// <summary>By the matrix of coincidences, as Krippendorff (2011) lays it out.</summary>
    public static double Alpha(IReadOnlyCollection<Vote> votes, int classes)
    {
        var matrix = new double[classes, classes];
        foreach (var unit in votes.GroupBy(v => v.Item).Where(g => g.Count() > 1))
        {
            var given = unit.ToList();
            foreach (var one in given)
            {
                foreach (var other in given.Where(o => o.Worker != one.Worker || o.Label != one.Label))
                {
                    matrix[one.Label, other.Label] += 1.0 / (given.Count - 1);
                }
            }
        }

        var all = Enumerable.Range(0, classes).ToArray();
        var totals = all.Select(c => all.Sum(k => matrix[c, k])).ToArray();
        var n = totals.Sum();
        var observed = all.Sum(c => all.Where(k => k != c).Sum(k => matrix[c, k]));
        var expected = all.Sum(c => all.Where(k => k != c).Sum(k => totals[c] * totals[k])) / (n - 1);
        return 1 - (observed / expected);
    }

    static double[] Normalised(double[] weights) => [.. weights.Select(w => w / weights.Sum())];
}
