namespace Beffroi.Crowdsourcing;

/// <summary>Expectation-maximisation over one probability of being right for each person; whoever is wrong is wrong evenly. Begins from the majority,
/// with the prior of a row of Dawid-Skene.</summary>
static class OneCoin
{
    public static Aggregation Of(VoteTable votes, Course course)
    {
        var posteriors = Majority.Shares(votes);
        var (shares, skills) = (new double[votes.Classes], new double[votes.Workers]);
        do
        {
            ClassShares.Estimate(votes, posteriors, course.Options.Smoothing, shares);
            Learn(votes, posteriors, course.Options, skills);
        }
        while (course.Goes(Judge(votes, posteriors, shares, skills)));

        return course.Result(AggregationMethod.OneCoin, votes, posteriors, shares, skills, Confusions(votes, skills));
    }

    static void Learn(VoteTable votes, double[] posteriors, AggregationOptions options, double[] skills)
    {
        var counts = new int[votes.Workers];
        Array.Fill(skills, options.Smoothing + options.Diagonal);
        foreach (var vote in votes.All())
        {
            skills[vote.Worker] += posteriors[(vote.Item * votes.Classes) + vote.Label];
            counts[vote.Worker]++;
        }

        for (var worker = 0; worker < skills.Length; worker++)
        {
            var total = counts[worker] + (votes.Classes * options.Smoothing) + options.Diagonal;
            skills[worker] = total > 0 ? skills[worker] / total : 1.0 / votes.Classes;
        }
    }

    // Every class but the one answered has the same factor: it is taken out, and only the answered one moves.
    static double Judge(VoteTable votes, double[] posteriors, double[] shares, double[] skills)
    {
        var (classes, logLikelihood) = (votes.Classes, 0.0);
        for (var item = 0; item < votes.Items; item++)
        {
            var posterior = posteriors.AsSpan(item * classes, classes);
            for (var truth = 0; truth < classes; truth++)
            {
                posterior[truth] = Logarithm.Of(shares[truth]);
            }

            var workers = votes.WorkersOf(item);
            var labels = votes.LabelsOf(item);
            var wrong = 0.0;
            for (var at = 0; at < labels.Length; at++)
            {
                var miss = classes == 1 ? 0 : Logarithm.Of((1 - skills[workers[at]]) / (classes - 1));
                posterior[labels[at]] += Logarithm.Of(skills[workers[at]]) - miss;
                wrong += miss;
            }

            logLikelihood += wrong + Logarithm.Normalise(posterior);
        }

        return logLikelihood;
    }

    static double[] Confusions(VoteTable votes, double[] skills)
    {
        var classes = votes.Classes;
        var confusions = new double[votes.Workers * classes * classes];
        for (var at = 0; at < confusions.Length; at++)
        {
            var skill = skills[at / (classes * classes)];
            confusions[at] = classes == 1 ? 1 : at / classes % classes == at % classes ? skill : (1 - skill) / (classes - 1);
        }

        return confusions;
    }
}
