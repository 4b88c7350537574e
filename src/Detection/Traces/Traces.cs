namespace Beffroi.Detection;

/// <summary>From posts to shares. A post without the thing (no link, a text too short, an unknown hash) shares nothing: emptiness is never an object.</summary>
public static class Traces
{
    /// <summary>The shares of a trace, in the order of the posts. A post that holds the same object twice shares it once.</summary>
    /// <param name="posts">Read once and as they come, except for <see cref="Trace.NearText"/> and <see cref="Trace.NearMedia"/>, which first look at all of them.</param>
    /// <param name="trace">Which trace.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    public static IEnumerable<Share> Shares(IEnumerable<Post> posts, Trace trace, TraceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var asked = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(asked.MinimumHashtags, 1, nameof(options));
        return trace switch
        {
            Trace.Repost => Each(posts, p => One(p.RepostOf)),
            Trace.Reply => Each(posts, p => One(p.ReplyTo)),
            Trace.Url => Each(posts, p => Own(p, asked) ? (p.Urls ?? []).Select(CanonicalUrl.Of) : []),
            Trace.HashtagSequence => Each(posts, p => Own(p, asked) ? One(Hashtags.Sequence(p.Text, asked.MinimumHashtags)) : []),
            Trace.Text => Each(posts, p => OwnText(p, asked) ? One(NormalText.Object(p.Text, asked.MinimumTextLength)) : []),
            Trace.Media => Each(posts, p => Own(p, asked) ? (p.MediaHashes ?? []).Select(NearMedia.Exact) : []),
            Trace.NearText => NearText(posts, asked),
            Trace.NearMedia => NearMediaShares(posts, asked),
        };
    }

    static IEnumerable<Share> NearText(IEnumerable<Post> posts, TraceOptions options)
    {
        var exact = Shares(posts, Trace.Text, options).ToArray();
        var groups = NearTexts.Groups(exact.Select(s => s.ObjectId), options.NearTextSimilarity, options.Seed);
        return exact.Select(s => s with { ObjectId = groups[s.ObjectId] });
    }

    static IEnumerable<Share> NearMediaShares(IEnumerable<Post> posts, TraceOptions options)
    {
        var exact = Shares(posts, Trace.Media, options).ToArray();
        var groups = NearMedia.Groups(exact.Select(s => s.ObjectId), options.NearMediaDistance);
        return exact.Select(s => s with { ObjectId = groups[s.ObjectId] }).Distinct();
    }

    static IEnumerable<Share> Each(IEnumerable<Post> posts, Func<Post, IEnumerable<string?>> objects) =>
        posts.SelectMany(p => objects(p).Where(o => !string.IsNullOrWhiteSpace(o)).Distinct(StringComparer.Ordinal)
            .Select(o => new Share(o!, p.AccountId, p.Id, p.CreatedAt.ToUnixTimeSeconds())));

    static IEnumerable<string?> One(string? value) => [value];

    static bool Own(Post post, TraceOptions options) => options.IncludeReposts || string.IsNullOrEmpty(post.RepostOf);

    // Exports without a field for reposts write them « RT @name: … ».
    static bool OwnText(Post post, TraceOptions options) => Own(post, options) && (options.IncludeReposts || !IdenticalTexts.IsRetweet(post));
}
