namespace Beffroi.Crowdsourcing.Bench;

/// <summary>Dawid-Skene as one first writes it: dictionaries of arrays, probabilities multiplied as logarithms, the same prior, start and rounds.</summary>
static class PlainDawidSkene
{
    public static Dictionary<int, double[]> Of(Vote[] votes, int classes, int rounds)
    {
        var byItem = votes.GroupBy(v => v.Item).ToDictionary(g => g.Key, g => g.ToList());
        var posteriors = byItem.ToDictionary(g => g.Key, g => Enumerable.Range(0, classes).Select(k => g.Value.Count(v => v.Label == k) / (double)g.Value.Count).ToArray());
        for (var round = 0; round < rounds; round++)
        {
            var confusions = new Dictionary<int, double[][]>();
            var shares = Enumerable.Range(0, classes).Select(k => Math.Log((posteriors.Values.Sum(p => p[k]) + 0.1) / (posteriors.Count + (0.1 * classes)))).ToArray();
            foreach (var vote in votes)
            {
                if (!confusions.TryGetValue(vote.Worker, out var confusion))
                {
                    confusion = [.. Enumerable.Range(0, classes).Select(j => Enumerable.Range(0, classes).Select(l => j == l ? 1.1 : 0.1).ToArray())];
                    confusions.Add(vote.Worker, confusion);
                }

                for (var truth = 0; truth < classes; truth++)
                {
                    confusion[truth][vote.Label] += posteriors[vote.Item][truth];
                }
            }

            foreach (var row in confusions.Values.SelectMany(c => c))
            {
                var total = row.Sum();
                for (var label = 0; label < classes; label++)
                {
                    row[label] = Math.Log(row[label] / total);
                }
            }

            foreach (var (item, given) in byItem)
            {
                var logs = shares.Select((share, truth) => share + given.Sum(v => confusions[v.Worker][truth][v.Label])).ToArray();
                var weights = logs.Select(l => Math.Exp(l - logs.Max())).ToArray();
                posteriors[item] = [.. weights.Select(w => w / weights.Sum())];
            }
        }

        return posteriors;
    }
}
