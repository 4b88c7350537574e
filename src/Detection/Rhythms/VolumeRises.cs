namespace Beffroi.Detection;

/// <summary>How many posts were seen between two moments. Moments that nobody watched are simply not there.</summary>
/// <param name="From">Beginning.</param>
/// <param name="To">End, after the beginning.</param>
/// <param name="Posts">How many, 0 or more.</param>
public sealed record VolumeBin(DateTimeOffset From, DateTimeOffset To, long Posts)
{
    internal double Hours => (To - From).TotalHours;
}

/// <summary>A volume that rises.</summary>
/// <param name="Bin">When and how many.</param>
/// <param name="Expected">How many the pace of before would have given.</param>
/// <param name="LogChance">log₁₀ of the chance of so many at that pace.</param>
public sealed record VolumeRise(VolumeBin Bin, double Expected, double LogChance);

/// <summary>How a rise of volume is told.</summary>
public sealed record VolumeRiseOptions
{
    /// <summary>How far back the pace of before is read. Default 7 days.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Least time watched within it. Default 12 hours: before, nothing is told.</summary>
    public TimeSpan LeastWatched { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Chance under which it is told. Default 10⁻⁴.</summary>
    public double Level { get; init; } = 1e-4;

    /// <summary>Least number of posts. Default 10.</summary>
    public long LeastPosts { get; init; } = 10;

    /// <summary>Least ratio to the pace of before. Default 2.</summary>
    public double LeastRatio { get; init; } = 2;
}

/// <summary>Rises of volume by rate: bins may be of unequal length and may miss, since each is compared with the pace per hour of what was watched before it.</summary>
public static class VolumeRises
{
    /// <summary>Bins whose volume the pace before them does not explain. That pace varies: its spread from bin to bin, and how little was watched, both make a rise harder to tell
    /// (negative binomial). Bins already told do not enter the pace, so that a long rise goes on being told.</summary>
    /// <param name="bins">In any order, not overlapping.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A bin ends before it begins, counts less than zero, or overlaps another.</exception>
    public static IReadOnlyList<VolumeRise> Of(IEnumerable<VolumeBin> bins, VolumeRiseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bins);
        var asked = options ?? new();
        var ordered = bins.OrderBy(b => b.From).ToArray();
        if (ordered.Any(b => b.To <= b.From || b.Posts < 0) || ordered.Zip(ordered.Skip(1)).Any(p => p.First.To > p.Second.From))
        {
            throw new ArgumentException("Bins end after they begin, count 0 or more, and do not overlap.", nameof(bins));
        }

        var (rises, calm) = (new List<VolumeRise>(), new List<VolumeBin>());
        foreach (var bin in ordered)
        {
            var before = calm.Where(b => b.To > bin.From - asked.Memory).ToArray();
            var rise = Judged(bin, before, asked);
            if (rise is not null)
            {
                rises.Add(rise);
            }
            else
            {
                calm.Add(bin);
            }
        }

        return rises;
    }

    static VolumeRise? Judged(VolumeBin bin, VolumeBin[] before, VolumeRiseOptions options)
    {
        var hours = before.Sum(b => b.Hours);
        if (hours < options.LeastWatched.TotalHours || bin.Posts < options.LeastPosts)
        {
            return null;
        }

        // Half a post more: a subject never seen is not impossible.
        var pace = (before.Sum(b => b.Posts) + 0.5) / hours;
        var expected = pace * bin.Hours;
        var excess = before.Sum(b => ((b.Posts - (pace * b.Hours)) * (b.Posts - (pace * b.Hours))) - (pace * b.Hours));
        var dispersion = Math.Max(0, excess / before.Sum(b => pace * b.Hours * pace * b.Hours)) + (1 / (before.Sum(b => b.Posts) + 0.5));
        var logChance = LogTail.Overdispersed(bin.Posts, expected, dispersion);
        return logChance <= Math.Log(options.Level) && bin.Posts >= options.LeastRatio * expected ? new(bin, expected, logChance / Math.Log(10)) : null;
    }
}
