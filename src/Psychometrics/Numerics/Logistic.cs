namespace Beffroi.Psychometrics;

/// <summary>The logistic function and its logarithm, exact in both tails.</summary>
static class Logistic
{
    /// <summary>1 / (1 + exp(-x)).</summary>
    public static double Of(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>log(1 / (1 + exp(-x))), without cancellation for large x nor overflow for small x.</summary>
    public static double Log(double x) => x >= 0 ? -LogOnePlus(Math.Exp(-x)) : x - LogOnePlus(Math.Exp(x));

    /// <summary>log(1 + x) for x in ]-1, ∞[, exact near 0 (Goldberg, 1991, ACM Computing Surveys 23, theorem 4).</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : x * Math.Log(sum) / (sum - 1);
    }
}
