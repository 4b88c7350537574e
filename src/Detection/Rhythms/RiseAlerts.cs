namespace Beffroi.Detection;

/// <summary>What was counted on one subject at one moment: totals since its beginning. What was not counted is <see langword="null"/>, and nothing is concluded from it.</summary>
/// <param name="At">When.</param>
/// <param name="Likes">Likes in all.</param>
/// <param name="Reposts">Reposts in all.</param>
/// <param name="Quotes">Quotes in all.</param>
/// <param name="Replies">Replies in all.</param>
public sealed record Crawl(DateTimeOffset At, long? Likes = null, long? Reposts = null, long? Quotes = null, long? Replies = null);

/// <summary>What rises.</summary>
public enum RisingCount
{
    /// <summary>Likes.</summary>
    Likes,

    /// <summary>Reposts.</summary>
    Reposts,

    /// <summary>Quotes.</summary>
    Quotes,

    /// <summary>Replies.</summary>
    Replies,
}

/// <summary>A rise between two crawls.</summary>
/// <param name="Count">Of what.</param>
/// <param name="Growth">By how many.</param>
/// <param name="From">Moment of the earlier count.</param>
/// <param name="To">Moment of the later count.</param>
public sealed record Rise(RisingCount Count, long Growth, DateTimeOffset From, DateTimeOffset To);

/// <summary>By how much a count must grow, strictly more, for a rise to be told.</summary>
public sealed record RiseThresholds
{
    /// <summary>Default 100.</summary>
    public long Likes { get; init; } = 100;

    /// <summary>Default 10.</summary>
    public long Reposts { get; init; } = 10;

    /// <summary>Default 10.</summary>
    public long Quotes { get; init; } = 10;

    /// <summary>Default 100.</summary>
    public long Replies { get; init; } = 100;
}

/// <summary>Rises between crawls.</summary>
public static class RiseAlerts
{
    /// <summary>Every rise of a history: each count is compared with the last crawl that had it, so that a crawl that failed hides nothing.</summary>
    /// <param name="crawls">In any order; two at the same moment are refused.</param>
    /// <param name="thresholds">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Two crawls at the same moment.</exception>
    public static IReadOnlyList<Rise> Of(IEnumerable<Crawl> crawls, RiseThresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(crawls);
        var asked = thresholds ?? new();
        var ordered = crawls.OrderBy(c => c.At).ToArray();
        if (ordered.Zip(ordered.Skip(1)).Any(p => p.First.At == p.Second.At))
        {
            throw new ArgumentException("Two crawls are at the same moment.", nameof(crawls));
        }

        return [.. Enum.GetValues<RisingCount>().SelectMany(c => Of(c, ordered, asked)).OrderBy(r => r.To).ThenBy(r => r.Count)];
    }

    static IEnumerable<Rise> Of(RisingCount count, Crawl[] crawls, RiseThresholds thresholds)
    {
        var (read, threshold) = count switch
        {
            RisingCount.Likes => ((Func<Crawl, long?>)(c => c.Likes), thresholds.Likes),
            RisingCount.Reposts => (c => c.Reposts, thresholds.Reposts),
            RisingCount.Quotes => (c => c.Quotes, thresholds.Quotes),
            RisingCount.Replies => (c => c.Replies, thresholds.Replies),
        };
        var counted = crawls.Where(c => read(c) is not null).ToArray();
        return counted.Zip(counted.Skip(1)).Where(p => read(p.Second) - read(p.First) > threshold)
            .Select(p => new Rise(count, read(p.Second)!.Value - read(p.First)!.Value, p.First.At, p.Second.At));
    }
}
