using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Settings;

/// <summary>Makes the page.</summary>
public sealed class SettingsView(ChatDb db, Scopes scopes, RoomPeople people, RoomTitles titles, Audiences audiences, Inviting inviting)
{
    public async Task<(Room Room, bool May)?> Find(Seat seat, Guid id, CancellationToken ct)
    {
        if (await scopes.RoomsOf(seat.Reader).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } room)
        {
            return null;
        }

        var may = room is { Kind: RoomKind.Private, ClosedAt: null } && (room.CreatedBy == seat.AccountId
            || (seat.IsReferent && await db.Members.AnyAsync(m => m.AccountId == room.CreatedBy && m.OrganisationId == seat.OrganisationId, ct)));
        return (room, may);
    }

    public async Task<IResult> Page(Seat seat, Room room, bool may, SettingsForm? form, Errors errors, Lang l, CancellationToken ct)
    {
        form ??= may ? await Now(seat, room, ct) : new();
        return Html.Form<RoomSettingsPage, SettingsModel>(new()
        {
            L = l,
            Room = room,
            Title = await titles.Of(room, seat, l, ct),
            Audience = await audiences.Of(room.ScopeId, seat, ct),
            People = await people.List(people.Named(room.ScopeId, seat), RoomSettings.MostShown, ct),
            Form = form,
            Errors = errors,
            Invited = may ? await inviting.Model(seat, form.Invited, errors, l, ct) : null,
        }, errors);
    }

    /// <summary>The form as the room is.</summary>
    async Task<SettingsForm> Now(Seat seat, Room room, CancellationToken ct)
    {
        var marking = await scopes.Marking(room.ScopeId, ct);
        var (organisations, named) = (marking.Audience!.Circles.SelectMany(c => c.Organisations).ToList(), marking.Audience.Circles.SelectMany(c => c.People).ToList());
        var known = await people.List(people.Known(seat).Where(m => named.Contains(m.AccountId) && m.AccountId != seat.AccountId), RoomSettings.MostShown, ct);
        return new()
        {
            Name = room.Name,
            Topic = room.Topic,
            Level = marking.Tlp switch { Tlp.Amber => Narrower.Amber, Tlp.Red => Narrower.Red, Tlp.Clear or Tlp.Green or Tlp.AmberStrict => Narrower.Strict },
            Organisations = [.. organisations.Select(o => o.ToString())],
            People = [.. known.Select(p => $"{p.Name}, {p.Organisation}")],
        };
    }
}
