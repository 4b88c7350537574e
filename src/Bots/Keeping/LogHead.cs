using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>The end of the log. Whoever writes holds it until their transaction is over, so that places become visible in their order: somebody who has read up to one place has missed none
/// before it.</summary>
static class LogHead
{
    public const string Kind = "log";
    const string Key = "places";

    public static async Task<long> Hold(Sql sql, DateTimeOffset now, CancellationToken ct)
    {
        await sql.Insert("""bots_grains ("Kind", "Key", "ETag", "Seq", "State", "At")""", [[Kind, Key, "", 0L, Array.Empty<byte>(), now]], """ON CONFLICT ("Kind", "Key") DO NOTHING""", ct);
        return (await sql.Read("""UPDATE bots_grains SET "At" = @p0 WHERE "Kind" = @p1 AND "Key" = @p2 RETURNING "Seq" """, [now, Kind, Key], row => row.Long(0), ct))[0];
    }

    public static Task Move(Sql sql, long place, CancellationToken ct) =>
        sql.Run("""UPDATE bots_grains SET "Seq" = @p0 WHERE "Kind" = @p1 AND "Key" = @p2""", [place, Kind, Key], ct);

    /// <summary>The last place that was given; 0 before the first.</summary>
    public static Task<long> Read(BotsDb db, CancellationToken ct) => db.Grains.Where(g => g.Kind == Kind && g.Key == Key).Select(g => g.Seq).FirstOrDefaultAsync(ct);
}
