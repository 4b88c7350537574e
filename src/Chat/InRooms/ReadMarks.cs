using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>How far people have read: the one thing written while reading.</summary>
public sealed class ReadMarks(ChatDb db)
{
    /// <summary>Never goes back. Written past the audit: reading a room is no act of its own.</summary>
    public Task Until(long place, Guid roomId, Guid accountId, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO chat_read_marks ("AccountId", "RoomId", "Place") VALUES ({accountId}, {roomId}, {place})
        ON CONFLICT ("AccountId", "RoomId") DO UPDATE SET "Place" = excluded."Place" WHERE chat_read_marks."Place" < excluded."Place"
        """, ct);

    public Task<long> Of(Guid roomId, Guid accountId, CancellationToken ct) =>
        db.ReadMarks.AsNoTracking().Where(r => r.RoomId == roomId && r.AccountId == accountId).Select(r => r.Place).SingleOrDefaultAsync(ct);

    /// <summary>A place as addresses carry it; null where it is none.</summary>
    public static long? Read(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
