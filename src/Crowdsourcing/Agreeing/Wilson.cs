namespace Beffroi.Crowdsourcing;

/// <summary>How far a share may be from the truth when few were asked (Wilson, 1927, JASA 22, 209-212).</summary>
public static class Wilson
{
    /// <summary>Bounds of a share, within [0, 1]; all of it without trials.</summary>
    /// <param name="successes">In [0, <paramref name="trials"/>]; probabilities may be summed.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="level">Level of confidence, in ]0, 1[; default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds.</exception>
    public static Interval Bounds(double successes, double trials, double level = 0.95)
    {
        Require.Within(0, 1e15, trials);
        Require.Within(0, trials, successes);
        Require.Within(double.Epsilon, Math.BitDecrement(1.0), level);
        if (trials == 0)
        {
            return new(0, 1);
        }

        var z = Normal.Quantile((1 + level) / 2);
        var (share, square) = (successes / trials, z * z / trials);
        var centre = share + (square / 2);
        var half = z * Math.Sqrt(((share * (1 - share)) + (square / 4)) / trials);
        return new(Math.Max(0, (centre - half) / (1 + square)), Math.Min(1, (centre + half) / (1 + square)));
    }
}
