namespace Beffroi.Crowdsourcing;

/// <summary>The derivative of the logarithm of the gamma function.</summary>
static class Digamma
{
    /// <summary>Of x more than 0: recurrence up to 10, then the asymptotic series (Abramowitz &amp; Stegun, 1964, 6.3.5 and 6.3.18); absolute error below 1e-12.</summary>
    public static double Of(double x)
    {
        var below = 0.0;
        for (; x < 10; x++)
        {
            below -= 1 / x;
        }

        var square = 1 / (x * x);
        var series = square * ((1 / 12.0) - (square * ((1 / 120.0) - (square * ((1 / 252.0) - (square * ((1 / 240.0) - (square * (1 / 132.0)))))))));
        return below + Math.Log(x) - (0.5 / x) - series;
    }
}
