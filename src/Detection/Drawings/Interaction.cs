namespace Beffroi.Detection;

/// <summary>Somebody repeats or quotes somebody's post.</summary>
/// <param name="From">Who repeats.</param>
/// <param name="To">The author.</param>
/// <param name="SourceId">The post that is repeated.</param>
/// <param name="SourceAt">When it was published.</param>
/// <param name="At">When it is repeated.</param>
/// <param name="Quote">With words of one's own.</param>
public sealed record Interaction(string From, string To, string SourceId, DateTimeOffset SourceAt, DateTimeOffset At, bool Quote)
{
    /// <summary>The interactions among posts at hand, in order of time. A repost whose source was not collected has no known author: it is left out.</summary>
    public static IReadOnlyList<Interaction> Of(IEnumerable<Post> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var all = posts.ToArray();
        var sources = new Dictionary<string, Post>(StringComparer.Ordinal);
        foreach (var post in all)
        {
            sources.TryAdd(post.Id, post);
        }

        return
        [
            .. all.SelectMany(p => new[] { (Post: p, Source: p.RepostOf, Quote: false), (Post: p, Source: p.QuoteOf, Quote: true) })
                .Where(p => !string.IsNullOrEmpty(p.Source) && sources.ContainsKey(p.Source))
                .Select(p => new Interaction(p.Post.AccountId, sources[p.Source!].AccountId, p.Source!, sources[p.Source!].CreatedAt, p.Post.CreatedAt, p.Quote))
                .OrderBy(i => i.At).ThenBy(i => i.From, StringComparer.Ordinal).ThenBy(i => i.SourceId, StringComparer.Ordinal),
        ];
    }
}

/// <summary>What of the interactions is drawn.</summary>
public sealed record InteractionGraphOptions
{
    /// <summary>Oldest age of a source at <see cref="Until"/>. Default 7 days; null for no limit.</summary>
    public TimeSpan? MaximumAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The moment of the drawing; null for that of the last interaction.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Least number of times a source was repeated or quoted by others. Default 1.</summary>
    public int MinimumReposts { get; init; } = 1;

    /// <summary>Resolution of communities, above 0. Default 1.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Turns of the layout, 1 or more. Default 60.</summary>
    public int LayoutTurns { get; init; } = 60;

    /// <summary>Seed of communities and layout.</summary>
    public ulong Seed { get; init; } = 1;
}
