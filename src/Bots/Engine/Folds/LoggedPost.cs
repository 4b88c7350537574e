using Beffroi.Bots.Keeping;
using Beffroi.Bots.Scoring;
using Beffroi.Detection;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>A post of the log as folds read it.</summary>
sealed record LoggedPost(long Place, Guid? TermId, Post Post, PostKind Kind)
{
    const string Columns = """
        p."NativeId", p."AccountId", p."Kind", p."At", p."Text", p."Language", p."TargetId", p."ReplyTo", p."Program", p."Links", p."Media"
        """;

    /// <summary>What comes after a place under a watch, in the order in which it came.</summary>
    public static Task<List<LoggedPost>> After(Sql sql, Guid watch, long place, int most, CancellationToken ct) => sql.Read(
        $"""
        SELECT m."Place", m."TermId", {Columns} FROM bots_matches m JOIN bots_posts p ON p."Seq" = m."Seq" WHERE m."WatchId" = @p0 AND m."Place" > @p1 ORDER BY m."Place" LIMIT @p2
        """, [watch, place, most], Matched, ct);

    /// <summary>All that came up to a place, in the order in which it was published, read as it is asked for.</summary>
    public static IAsyncEnumerable<LoggedPost> InTime(Sql sql, Guid watch, long upTo, CancellationToken ct) => sql.Stream(
        $"""
        SELECT m."Place", m."TermId", {Columns} FROM bots_matches m JOIN bots_posts p ON p."Seq" = m."Seq" WHERE m."WatchId" = @p0 AND m."Place" <= @p1 ORDER BY p."At", p."Seq"
        """, [watch, upTo], Matched, ct);

    /// <summary>The last posts of an account, the latest first, and the last place among them.</summary>
    public static Task<List<LoggedPost>> Of(Sql sql, Guid account, CancellationToken ct) => sql.Read(
        $"""
        SELECT p."Seq", NULL, {Columns} FROM bots_posts p WHERE p."AccountId" = @p0 ORDER BY p."At" DESC, p."Seq" DESC LIMIT {AccountEvidence.MostPosts}
        """, [account], Matched, ct);

    static LoggedPost Matched(SqlRow row)
    {
        var (kind, account) = (row.Named<PostKind>(4), row.Guid(3).ToString());
        return new(row.Long(0), row.GuidOrNull(1), new()
        {
            Id = row.Text(2),
            AccountId = account,
            CreatedAt = row.At(5),
            Text = row.TextOrNull(6),
            Language = row.TextOrNull(7),
            RepostOf = kind is PostKind.Repost ? row.TextOrNull(8) : null,
            QuoteOf = kind is PostKind.Quote ? row.TextOrNull(8) : null,
            ReplyTo = row.TextOrNull(9),
            Source = row.TextOrNull(10),
            Urls = CollectedPosts.Strings(row.TextOrNull(11)),
            MediaHashes = CollectedPosts.Strings(row.TextOrNull(12)),
        }, kind);
    }
}
