using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Who may enter a room, as typed.</summary>
public sealed record InvitedForm
{
    public string[]? Organisations { get; init; }

    /// <summary>Names, one to a field.</summary>
    public string[]? People { get; init; }

    /// <summary><see cref="Narrower"/>.</summary>
    public string? Level { get; init; }
}

/// <summary>Whom a member may let into a room of theirs: organisations by a list, people by their names.</summary>
public sealed class Inviting(ChatDb db, RoomPeople people)
{
    public const int MostPeople = 50;

    const int MostOffered = 500;

    public async Task<InvitedModel> Model(Seat seat, InvitedForm form, Errors errors, Lang l, CancellationToken ct)
    {
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.ClosedAt == null).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return new(l, form, errors, organisations.ConvertAll(o => (o.Id, o.Name)), await people.List(people.Known(seat).Where(m => m.AccountId != seat.AccountId), MostOffered, ct));
    }

    /// <summary>The people whose names were typed, the member aside; a name that is nobody's, or that of several, is a mistake.</summary>
    public async Task<IReadOnlyList<Guid>> People(Seat seat, InvitedForm form, Errors errors, Lang l, CancellationToken ct)
    {
        var typed = (form.People ?? []).Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (typed.Count > MostPeople || typed.Exists(n => !CleanText.IsClean(n)))
        {
            errors.Add("People", l.Say($"Nommez {MostPeople} personnes au plus", $"Name {MostPeople} people at most"));
            return [];
        }

        var found = await people.Known(seat).Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { m.AccountId, m.Name, Full = m.Name + ", " + o.Name })
            .Where(p => typed.Contains(p.Name) || typed.Contains(p.Full)).ToListAsync(ct);
        var chosen = new List<Guid>();
        foreach (var name in typed)
        {
            var those = found.Where(p => string.Equals(p.Full, name, StringComparison.Ordinal) || string.Equals(p.Name, name, StringComparison.Ordinal)).Select(p => p.AccountId).Distinct().ToList();
            if (those.Count != 1)
            {
                errors.Add("People", those.Count == 0
                    ? l.Say($"« {name} »\u00A0: personne ne porte ce nom parmi ceux que vous pouvez nommer", $"“{name}”: nobody of that name among those whom you may name")
                    : l.Say($"« {name} »\u00A0: plusieurs personnes portent ce nom. Choisissez dans la liste, avec l’organisation", $"“{name}”: several people have this name. Choose in the list, with the organisation"));
                continue;
            }

            chosen.Add(those[0]);
        }

        return [.. chosen.Where(id => id != seat.AccountId)];
    }

    /// <summary>Organisations that were ticked, closed ones aside.</summary>
    public async Task<IReadOnlyList<Guid>> Organisations(InvitedForm form, CancellationToken ct)
    {
        var ids = ComposerForm.Ids(form.Organisations);
        return await db.Organisations.Where(o => o.ClosedAt == null && ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
    }

    /// <summary>The marking of a private room: whoever makes it is in it.</summary>
    public async Task<Marked?> Marking(Seat seat, InvitedForm form, Errors errors, Lang l, CancellationToken ct)
    {
        var (named, organisations) = (await People(seat, form, errors, l, ct), await Organisations(form, ct));
        Tlp? tlp = form.Level switch { Narrower.Amber => Tlp.Amber, Narrower.Strict => Tlp.AmberStrict, Narrower.Red => Tlp.Red, _ => null };
        if (tlp is null)
        {
            errors.Add("Level", l.Say("Choisissez un niveau de partage", "Choose a sharing level"));
        }
        else if (tlp is Tlp.Red && organisations.Count > 0)
        {
            errors.Add("Level", l.Say("TLP:RED est pour des personnes nommées une à une\u00A0: décochez les organisations ou prenez TLP:AMBER+STRICT", "TLP:RED is for people named one by one: untick the organisations or take TLP:AMBER+STRICT"));
        }
        else if (organisations.Count + named.Count == 0)
        {
            errors.Add("Organisations", l.Say("Dites qui peut entrer\u00A0: au moins une organisation ou une personne", "Say who may enter: at least one organisation or person"));
        }

        return errors.Any ? null : new() { Tlp = tlp!.Value, Audience = new() { Circles = [Circle.Of(organisations, named.Append(seat.AccountId))] } };
    }
}

public sealed record InvitedModel(Lang L, InvitedForm Form, Errors Errors, IReadOnlyList<(Guid Id, string Name)> Organisations, IReadOnlyList<KnownPerson> People);
