namespace Beffroi.Bots;

/// <summary>What was published in one hour under a watch, or for one of its terms, as far as it was collected. Each post counts once, under its <see cref="PostKind"/>.</summary>
public sealed class WatchVolume
{
    public required Guid WatchId { get; init; }

    /// <summary><see cref="Guid.Empty"/>: the whole watch, whatever the term (and posts that came without one).</summary>
    public required Guid TermId { get; init; }

    /// <summary>First instant of the hour in which the posts were published, UTC. An hour without posts has no row.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>Neither reposts, quotes nor replies.</summary>
    public long Posts { get; set; }
    public long Reposts { get; set; }
    public long Quotes { get; set; }
    public long Replies { get; set; }

    public long All => Posts + Reposts + Quotes + Replies;
}
