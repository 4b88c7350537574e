using System.Collections.Immutable;

namespace Beffroi.Chat.Rules.Feeds;

/// <summary>What is kept of a watched feed between two readings. A value: kept after each reading together with what is posted, it survives a restart without a double.</summary>
public sealed record FeedWatch
{
    /// <summary>As often as the first feeds were read (each minute).</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>A feed that does not answer is asked less and less.</summary>
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromHours(1);

    /// <summary>A new feed brings its latest items only, not its whole past.</summary>
    public const int FirstItems = 5;

    /// <summary>Failures in a row before the room is told: one is often nothing.</summary>
    public const int ToldAfter = 3;

    /// <summary>Keys remembered; those of the current document are always among them.</summary>
    public const int Remembered = 5000;

    public required Uri Address { get; init; }

    /// <summary>Keys and addresses of what was seen, from the oldest.</summary>
    public ImmutableList<string> Seen { get; init; } = [];
    public bool WasRead { get; init; }
    public int Failures { get; init; }
    public Words? Why { get; init; }
    public DateTimeOffset NextAt { get; init; }

    public bool IsBroken => Failures >= ToldAfter;

    public FeedStep After(FeedReading reading, DateTimeOffset now) => reading switch
    {
        FeedReading.Read read => Read(read.Feed, now),
        FeedReading.Broken broken => Failed(broken.Why, now),
        _ => throw new InvalidOperationException("A reading is one of two kinds."),
    };

    FeedStep Read(Feed feed, DateTimeOffset now)
    {
        var seen = Seen.ToHashSet(StringComparer.Ordinal);
        // In a document the newest come first; in a room they come last.
        var fresh = new List<FeedItem>();
        foreach (var item in feed.Items)
        {
            if (!Names(item).Any(seen.Contains))
            {
                fresh.Add(item);
            }

            seen.UnionWith(Names(item));
        }

        var chosen = WasRead ? fresh : [.. fresh.OrderByDescending(i => i.At ?? DateTimeOffset.MinValue).Take(FirstItems)];
        var posted = chosen.OrderBy(i => i.At ?? now).ThenByDescending(fresh.IndexOf).ToList();
        var current = feed.Items.SelectMany(Names).Distinct(StringComparer.Ordinal).ToList();
        var before = Seen.Except(current, StringComparer.Ordinal).ToList();
        var kept = this with
        {
            Seen = [.. before.Skip(Math.Max(0, before.Count + current.Count - Remembered)), .. current],
            WasRead = true,
            Failures = 0,
            Why = null,
            NextAt = now + Period,
        };
        return new(kept, posted, IsBroken ? new("Ce flux répond de nouveau.", "This feed answers again.") : null);
    }

    FeedStep Failed(Words why, DateTimeOffset now)
    {
        var failures = Failures + 1;
        var wait = TimeSpan.FromTicks(Math.Min(LongestPeriod.Ticks, Period.Ticks << Math.Min(failures - 1, 10)));
        var notice = failures == ToldAfter ? new Words($"Ce flux ne se lit plus. {why.French}", $"This feed can no longer be read. {why.English}") : null;
        return new(this with { Failures = failures, Why = why, NextAt = now + wait }, [], notice);
    }

    // The same article under a new identifier, or the same identifier under a new address, is posted once.
    static IEnumerable<string> Names(FeedItem item) => item.Link is { } link && !string.Equals(link.AbsoluteUri, item.Key, StringComparison.Ordinal) ? [item.Key, link.AbsoluteUri] : [item.Key];
}

/// <param name="Posted">New items, in the order in which to post them.</param>
/// <param name="Notice">What the room is told once: the feed is broken, or is well again.</param>
public sealed record FeedStep(FeedWatch Watch, IReadOnlyList<FeedItem> Posted, Words? Notice);
