namespace Beffroi.Crowdsourcing;

/// <summary>Each person weighs as often as they are with the majority; an item whose majority is tied counts a share.</summary>
static class Wawa
{
    public static Aggregation Of(VoteTable votes)
    {
        var majority = Majority.Shares(votes);
        var skills = Agreement(votes, majority);
        var posteriors = new double[majority.Length];
        foreach (var vote in votes.All())
        {
            posteriors[(vote.Item * votes.Classes) + vote.Label] += skills[vote.Worker];
        }

        for (var item = 0; item < votes.Items; item++)
        {
            var row = posteriors.AsSpan(item * votes.Classes, votes.Classes);
            var total = 0.0;
            foreach (var weight in row)
            {
                total += weight;
            }

            // Nobody who answered was ever with a majority: then all weigh the same.
            for (var truth = 0; truth < row.Length; truth++)
            {
                row[truth] = total > 0 ? row[truth] / total : majority[(item * votes.Classes) + truth];
            }
        }

        return new(AggregationMethod.Wawa, votes, posteriors, ClassShares.Of(votes, posteriors, smoothing: 0), skills, confusions: null);
    }

    static double[] Agreement(VoteTable votes, double[] majority)
    {
        var skills = new double[votes.Workers];
        var counts = new int[votes.Workers];
        foreach (var vote in votes.All())
        {
            var row = majority.AsSpan(vote.Item * votes.Classes, votes.Classes);
            skills[vote.Worker] += Highest.Holds(row, vote.Label) ? 1.0 / Highest.Tied(row) : 0;
            counts[vote.Worker]++;
        }

        for (var worker = 0; worker < skills.Length; worker++)
        {
            skills[worker] = counts[worker] == 0 ? 1.0 / votes.Classes : skills[worker] / counts[worker];
        }

        return skills;
    }
}
