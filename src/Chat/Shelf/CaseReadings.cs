using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Who read, downloaded or took away what others shared at TLP:AMBER and above: they may ask.</summary>
public sealed class CaseReadings(ChatDb db, Actor actor, TimeProvider clock)
{
    /// <summary>Somebody who goes from page to page of a case reads it once.</summary>
    static readonly TimeSpan OneReading = TimeSpan.FromMinutes(30);

    /// <param name="item">Line of the case; null for the whole of it.</param>
    public async Task Note(CaseView view, Seat seat, ReadingAct act, Guid? item, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var owners = Owners(view, seat, item);
        if (act is ReadingAct.Read && owners.Count > 0)
        {
            var since = now - OneReading;
            var noted = await db.Readings
                .Where(r => r.AccountId == seat.AccountId && r.CaseId == view.CaseId && r.Act == act && r.ItemId == item && r.At > since)
                .Select(r => new { r.OwnerOrganisationId, r.OwnerId })
                .ToListAsync(ct);
            owners.RemoveAll(o => noted.Exists(n => n.OwnerOrganisationId == o.Organisation && n.OwnerId == o.Person));
        }

        if (owners.Count == 0)
        {
            return;
        }

        db.AddRange(owners.Select(o => new ReadingLine
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            AccountId = seat.AccountId,
            OrganisationId = seat.OrganisationId,
            Act = act,
            CaseId = view.CaseId,
            ItemId = item,
            OwnerOrganisationId = o.Organisation,
            OwnerId = o.Person,
        }));
        // Pages are read by routes that do nothing else.
        actor.Act ??= "discussion.lire";
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Cases of which a list shows the title, and lines of them whose words it shows: in one go.</summary>
    public async Task NoteListed(Seat seat, IReadOnlyCollection<(CaseView View, Guid? Line)> shown, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - OneReading;
        var lines = shown.SelectMany(s => new[] { s.View.Events[0].Id }.Concat(s.Line is { } line ? [line] : []).Select(item => (s.View, Item: item))).DistinctBy(l => l.Item)
            .SelectMany(l => Owners(l.View, seat, l.Item).Select(o => (l.View.CaseId, l.Item, o.Organisation, o.Person))).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var items = lines.ConvertAll(l => l.Item);
        var noted = await db.Readings.Where(r => r.AccountId == seat.AccountId && r.Act == ReadingAct.Read && r.At > since && r.ItemId != null && items.Contains(r.ItemId.Value)).Select(r => r.ItemId!.Value).ToListAsync(ct);
        db.AddRange(lines.Where(l => !noted.Contains(l.Item)).Select(l => new ReadingLine
        {
            Id = Guid.CreateVersion7(now), At = now, AccountId = seat.AccountId, OrganisationId = seat.OrganisationId, Act = ReadingAct.Read,
            CaseId = l.CaseId, ItemId = l.Item, OwnerOrganisationId = l.Organisation, OwnerId = l.Person,
        }));
        actor.Act ??= "discussion.lire";
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Whoever wrote what is restricted, but the reader's own; a guest is named, an organisation answers for its people.</summary>
    static List<(Guid? Organisation, Guid? Person)> Owners(CaseView view, Seat seat, Guid? item)
    {
        var all = view.State.Marking!.Tlp;
        return
        [
            .. view.Events
                .Where(e => item is null || e.Id == item)
                .Where(e => all >= Tlp.Amber || view.State.Markings.GetValueOrDefault(e.Id, e.Marking).Tlp >= Tlp.Amber)
                .Where(e => e.Author.Person != seat.AccountId && (e.Author.Organisation is null || e.Author.Organisation != seat.OrganisationId))
                .Select(e => (e.Author.Organisation, e.Author.Organisation is null ? e.Author.Person : null))
                .Distinct(),
        ];
    }
}
