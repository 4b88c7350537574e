namespace Beffroi.Psychometrics;

/// <summary>Effort seen in response times: an answer given faster than the question can be read is a rapid guess. Slowness is never counted.</summary>
public static class ResponseTimeEffort
{
    /// <summary>The time under which an answer is a rapid guess: a tenth of the item's mean time, 10 seconds at most (normative threshold
    /// NT10: Wise &amp; Ma, 2012), and never less than the physical minimum of the task.</summary>
    /// <param name="floorSeconds">Physical minimum to perceive and answer, in seconds, at least 0.</param>
    /// <param name="meanSeconds">Mean time of the item, in seconds, at least 0; null (default) while it has not been measured.</param>
    /// <returns>Seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite.</exception>
    public static double Threshold(double floorSeconds, double? meanSeconds = null)
    {
        Require.AtLeast(0, floorSeconds);
        return meanSeconds is { } mean ? Math.Max(floorSeconds, Math.Min(Require.AtLeast(0, mean, nameof(meanSeconds)) / 10, 10)) : floorSeconds;
    }

    /// <summary>Response-time effort: share of the answers that are not rapid guesses (Wise &amp; Kong, 2005, Applied Measurement in
    /// Education 18, 163-183, eq. 1).</summary>
    /// <param name="rapid">For each answer whose time is known, whether it is a rapid guess.</param>
    /// <returns>A share in [0, 1]; null when there is no answer.</returns>
    public static double? Share(IReadOnlyCollection<bool> rapid)
    {
        ArgumentNullException.ThrowIfNull(rapid);
        return rapid.Count == 0 ? null : (double)rapid.Count(guess => !guess) / rapid.Count;
    }
}
