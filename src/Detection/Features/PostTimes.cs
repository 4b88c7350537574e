namespace Beffroi.Detection;

/// <summary>When an account posts.</summary>
static class PostTimes
{
    const int Least = 4;

    /// <summary>Fills the features of time from instants in order, in milliseconds since 1970.</summary>
    public static void Fill(ReadOnlySpan<long> times, Span<float> to)
    {
        to[(int)AccountFeature.TimelinePosts] = times.Length;
        to[(int)AccountFeature.TimelinePostsPerDay..((int)AccountFeature.SecondPeak + 1)].Fill(float.NaN);
        if (times.Length < Least)
        {
            return;
        }

        to[(int)AccountFeature.TimelinePostsPerDay] = (float)((times.Length - 1) / Math.Max(1.0 / 24, (times[^1] - times[0]) / 86_400_000.0));
        FillGaps(times, to);
        FillClock(times, to);
    }

    static void FillGaps(ReadOnlySpan<long> times, Span<float> to)
    {
        var gaps = new double[times.Length - 1];
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = (times[i + 1] - times[i]) / 1000.0;
            sum += gaps[i];
        }

        var mean = sum / gaps.Length;
        foreach (var gap in gaps)
        {
            squares += (gap - mean) * (gap - mean);
        }

        var deviation = Math.Sqrt(squares / gaps.Length);
        to[(int)AccountFeature.GapMean] = (float)Math.Log10(mean + 1);
        to[(int)AccountFeature.GapVariation] = mean > 0 ? (float)(deviation / mean) : float.NaN;
        to[(int)AccountFeature.GapBurstiness] = mean + deviation > 0 ? (float)((deviation - mean) / (deviation + mean)) : float.NaN;
        to[(int)AccountFeature.GapMemory] = Memory(gaps);
        Array.Sort(gaps);
        to[(int)AccountFeature.GapShort] = (float)Math.Log10(gaps[gaps.Length / 20] + 1);
    }

    static float Memory(ReadOnlySpan<double> gaps)
    {
        var (n, x, y, xx, yy, xy) = (gaps.Length - 1, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var (a, b) = (Math.Log(gaps[i] + 1), Math.Log(gaps[i + 1] + 1));
            (x, y, xx, yy, xy) = (x + a, y + b, xx + (a * a), yy + (b * b), xy + (a * b));
        }

        var spread = Math.Sqrt(((n * xx) - (x * x)) * ((n * yy) - (y * y)));
        return spread > 1e-9 ? (float)(((n * xy) - (x * y)) / spread) : float.NaN;
    }

    static void FillClock(ReadOnlySpan<long> times, Span<float> to)
    {
        Span<int> hours = stackalloc int[24], minutes = stackalloc int[60], seconds = stackalloc int[60];
        hours.Clear();
        minutes.Clear();
        seconds.Clear();
        foreach (var time in times)
        {
            var second = time / 1000;
            hours[(int)(((second / 3600 % 24) + 24) % 24)]++;
            minutes[(int)(((second / 60 % 60) + 60) % 60)]++;
            seconds[(int)(((second % 60) + 60) % 60)]++;
        }

        to[(int)AccountFeature.HourEntropy] = Entropy.Relative(hours);
        to[(int)AccountFeature.MinuteEntropy] = Entropy.Relative(minutes);
        var peak = 0;
        foreach (var count in seconds)
        {
            peak = Math.Max(peak, count);
        }

        to[(int)AccountFeature.SecondPeak] = (float)peak / times.Length;
        var (longest, run) = (0, 0);
        for (var h = 0; h < 48; h++)
        {
            run = hours[h % 24] == 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        to[(int)AccountFeature.QuietHours] = Math.Min(longest, 23);
    }
}
