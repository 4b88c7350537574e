using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>The room where an organisation is told of what the detector finds: of its members, made when there is something to say. Nobody of them can close it or let others in, since none opened it.</summary>
public sealed class DetectorRoom(ChatDb db, Scopes scopes, TimeProvider clock)
{
    const int MostTries = 4;

    public static Guid IdOf(Guid organisation) => SameId.Of($"beffroi-detector-room\n{organisation:D}");

    public static Marked Marking(Guid organisation) => new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(organisation) };

    /// <summary>Null where there is no such organisation, or it is closed.</summary>
    public async Task<Room?> Of(Guid organisation, CancellationToken ct)
    {
        var id = IdOf(organisation);
        for (var turn = 1; ; turn++)
        {
            if (!await db.Organisations.AnyAsync(o => o.Id == organisation && o.ClosedAt == null, ct))
            {
                return null;
            }

            if (await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } known)
            {
                return known;
            }

            try
            {
                await Make(id, organisation, ct);
            }
            catch (DbUpdateException) when (turn < MostTries)
            {
                // Another node made it at the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    async Task Make(Guid id, Guid organisation, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var l = await LanguageOf(organisation, ct);
        db.Add(new Room
        {
            Id = id, Kind = RoomKind.Private, Language = l, Name = l.Say("Détecteur", "Detector"), Topic = l.Say("Ce que le détecteur trouve dans vos veilles, avec ses raisons", "What the detector finds in your watches, with its reasons"),
            ScopeId = await scopes.Of(Marking(organisation), ct), CreatedAt = clock.GetUtcNow(), CreatedBy = Guid.Empty,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>That of most of its members.</summary>
    async Task<Lang> LanguageOf(Guid organisation, CancellationToken ct)
    {
        var members = await db.Members.Where(m => m.OrganisationId == organisation && m.LeftAt == null).GroupBy(m => m.Language).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return members.OrderByDescending(m => m.Count).ThenBy(m => m.Key == Lang.French ? 0 : 1).Select(m => m.Key).FirstOrDefault(Lang.French);
    }
}
