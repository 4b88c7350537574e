namespace Beffroi.Psychometrics;

/// <summary>The gamma and beta functions of the usual distributions.</summary>
static class GammaFunction
{
    // Lanczos (1964), g = 7, nine terms: relative error under 1e-15 for positive arguments.
    static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>log Γ(x), x above 0.</summary>
    public static double Log(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - Log(1 - x);
        }

        var (sum, t) = (Lanczos[0], x + 6.5);
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>Q(a, x): the regularised upper incomplete gamma function, by its series below a + 1 and its continued fraction above
    /// (Gautschi, 1979, ACM Transactions on Mathematical Software 5, 466-481).</summary>
    public static double RegularisedUpper(double a, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        var front = Math.Exp((a * Math.Log(x)) - x - Log(a));
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = 1; n < 10_000 && Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return Math.Clamp(1 - (front * sum), 0, 1);
        }

        // Lentz's continued fraction.
        var b = x + 1 - a;
        var (c, d) = (1 / 1e-300, 1 / b);
        var fraction = d;
        for (var n = 1; n < 10_000; n++)
        {
            var coefficient = -n * (n - a);
            b += 2;
            d = 1 / NotZero((coefficient * d) + b);
            c = NotZero(b + (coefficient / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return Math.Clamp(front * fraction, 0, 1);
    }

    /// <summary>I_x(a, b): the regularised incomplete beta function, by its continued fraction.</summary>
    public static double RegularisedBeta(double a, double b, double x)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - RegularisedBeta(b, a, 1 - x);
        }

        var front = Math.Exp(Log(a + b) - Log(a) - Log(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x))) / a;
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var fraction = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return Math.Clamp(front * fraction, 0, 1);
    }

    static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
