namespace Beffroi.Psychometrics;

/// <summary>How the sum of scores comes about: the coefficient of x^r gathers all the ways to reach r. Multiplying the polynomials of items adds the items
/// (Lord &amp; Wingersky, 1984; the elementary symmetric functions of the Rasch model are the same products). The largest coefficient is kept at 1, its
/// logarithm apart, so that hundreds of items neither overflow nor vanish.</summary>
sealed class ScorePolynomial
{
    readonly double[] _coefficients;

    ScorePolynomial(double[] coefficients, double logScale)
    {
        var largest = coefficients.Max();
        for (var k = 0; k < coefficients.Length; k++)
        {
            coefficients[k] /= largest;
        }

        (_coefficients, LogScale) = (coefficients, logScale + Math.Log(largest));
    }

    /// <summary>No item: a sum of 0.</summary>
    public static ScorePolynomial One { get; } = new([1], 0);

    /// <summary>Natural logarithm of what the coefficients are to be multiplied by.</summary>
    public double LogScale { get; }

    /// <summary>The highest sum.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>The scaled coefficient of a sum; 0 for a sum that cannot be.</summary>
    public double this[int sum] => sum >= 0 && sum < _coefficients.Length ? _coefficients[sum] : 0;

    /// <summary>Natural logarithm of a coefficient; minus infinity for a sum that cannot be.</summary>
    public double Log(int sum) => LogScale + Math.Log(this[sum]);

    /// <summary>One item, by the logarithms of its coefficients.</summary>
    public static ScorePolynomial FromLogs(ReadOnlySpan<double> logs)
    {
        var largest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            largest = Math.Max(largest, log);
        }

        var coefficients = new double[logs.Length];
        for (var k = 0; k < logs.Length; k++)
        {
            coefficients[k] = Math.Exp(logs[k] - largest);
        }

        return new(coefficients, largest);
    }

    public static ScorePolynomial operator *(ScorePolynomial left, ScorePolynomial right)
    {
        var product = new double[left.Degree + right.Degree + 1];
        for (var i = 0; i <= left.Degree; i++)
        {
            for (var j = 0; j <= right.Degree; j++)
            {
                product[i + j] += left._coefficients[i] * right._coefficients[j];
            }
        }

        return new(product, left.LogScale + right.LogScale);
    }

    public static ScorePolynomial Product(ReadOnlySpan<ScorePolynomial> factors)
    {
        var product = One;
        foreach (var factor in factors)
        {
            product *= factor;
        }

        return product;
    }

    /// <summary>For each factor, the product of all the others and of what stands outside. Halves are multiplied into each other's
    /// exterior: only positive terms are added, where dividing a factor out would cancel digits.</summary>
    public static ScorePolynomial[] LeaveOneOut(ReadOnlySpan<ScorePolynomial> factors, ScorePolynomial outside)
    {
        if (factors.Length <= 1)
        {
            return factors.Length == 0 ? [] : [outside];
        }

        var left = factors[..(factors.Length / 2)];
        var right = factors[left.Length..];
        return [.. LeaveOneOut(left, outside * Product(right)), .. LeaveOneOut(right, outside * Product(left))];
    }
}
