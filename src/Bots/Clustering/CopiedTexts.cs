using Beffroi.Detection;

namespace Beffroi.Bots.Clustering;

/// <summary>Texts that several accounts published: word for word (the rule of the Information Manipulation Analyzer: two distinct accounts, reposts excluded), or nearly.</summary>
public sealed class CopiedTexts
{
    const int Most = 20;
    const int LongestText = 600;

    readonly IReadOnlyList<IdenticalText> _exact;
    readonly IReadOnlyList<IdenticalText> _near;

    CopiedTexts(IReadOnlyList<IdenticalText> exact, IReadOnlyList<IdenticalText> near) => (_exact, _near) = (exact, near);

    public static CopiedTexts Of(IReadOnlyList<Post> posts) => new(IdenticalTexts.Of(posts), Near(posts));

    /// <summary>Those that two accounts at least of these published.</summary>
    public IReadOnlyList<CopiedText> Among(IReadOnlySet<string> accounts, bool exact) =>
    [
        .. (exact ? _exact : _near).Select(t => (Text: t, Ours: t.Accounts.Where(accounts.Contains).ToArray())).Where(t => t.Ours.Length > 1)
            .OrderByDescending(t => t.Ours.Length).ThenBy(t => t.Text.First).ThenBy(t => t.Text.Text, StringComparer.Ordinal).Take(Most)
            .Select(t => new CopiedText(Cut(t.Text.Text), [.. t.Ours.Select(WatchPost.AccountOf)], t.Text.Posts, t.Text.First, t.Text.Last)),
    ];

    // Texts of one group of near texts that are not all the same text.
    static IdenticalText[] Near(IReadOnlyList<Post> posts)
    {
        var byId = posts.GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return
        [
            .. Traces.Shares(posts, Trace.NearText).GroupBy(s => s.ObjectId, StringComparer.Ordinal)
                .Select(g => g.Select(s => byId[s.ContentId]).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id, StringComparer.Ordinal).ToArray())
                .Where(g => g.Select(p => p.Text!.Trim()).Distinct(StringComparer.Ordinal).Count() > 1 && g.Select(p => p.AccountId).Distinct(StringComparer.Ordinal).Count() > 1)
                .Select(g => new IdenticalText(g[0].Text!.Trim(), [.. g.Select(p => p.AccountId).Distinct(StringComparer.Ordinal)], g.Length, g[0].CreatedAt, g[^1].CreatedAt)),
        ];
    }

    // Never half of a pair.
    public static string Cut(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
}
