namespace Beffroi.Crowdsourcing;

/// <summary>Shares of the answers of each item.</summary>
static class Majority
{
    public static Aggregation Of(VoteTable votes)
    {
        var posteriors = Shares(votes);
        var skills = new double[votes.Workers];
        var counts = new int[votes.Workers];
        foreach (var vote in votes.All())
        {
            skills[vote.Worker] += posteriors[(vote.Item * votes.Classes) + vote.Label];
            counts[vote.Worker]++;
        }

        for (var worker = 0; worker < votes.Workers; worker++)
        {
            skills[worker] = counts[worker] == 0 ? 1.0 / votes.Classes : skills[worker] / counts[worker];
        }

        return new(AggregationMethod.Majority, votes, posteriors, ClassShares.Of(votes, posteriors, smoothing: 0), skills, confusions: null);
    }

    /// <summary>The start of every method: items × classes; even where nobody answered.</summary>
    public static double[] Shares(VoteTable votes)
    {
        var classes = votes.Classes;
        var shares = new double[votes.Items * classes];
        for (var item = 0; item < votes.Items; item++)
        {
            var row = shares.AsSpan(item * classes, classes);
            var labels = votes.LabelsOf(item);
            if (labels.IsEmpty)
            {
                row.Fill(1.0 / classes);
                continue;
            }

            foreach (var label in labels)
            {
                row[label]++;
            }

            for (var truth = 0; truth < classes; truth++)
            {
                row[truth] /= labels.Length;
            }
        }

        return shares;
    }
}
