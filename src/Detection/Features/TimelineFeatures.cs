namespace Beffroi.Detection;

/// <summary>The features of the posts of one account.</summary>
static class TimelineFeatures
{
    public static void Fill(IReadOnlyList<Post> posts, Span<float> to)
    {
        var (times, kinds) = (new long[posts.Count], new byte[posts.Count]);
        var ordered = new Post[posts.Count];
        for (var i = 0; i < posts.Count; i++)
        {
            (times[i], ordered[i]) = (posts[i].CreatedAt.ToUnixTimeMilliseconds(), posts[i]);
        }

        // Two posts of the same instant in the order of their names, so that the order of the file does not matter.
        Array.Sort(ordered, static (a, b) => a.CreatedAt.CompareTo(b.CreatedAt) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));
        Array.Sort(times);
        var texts = new PostTexts();
        for (var i = 0; i < ordered.Length; i++)
        {
            kinds[i] = PostKinds.Of(ordered[i]);
            // A repost's words are those of another.
            if (ordered[i].Text is { } text && kinds[i] != 2)
            {
                texts.Add(text);
            }
        }

        PostTimes.Fill(times, to);
        PostKinds.Fill(kinds, to);
        texts.Fill(to);
    }
}
