using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Cards;

/// <summary>Cards in the database: one goes out as its file, one comes in as a new startup.</summary>
public static class CardShelf
{
    /// <summary>The file of a startup; null where there is no such startup.</summary>
    /// <exception cref="InvalidDataException">Says in French which rules the card would break.</exception>
    public static async Task<string?> Out(IncubatorDb db, string slug, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().Include(s => s.Phases).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return null;
        }

        var card = await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.StartupId == startup.Id, ct) ?? new() { StartupId = startup.Id };
        var rows = new CardRows(startup, card, await db.CardEvents.AsNoTracking().Where(e => e.StartupId == startup.Id).ToListAsync(ct));
        return CardRules.Broken(rows) is { Count: > 0 } wrong ? throw new InvalidDataException(string.Join("\n", wrong)) : CardWriter.Of(rows);
    }

    /// <exception cref="InvalidDataException">The startup is there already: its phases are moved by committees, not by a file.</exception>
    public static async Task In(IncubatorDb db, CardRows rows, CancellationToken ct)
    {
        if (await db.Startups.AnyAsync(s => s.Slug == rows.Startup.Slug, ct))
        {
            throw new InvalidDataException($"la startup «\u00A0{rows.Startup.Slug}\u00A0» est déjà dans cette base");
        }

        db.Add(rows.Startup);
        db.Add(rows.Card);
        db.AddRange(rows.Events);
        await db.SaveChangesAsync(ct);
    }
}
