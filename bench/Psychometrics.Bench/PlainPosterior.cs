namespace Beffroi.Psychometrics.Bench;

/// <summary>The textbook formula, point by point and item by item, probabilities multiplied and no curve shared; an uncertain item is
/// averaged over the same number of points as the library takes.</summary>
static class PlainPosterior
{
    public static (double Mean, double Sd) Of(IReadOnlyList<Response> responses)
    {
        var (mass, first, second) = (0.0, 0.0, 0.0);
        for (var k = -60; k <= 60; k++)
        {
            var theta = k / 10.0;
            var joint = Math.Exp(-theta * theta / 2);
            foreach (var response in responses)
            {
                var p = Probability(theta, (UncertainItem)response.Item);
                joint *= response.Score == 1 ? p : 1 - p;
            }

            mass += joint;
            first += joint * theta;
            second += joint * theta * theta;
        }

        return (first / mass, Math.Sqrt((second / mass) - Math.Pow(first / mass, 2)));
    }

    static double Probability(double theta, UncertainItem item)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var z in item.DifficultySd == 0 ? [0] : Points(13, 4.5))
        {
            foreach (var u in item.LogDiscriminationSd == 0 ? [0] : Points(11, 5))
            {
                var weight = Math.Exp(-((z * z) + (u * u)) / 2);
                var a = Math.Exp(item.LogDiscrimination + (u * item.LogDiscriminationSd));
                sum += weight / (1 + Math.Exp(-a * (theta - item.Difficulty - (z * item.DifficultySd))));
                total += weight;
            }
        }

        return sum / total;
    }

    static double[] Points(int count, double span)
    {
        var points = new double[count];
        for (var i = 0; i < count; i++)
        {
            points[i] = span * ((2.0 * i / (count - 1)) - 1);
        }

        return points;
    }
}
