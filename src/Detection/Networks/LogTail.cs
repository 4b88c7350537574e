namespace Beffroi.Detection;

/// <summary>Upper tails of counting distributions, as natural logarithms, so that a chance of e⁻¹⁰⁰⁰⁰ is still told from another.</summary>
static class LogTail
{
    const int Longest = 100_000;

    // Lanczos (1964), g = 7, nine terms: relative error under 1e-15 for positive arguments.
    static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x), x above 0.</summary>
    public static double Gamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - Gamma(1 - x);
        }

        var (sum, t) = (Lanczos[0], x + 6.5);
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>ln P(N ≥ count), N Poisson of that mean: the lower regularised incomplete gamma function P(count, mean), which also gives a sense to a count that is
    /// not whole. A count of 0 or less is certain.</summary>
    public static double Poisson(double count, double mean)
    {
        if (count <= 0)
        {
            return 0;
        }

        if (mean <= 0)
        {
            return double.NegativeInfinity;
        }

        return mean < count + 1 ? GammaSeries(count, mean) : OneMinus(GammaFraction(count, mean));
    }

    /// <summary>ln Q(a, x): the upper regularised incomplete gamma function.</summary>
    public static double GammaAbove(double a, double x) => x <= 0 ? 0 : x < a + 1 ? OneMinus(GammaSeries(a, x)) : Math.Min(0, GammaFraction(a, x));

    /// <summary>ln P(N ≥ count), N negative binomial of that mean and of variance mean + dispersion·mean²: a Poisson count whose rate varies from pair to pair as a gamma
    /// variable. Dispersion 0 is Poisson.</summary>
    public static double Overdispersed(double count, double mean, double dispersion)
    {
        if (dispersion <= 0 || count <= 0 || mean <= 0)
        {
            return Poisson(count, mean);
        }

        var shape = 1 / dispersion;
        return Beta(count, shape, mean / (mean + shape), shape / (mean + shape));
    }

    /// <summary>ln P(N ≥ count), N hypergeometric: how many of the <paramref name="drawn"/> objects drawn without return are among the
    /// <paramref name="marked"/> ones of <paramref name="population"/>.</summary>
    public static double Hypergeometric(long count, long population, long marked, long drawn)
    {
        var (least, most) = (Math.Max(0, marked + drawn - population), Math.Min(marked, drawn));
        if (count <= least)
        {
            return 0;
        }

        if (count > most)
        {
            return double.NegativeInfinity;
        }

        // From the count upwards, terms follow each other by a ratio; under the mode the sum from below is the shorter and the surer.
        var mode = (long)((marked + 1.0) * (drawn + 1.0) / (population + 2.0));
        return count > mode
            ? HypergeometricMass(count, population, marked, drawn) + Math.Log(Rising(count, most, k => (double)(marked - k) / (k + 1) * (drawn - k) / (population - marked - drawn + k + 1)))
            : OneMinus(HypergeometricMass(count - 1, population, marked, drawn)
                + Math.Log(Rising(0, count - 1 - least, i => Falling(count - 1 - i, population, marked, drawn))));
    }

    /// <summary>ln I_x(a, b): the regularised incomplete beta function, by its continued fraction; <paramref name="rest"/> is 1 - x, given so that none of it is lost.</summary>
    public static double Beta(double a, double b, double x, double rest)
    {
        if (x <= 0 || rest <= 0)
        {
            return x <= 0 ? double.NegativeInfinity : 0;
        }

        return x > (a + 1) / (a + b + 2) ? OneMinus(BetaFraction(b, a, rest, x)) : Math.Min(0, BetaFraction(a, b, x, rest));
    }

    /// <summary>ln(eᵃ + eᵇ).</summary>
    public static double Sum(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(high) ? high : high + Log1Plus(Math.Exp(low - high));
    }

    /// <summary>ln(1 - eˣ), x at most 0.</summary>
    public static double OneMinus(double x) => x >= 0 ? double.NegativeInfinity : x > -0.6931471805599453 ? Math.Log(-ExpMinus1(x)) : Log1Plus(-Math.Exp(x));

    /// <summary>ln(1 + x) without loss near 0 (Kahan; the framework's own loses there).</summary>
    public static double Log1Plus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    static double ExpMinus1(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : (u - 1) * x / Math.Log(u);
    }

    static double HypergeometricMass(long k, long population, long marked, long drawn) =>
        Choose(marked, k) + Choose(population - marked, drawn - k) - Choose(population, drawn);

    static double Falling(long k, long population, long marked, long drawn) =>
        (double)k / (marked - k + 1) * (population - marked - drawn + k) / (drawn - k + 1);

    static double Choose(long n, long k) => Gamma(n + 1.0) - Gamma(k + 1.0) - Gamma(n - k + 1.0);

    static double Rising(long from, long to, Func<long, double> ratio)
    {
        var (term, sum) = (1.0, 1.0);
        for (var k = from; k < to && term > 1e-17 * sum; k++)
        {
            term *= ratio(k);
            sum += term;
        }

        return sum;
    }

    static double GammaSeries(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < Longest && term > 1e-17 * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Min(0, (a * Math.Log(x)) - x - Gamma(a) + Math.Log(sum));
    }

    // Lentz's continued fractions (Gautschi, 1979, for the gamma function).
    static double GammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var (c, d) = (1 / 1e-300, 1 / b);
        var fraction = d;
        for (var n = 1; n < Longest; n++)
        {
            var coefficient = -n * (n - a);
            b += 2;
            d = 1 / NotZero((coefficient * d) + b);
            c = NotZero(b + (coefficient / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return (a * Math.Log(x)) - x - Gamma(a) + Math.Log(fraction);
    }

    static double BetaFraction(double a, double b, double x, double rest)
    {
        var front = Gamma(a + b) - Gamma(a) - Gamma(b) + (a * Math.Log(x)) + (b * Math.Log(rest)) - Math.Log(a);
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var fraction = d;
        for (var m = 1; m < Longest; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return front + Math.Log(fraction);
    }

    static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
