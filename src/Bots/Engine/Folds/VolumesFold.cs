using Beffroi.Bots.Keeping;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>Counts what was published each hour under a watch: added to what the table holds, so that nothing is kept in memory.</summary>
sealed class VolumesFold(Guid watch) : Fold
{
    const int Most = 20_000;

    const string Add = """
        ON CONFLICT ("WatchId", "TermId", "Hour") DO UPDATE SET "Posts" = bots_volumes."Posts" + excluded."Posts", "Reposts" = bots_volumes."Reposts" + excluded."Reposts",
        "Quotes" = bots_volumes."Quotes" + excluded."Quotes", "Replies" = bots_volumes."Replies" + excluded."Replies"
        """;

    public override async Task<FoldState?> Next(BotsDb db, FoldState from, CancellationToken ct)
    {
        await using var sql = new Sql(db);
        var posts = await sql.Read(
            """
            SELECT m."Place", m."TermId", p."At", p."Kind" FROM bots_matches m JOIN bots_posts p ON p."Seq" = m."Seq" WHERE m."WatchId" = @p0 AND m."Place" > @p1 ORDER BY m."Place" LIMIT @p2
            """, [watch, from.Seq, Most], row => (Place: row.Long(0), Term: row.GuidOrNull(1), At: row.At(2), Kind: row.Named<PostKind>(3)), ct);
        if (posts.Count == 0)
        {
            return null;
        }

        var counts = new Dictionary<(Guid Term, DateTimeOffset Hour), long[]>();
        foreach (var (_, term, at, kind) in posts)
        {
            var hour = HourOf(at);
            Count(Guid.Empty, hour, kind);
            if (term is { } asked)
            {
                Count(asked, hour, kind);
            }
        }

        void Count(Guid term, DateTimeOffset hour, PostKind kind) =>
            (counts.TryGetValue((term, hour), out var known) ? known : counts[(term, hour)] = new long[4])[Column(kind)]++;

        return new()
        {
            Seq = posts[^1].Place,
            More = posts.Count == Most,
            Outputs = (write, stop) => write.Insert("""bots_volumes ("WatchId", "TermId", "Hour", "Posts", "Reposts", "Quotes", "Replies")""",
                [.. counts.Select(c => new object?[] { watch, c.Key.Term, c.Key.Hour, c.Value[0], c.Value[1], c.Value[2], c.Value[3] })], Add, stop),
        };
    }

    public static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    static int Column(PostKind kind) => kind switch
    {
        PostKind.Post => 0,
        PostKind.Repost => 1,
        PostKind.Quote => 2,
        PostKind.Reply => 3,
    };
}
