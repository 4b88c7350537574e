namespace Beffroi.Eva;

/// <summary>The mean of paired differences with its 95 % interval (Student, 1908); each person counts once. Zeros where fewer than two people answered.</summary>
public sealed record MeanChange(int People, double Mean, double Low, double High)
{
    public static MeanChange Of(IEnumerable<(int Change, int People)> counted)
    {
        var counts = counted.ToList();
        var n = counts.Sum(c => c.People);
        if (n < 2)
        {
            return new(n, 0, 0, 0);
        }

        var mean = counts.Sum(c => (double)c.Change * c.People) / n;
        var variance = counts.Sum(c => c.People * Math.Pow(c.Change - mean, 2)) / (n - 1);
        var half = Quantile(n - 1) * Math.Sqrt(variance / n);
        return new(n, mean, mean - half, mean + half);
    }

    /// <summary>The 97.5 % quantile of Student's t, by its expansion round the normal one (Abramowitz and Stegun, 1964, 26.7.5): right to 0.001 from 9 degrees of freedom.</summary>
    static double Quantile(int degrees)
    {
        const double z = 1.959963984540054;
        double Power(int n) => Math.Pow(z, n);
        return z
            + ((Power(3) + z) / (4.0 * degrees))
            + (((5 * Power(5)) + (16 * Power(3)) + (3 * z)) / (96 * Math.Pow(degrees, 2)))
            + (((3 * Power(7)) + (19 * Power(5)) + (17 * Power(3)) - (15 * z)) / (384 * Math.Pow(degrees, 3)));
    }
}
