namespace Beffroi.Psychometrics;

/// <summary>Interval of a share seen in a sample.</summary>
static class Wilson
{
    /// <summary>The score interval of Wilson (1927), which stays within [0, 1] and holds the share itself.</summary>
    public static (double Low, double High) Interval(double share, double count, double level)
    {
        var z = NormalDistribution.Quantile((1 + level) / 2);
        var square = z * z / count;
        var middle = (share + (square / 2)) / (1 + square);
        var half = z * Math.Sqrt((share * (1 - share) / count) + (square / (4 * count))) / (1 + square);
        return (Math.Clamp(middle - half, 0, share), Math.Clamp(middle + half, share, 1));
    }
}
