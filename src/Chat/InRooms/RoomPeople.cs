using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Who is in a room: the members whom its marking lets in, as another member may know them.</summary>
public sealed class RoomPeople(ChatDb db, Naming naming)
{
    /// <summary>Members of open organisations whom a marking lets in: <see cref="Scopes.ReadableBy"/>, asked from the other side.</summary>
    public IQueryable<Member> In(Guid scopeId)
    {
        var scope = db.Scopes.Where(s => s.Id == scopeId);
        return db.Members.Where(m => m.LeftAt == null && db.Organisations.Any(o => o.Id == m.OrganisationId && o.ClosedAt == null)
            && scope.Any(s => s.Circles.Any()
                && !s.Circles.Any(c => !(c.Reach == Reach.World || c.Reach == Reach.Community
                    || c.Names.Any(n => (n.IsPerson && n.NamedId == m.AccountId) || (!n.IsPerson && n.NamedId == m.OrganisationId))))
                && (s.Tlp == Tlp.Clear || s.Tlp == Tlp.Green
                    || ((s.Tlp == Tlp.Amber || s.Tlp == Tlp.AmberStrict) && s.Circles.Any(c => c.Names.Any(n => (n.IsPerson && n.NamedId == m.AccountId) || (!n.IsPerson && n.NamedId == m.OrganisationId))))
                    || (s.Tlp == Tlp.Red && s.Circles.Any(c => c.Names.Any(n => n.IsPerson && n.NamedId == m.AccountId))))));
    }

    /// <summary>Those whom this member may call by their name: of the own organisation, and of those that do not mask theirs.</summary>
    public IQueryable<Member> Named(Guid scopeId, Seat seat) => naming.Known(In(scopeId), seat.Reader);

    /// <summary>Every member whom this one may know by name.</summary>
    public IQueryable<Member> Known(Seat seat) =>
        naming.Known(db.Members.Where(m => m.LeftAt == null && db.Organisations.Any(o => o.Id == m.OrganisationId && o.ClosedAt == null)), seat.Reader);

    /// <summary>With the organisation of each, in the order of their names.</summary>
    public async Task<IReadOnlyList<KnownPerson>> List(IQueryable<Member> members, int most, CancellationToken ct) =>
        await members.AsNoTracking().Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { m.AccountId, m.Name, OrganisationId = o.Id, Organisation = o.Name })
            .OrderBy(p => p.Name).ThenBy(p => p.AccountId).Take(most).Select(p => new KnownPerson(p.AccountId, p.Name, p.OrganisationId, p.Organisation)).ToListAsync(ct);
}

public sealed record KnownPerson(Guid AccountId, string Name, Guid OrganisationId, string Organisation);
