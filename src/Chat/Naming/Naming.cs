using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Reads what <see cref="NameRule"/> needs, and says the same rule to the database.</summary>
public sealed class Naming(ChatDb db)
{
    public async Task<IReadOnlySet<Guid>> Masking(CancellationToken ct) => await db.Organisations.Where(o => o.MasksAnalysts).Select(o => o.Id).ToHashSetAsync(ct);

    /// <param name="organisations">Others whose name is wanted.</param>
    /// <param name="withGuests">False where it is known that none of them signed as a guest.</param>
    public async Task<NameBook> Of(IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> organisations, CancellationToken ct, bool withGuests = true)
    {
        var members = people.Count == 0 ? [] : await db.Members.AsNoTracking().Where(m => people.Contains(m.AccountId)).OrderBy(m => m.JoinedAt).ThenBy(m => m.Id)
            .Select(m => new Membership(m.AccountId, m.OrganisationId, m.Name, m.LeftAt != null)).ToListAsync(ct);
        var named = members.Select(m => m.Organisation).Concat(organisations).Distinct().ToList();
        var homes = await db.Organisations.AsNoTracking().Where(o => named.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.MasksAnalysts }).ToListAsync(ct);
        var guests = people.Count == 0 || !withGuests ? [] : await db.GuestPasses.AsNoTracking().Where(p => p.AccountId != null && p.Name != null && people.Contains(p.AccountId.Value))
            .OrderBy(p => p.AcceptedAt).Select(p => new { Id = p.AccountId!.Value, Name = p.Name! }).ToListAsync(ct);
        return new()
        {
            Masking = homes.Where(o => o.MasksAnalysts).Select(o => o.Id).ToHashSet(),
            Members = members.ToLookup(m => m.Person),
            Guests = guests.GroupBy(g => g.Id).ToDictionary(g => g.Key, g => g.Last().Name),
            Organisations = homes.ToDictionary(o => o.Id, o => o.Name),
        };
    }

    /// <summary>Messages under which this reader may read a name.</summary>
    public IQueryable<Message> Signed(IQueryable<Message> messages, Reader reader)
    {
        var (person, organisation) = (reader.Person, reader.Organisation);
        return messages.Where(m => m.AuthorId != null
            && ((!m.Masked && !db.Organisations.Any(o => o.Id == m.OrganisationId && o.MasksAnalysts)) || m.AuthorId == person || (organisation != null && m.OrganisationId == organisation)));
    }

    /// <summary>Members whom this reader may know by their name.</summary>
    public IQueryable<Member> Known(IQueryable<Member> members, Reader reader)
    {
        var (person, organisation) = (reader.Person, reader.Organisation);
        return members.Where(m => m.AccountId == person || m.OrganisationId == organisation || !db.Organisations.Any(o => o.Id == m.OrganisationId && o.MasksAnalysts));
    }

    /// <summary>What keeps a text from being said: it calls a colleague by a name that some of its readers may not know. Null when nothing does.</summary>
    /// <param name="marking">Of what is said, with its audience.</param>
    public async Task<Words?> Calls(Seat seat, string text, Marked marking, CancellationToken ct)
    {
        if (!seat.IsMasked || seat.OrganisationId is not { } home || !text.Contains('@', StringComparison.Ordinal) || await IsWithin(marking.Audience!, home, ct))
        {
            return null;
        }

        var names = await db.Members.Where(m => m.OrganisationId == home).Select(m => m.Name).Distinct().ToListAsync(ct);
        return Mentions.In(text, names).Any()
            ? new("Votre organisation masque ses analystes\u00A0: d’autres liraient ici le nom de l’un d’eux. Retirez-le, ou marquez ce message pour votre organisation.",
                "Your organisation masks its analysts: others would read the name of one of them here. Remove it, or mark this message for your organisation.")
            : null;
    }

    async Task<bool> IsWithin(Audience audience, Guid home, CancellationToken ct)
    {
        foreach (var circle in audience.Circles.Where(c => c.Reach is Reach.Named && c.Organisations.All(o => o == home)))
        {
            var people = circle.People;
            if (people.Count == 0 || await db.Members.Where(m => m.OrganisationId == home && m.LeftAt == null && people.Contains(m.AccountId)).Select(m => m.AccountId).Distinct().CountAsync(ct) == people.Count)
            {
                return true;
            }
        }

        return false;
    }
}
