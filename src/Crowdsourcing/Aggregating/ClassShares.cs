namespace Beffroi.Crowdsourcing;

/// <summary>Share of each class among the items that have an answer.</summary>
static class ClassShares
{
    public static double[] Of(VoteTable votes, double[] posteriors, double smoothing)
    {
        var shares = new double[votes.Classes];
        Estimate(votes, posteriors, smoothing, shares);
        return shares;
    }

    public static void Estimate(VoteTable votes, double[] posteriors, double smoothing, double[] shares)
    {
        var classes = votes.Classes;
        var starts = votes.Starts;
        Array.Fill(shares, smoothing);
        var total = classes * smoothing;
        for (var item = 0; item < votes.Items; item++)
        {
            if (starts[item + 1] > starts[item])
            {
                total++;
                for (var truth = 0; truth < classes; truth++)
                {
                    shares[truth] += posteriors[(item * classes) + truth];
                }
            }
        }

        for (var truth = 0; truth < classes; truth++)
        {
            shares[truth] = total > 0 ? shares[truth] / total : 1.0 / classes;
        }
    }
}
