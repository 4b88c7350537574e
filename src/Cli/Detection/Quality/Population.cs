namespace Beffroi.Cli.Detection.Quality;

/// <summary>Scores put on the scale of the population that is looked at.</summary>
static class Population
{
    /// <summary>The share to put in the formula of the prior so that the mean probability is a given share: a population whose people all look a little like programs is not one of programs.</summary>
    /// <param name="logOdds">Log-odds of its accounts at a share of one half.</param>
    /// <param name="share">The share of programs in it, between 0 and 1, both excluded.</param>
    public static double Prior(IReadOnlyList<double> logOdds, double share)
    {
        const double most = 18;
        var (low, high) = (-most, most);
        for (var turn = 0; turn < 60; turn++)
        {
            var middle = (low + high) / 2;
            (low, high) = logOdds.Average(z => Probability(z + middle)) < share ? (middle, high) : (low, middle);
        }

        return Probability((low + high) / 2);
    }

    static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
