using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>Snapshots of accounts whose figures changed: at most four a day for each.</summary>
static class Sightings
{
    static readonly TimeSpan Apart = TimeSpan.FromHours(6);

    const string Columns = """bots_snapshots ("AccountId", "At", "State", "Followers", "Following", "Posts")""";

    public static async Task Write(BotsDb db, Sql sql, Authors authors, DateTimeOffset now, CancellationToken ct)
    {
        var changed = authors.All.Where(a => !a.LeftOut && a.Changed).ToList();
        var old = changed.Where(a => !a.IsNew).Select(a => a.Id).ToArray();
        var last = old.Length == 0 ? [] : await db.Snapshots.Where(s => old.Contains(s.AccountId)).GroupBy(s => s.AccountId).Select(g => new { g.Key, At = g.Max(s => s.At) })
            .ToDictionaryAsync(s => s.Key, s => s.At, ct);
        await sql.Insert(Columns,
            [
                .. changed.Select(a => (Author: a, At: a.Seen!.ObservedAt ?? now)).Where(s => !last.TryGetValue(s.Author.Id, out var before) || s.At - before >= Apart)
                    .Select(s => new object?[] { s.Author.Id, s.At, SightingState.Alive, s.Author.Seen!.Followers, s.Author.Seen.Following, s.Author.Seen.Posts }),
            ],
            """ON CONFLICT ("AccountId", "At") DO NOTHING""", ct);
    }

    /// <summary>The network was asked and gave nothing of them: neither alive nor gone.</summary>
    public static Task Missed(Sql sql, IEnumerable<Author> missed, DateTimeOffset now, CancellationToken ct) =>
        sql.Insert(Columns, [.. missed.Select(a => new object?[] { a.Id, now, SightingState.Unknown, null, null, null })], """ON CONFLICT ("AccountId", "At") DO NOTHING""", ct);
}
