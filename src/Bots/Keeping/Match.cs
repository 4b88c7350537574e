using Beffroi.Detection;

namespace Beffroi.Bots.Keeping;

/// <summary>Who brings a batch, for which watch, when: why its posts are kept.</summary>
sealed record Match(Guid SourceId, Guid WatchId, DateTimeOffset Now)
{
    const string OfPosts = """bots_matches ("WatchId", "Seq", "TermId", "SourceId", "Place")""";
    const string OfAccounts = """bots_account_matches ("WatchId", "AccountId", "FirstAt")""";

    public async Task Write(Sql sql, List<PostRow> rows, Dictionary<(Network, string), long> places, Authors authors, long place, CancellationToken ct)
    {
        var posts = rows.DistinctBy(r => r.Key).ToList();
        await sql.Insert(OfPosts, [.. posts.Select(r => new object?[] { WatchId, places[r.Key], r.Incoming.TermId, SourceId, ++place })], """ON CONFLICT ("WatchId", "Seq") DO NOTHING""", ct);
        await sql.Insert(OfAccounts, [.. posts.Select(r => authors[r.Author].Id).Distinct().Select(a => new object?[] { WatchId, a, Now })], """ON CONFLICT ("WatchId", "AccountId") DO NOTHING""", ct);
        await LogHead.Move(sql, place, ct);
    }
}
