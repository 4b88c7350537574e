using Beffroi.Bots.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>Somebody else has written this checkpoint since it was read: nothing was written.</summary>
sealed class FencedException(FoldName name) : Exception($"The checkpoint of {name.Kind} {name.Key} was written by another.");

/// <summary>Reads and writes checkpoints, each with its outputs. Whoever holds an old one writes nothing.</summary>
static class Checkpoints
{
    public static async Task<(FoldState State, string? ETag)> Read(BotsDb db, FoldName name, CancellationToken ct)
    {
        var kind = name.Kind.ToString();
        var row = await db.Grains.AsNoTracking().SingleOrDefaultAsync(g => g.Kind == kind && g.Key == name.Key, ct);
        return row is null ? (new(), null) : (new() { Seq = row.Seq, State = row.State }, row.ETag);
    }

    /// <returns>The mark of the new checkpoint.</returns>
    /// <exception cref="FencedException">Another has written since.</exception>
    public static async Task<string> Write(BotsDb db, FoldName name, FoldState state, string? etag, DateTimeOffset now, CancellationToken ct)
    {
        var (kind, next) = (name.Kind.ToString(), Guid.NewGuid().ToString("N"));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var sql = new Sql(db);
        // First, so that a second one waits here, and then finds that it comes too late.
        var written = etag is null
            ? await sql.Run("""INSERT INTO bots_grains ("Kind", "Key", "ETag", "Seq", "State", "At") VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT ("Kind", "Key") DO NOTHING""",
                [kind, name.Key, next, state.Seq, state.State ?? [], now], ct)
            : await sql.Run($"""UPDATE bots_grains SET "ETag" = @p0, "Seq" = @p1, "At" = @p2{(state.State is null ? "" : """, "State" = @p6""")} WHERE "Kind" = @p3 AND "Key" = @p4 AND "ETag" = @p5""",
                [next, state.Seq, now, kind, name.Key, etag, .. state.State is { } changed ? new object?[] { changed } : []], ct);
        if (written != 1)
        {
            throw new FencedException(name);
        }

        if (state.Outputs is { } outputs)
        {
            await outputs(sql, ct);
        }

        await transaction.CommitAsync(ct);
        return next;
    }
}
