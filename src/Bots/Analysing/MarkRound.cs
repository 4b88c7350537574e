using System.Globalization;
using System.Text;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Bots.Analysing;

/// <summary>Follows the log and writes the marks of its posts. How far it came is written with them: a crash repeats nothing and leaves nothing out.</summary>
public sealed class MarkRound(BotsDb db, Actor actor, TimeProvider clock)
{
    public const string Kind = "narratives";
    public const string Key = "marks";

    const int AtOnce = 2_000;
    const int RowsAtOnce = 400;

    /// <summary>Of two that are written at once, the later place may be seen first: what is too young is left for the next time.</summary>
    static readonly TimeSpan Youngest = TimeSpan.FromMinutes(2);

    /// <returns>Posts that were marked; 0: nothing is left to do, or another node does it.</returns>
    public async Task<int> NextRound(CancellationToken ct)
    {
        actor.Act ??= "robots.recits.reperer";
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        var row = await db.Grains.SingleOrDefaultAsync(g => g.Kind == Kind && g.Key == Key, ct);
        var (from, old) = (row?.Seq ?? 0, now - Youngest);
        var some = await db.Posts.AsNoTracking().Where(p => p.Seq > from).OrderBy(p => p.Seq).Take(AtOnce).Select(p => new { p.CollectedAt, Post = new ReadPost { Seq = p.Seq, Network = p.Network, NativeId = p.NativeId, AccountId = p.AccountId, Kind = p.Kind, At = p.At, Text = p.Text, Links = p.Links, Hashtags = p.Hashtags } }).ToListAsync(ct);
        var posts = some.TakeWhile(p => p.CollectedAt <= old).Select(p => p.Post).ToList();
        if (posts.Count == 0)
        {
            return 0;
        }

        if (row is null)
        {
            db.Add(row = new() { Kind = Kind, Key = Key, ETag = "", Seq = 0, State = [], At = now });
        }

        (row.Seq, row.At, row.ETag) = (posts[^1].Seq, now, Guid.NewGuid().ToString("N"));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node was faster.
            return 0;
        }

        await Write([.. posts.SelectMany(p => PostMarks.Of(p).Select(mark => (mark, p.Seq)))], ct);
        await transaction.CommitAsync(ct);
        return posts.Count;
    }

    // Numbers only: there is nothing to escape, and a change tracker would hold each of them.
    async Task Write(IReadOnlyList<(long Mark, long Seq)> marks, CancellationToken ct)
    {
        foreach (var some in marks.Order().Chunk(RowsAtOnce))
        {
            var sql = new StringBuilder($"INSERT INTO {BotsDb.Prefix}marks (\"Mark\", \"Seq\") VALUES ");
            sql.AppendJoin(',', some.Select(m => string.Create(CultureInfo.InvariantCulture, $"({m.Mark},{m.Seq})")));
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = sql.ToString();
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
