namespace Beffroi.Psychometrics.Tests;

/// <summary>A second implementation, written the slow and obvious way (probabilities multiplied, no logarithm, finer and other
/// grids), against which the library is checked.</summary>
static class Plain
{
    public static double Probability(double ability, UncertainItem item)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var (b, wb) in Simpson(item.Difficulty, item.DifficultySd))
        {
            foreach (var (logA, wa) in Simpson(item.LogDiscrimination, item.LogDiscriminationSd))
            {
                var logistic = (1 + Math.Tanh(Math.Exp(logA) * (ability - b) / 2)) / 2;
                sum += wa * wb * (item.LowerAsymptote + ((1 - item.LowerAsymptote) * logistic));
                total += wa * wb;
            }
        }

        return sum / total;
    }

    public static (double Mean, double Sd) Ability(IReadOnlyList<Response> responses, double mean = 0, double sd = 1)
    {
        var (mass, first, second) = (0.0, 0.0, 0.0);
        foreach (var (theta, weight) in Simpson(mean, sd, 240))
        {
            var joint = responses.Aggregate(weight, (w, r) => w * (r.Score == 1 ? Probability(theta, (UncertainItem)r.Item) : 1 - Probability(theta, (UncertainItem)r.Item)));
            mass += joint;
            first += joint * theta;
            second += joint * theta * theta;
        }

        return (first / mass, Math.Sqrt((second / mass) - (first / mass * (first / mass))));
    }

    /// <summary>Simpson's rule on the density of a normal variable, ±8 standard deviations.</summary>
    public static IEnumerable<(double X, double Weight)> Simpson(double mean, double sd, int intervals = 64)
    {
        if (sd == 0)
        {
            yield return (mean, 1);
            yield break;
        }

        for (var i = 0; i <= intervals; i++)
        {
            var z = -8 + (16.0 * i / intervals);
            var simpson = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
            yield return (mean + (sd * z), simpson * Math.Exp(-z * z / 2));
        }
    }
}
