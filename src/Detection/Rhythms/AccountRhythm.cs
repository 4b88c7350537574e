namespace Beffroi.Detection;

/// <summary>When an account posts. Signs of automation among others, never a verdict: newsrooms, night workers and people abroad have such rhythms too.</summary>
public sealed record AccountRhythm
{
    /// <summary>Posts looked at.</summary>
    public required int Posts { get; init; }

    /// <summary>Posts per day between the first and the last, over one day at least; 0 without posts.</summary>
    public required double PostsPerDay { get; init; }

    /// <summary>Share of posts between midnight and six o'clock at the given offset, [0, 1]; null without posts. A quarter is what posting at any hour gives.</summary>
    public required double? NightShare { get; init; }

    /// <summary>Entropy of the hour of the day, over that of 24 equal hours: 0 (always the same hour) to 1; null without posts. Few posts cannot be spread: see <see cref="Posts"/>.</summary>
    public required double? HourEntropy { get; init; }

    /// <summary>Longest run of hours of the day, round midnight, in which it never posted, 0 to 24: the place of a sleep.</summary>
    public required int QuietHours { get; init; }

    /// <summary>Standard deviation over mean of the time between two posts: 0 for a metronome, about 1 for chance, more for bursts; null under three posts or when all are at once.</summary>
    public required double? GapVariation { get; init; }

    /// <summary>Entropy of the time between two posts in powers of two of seconds, bits: low when the same pause comes again and again; null under three posts.</summary>
    public required double? GapEntropy { get; init; }

    /// <summary>(σ - μ) / (σ + μ) of that time, from -1 (metronome) through 0 (chance) to 1 (bursts) (Goh &amp; Barabási, 2008, EPL 81, 48002); null as <see cref="GapVariation"/>.</summary>
    public double? Burstiness => GapVariation is { } cv ? (cv - 1) / (cv + 1) : null;

    /// <summary>The rhythm of the posts of one account, in any order.</summary>
    /// <param name="moments">When each was published.</param>
    /// <param name="offset">Offset from UTC of the place where the account says it is; null reads hours in UTC.</param>
    public static AccountRhythm Of(IEnumerable<DateTimeOffset> moments, TimeSpan? offset = null)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var times = moments.Select(m => m.ToUniversalTime()).Order().ToArray();
        var hours = new int[24];
        foreach (var time in times)
        {
            hours[(int)Math.Floor((((time.TimeOfDay + (offset ?? TimeSpan.Zero)).TotalHours % 24) + 24) % 24)]++;
        }

        double[] gaps = [.. times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds)];
        var mean = gaps.Length == 0 ? 0 : gaps.Average();
        var enough = times.Length > 2;
        return new()
        {
            Posts = times.Length,
            PostsPerDay = times.Length == 0 ? 0 : times.Length / Math.Max(1, (times[^1] - times[0]).TotalDays),
            NightShare = times.Length == 0 ? null : (double)hours.Take(6).Sum() / times.Length,
            HourEntropy = times.Length == 0 ? null : Entropy(hours) / Math.Log2(24),
            QuietHours = Quiet(hours),
            GapVariation = enough && mean > 0 ? Math.Sqrt(gaps.Average(g => (g - mean) * (g - mean))) / mean : null,
            GapEntropy = enough ? Entropy(gaps.GroupBy(g => (int)Math.Floor(Math.Log2(Math.Max(1, g)))).OrderBy(g => g.Key).Select(g => g.Count())) : null,
        };
    }

    static double Entropy(IEnumerable<int> counts)
    {
        int[] some = [.. counts.Where(c => c > 0)];
        double all = some.Sum();
        return -some.Sum(c => c / all * Math.Log2(c / all));
    }

    static int Quiet(int[] hours)
    {
        var (longest, run) = (0, 0);
        for (var at = 0; at < 48 && longest < 24; at++)
        {
            run = hours[at % 24] == 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
