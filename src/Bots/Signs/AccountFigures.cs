using Beffroi.Detection;

namespace Beffroi.Bots.Signs;

/// <summary>What signs are read from: a profile, the posts of one watch, and how many other accounts of the watch say the same of themselves. Null: not known, and nothing is concluded.</summary>
public sealed record AccountFigures
{
    public required Account Profile { get; init; }

    /// <summary>When the rules are applied; ages count to there where the profile does not say when it was seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Posts, reposts among them.</summary>
    public required int Posts { get; init; }
    public required int Reposts { get; init; }

    /// <summary>Most answers to distinct posts that say the same short words, and how many answers in all.</summary>
    public required int SameAnswers { get; init; }
    public required int Answers { get; init; }

    /// <summary>The posts on each side of the longest silence; null under two posts.</summary>
    public SilenceFigures? Silence { get; init; }

    /// <summary>Other accounts with the same description; null where it has none of any length.</summary>
    public int? SameDescription { get; init; }

    const int LongestGreeting = 60;

    /// <param name="posts">In any order.</param>
    public static AccountFigures Of(Account profile, IReadOnlyList<Post> posts, int? sameDescription, DateTimeOffset at)
    {
        var answers = posts.Where(p => p.ReplyTo is not null && p.RepostOf is null).ToArray();
        return new()
        {
            Profile = profile,
            At = at,
            Posts = posts.Count,
            Reposts = posts.Count(p => p.RepostOf is not null),
            Answers = answers.Length,
            SameAnswers = answers.Select(p => (Text: NormalText.Of(p.Text), p.ReplyTo)).Where(p => p.Text.Length is > 0 and <= LongestGreeting)
                .GroupBy(p => p.Text, StringComparer.Ordinal).Select(g => g.Select(p => p.ReplyTo).Distinct(StringComparer.Ordinal).Count()).DefaultIfEmpty().Max(),
            Silence = SilenceFigures.Of(posts),
            SameDescription = sameDescription,
        };
    }
}

/// <summary>What an account spoke of before and after its longest silence.</summary>
public sealed record SilenceFigures(double Days, SideFigures Before, SideFigures After)
{
    public static SilenceFigures? Of(IReadOnlyList<Post> posts)
    {
        var ordered = posts.OrderBy(p => p.CreatedAt).ToArray();
        if (ordered.Length < 2)
        {
            return null;
        }

        var at = Enumerable.Range(1, ordered.Length - 1).MaxBy(i => ordered[i].CreatedAt - ordered[i - 1].CreatedAt);
        return new((ordered[at].CreatedAt - ordered[at - 1].CreatedAt).TotalDays, SideFigures.Of(ordered[..at]), SideFigures.Of(ordered[at..]));
    }

    /// <summary>Hashtags that both sides use.</summary>
    public int CommonHashtags => Before.Hashtags.Intersect(After.Hashtags, StringComparer.Ordinal).Count();
}

/// <param name="Language">The one of most posts; null where none says.</param>
/// <param name="LanguageShare">Of the posts that say one.</param>
public sealed record SideFigures(int Posts, string? Language, double LanguageShare, IReadOnlyList<string> Hashtags)
{
    internal static SideFigures Of(Post[] posts)
    {
        var said = posts.Select(p => p.Language).OfType<string>().Where(l => l.Length > 0 && l is not ("und" or "zxx" or "qme" or "qht")).ToArray();
        var main = said.GroupBy(l => l.Split('-')[0].ToLowerInvariant(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(posts.Length, main?.Key, main is null ? 0 : (double)main.Count() / said.Length, [.. posts.SelectMany(p => Detection.Hashtags.Of(p.Text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
