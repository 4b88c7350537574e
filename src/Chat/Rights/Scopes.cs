using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Beffroi.Chat;

/// <summary>Markings as rows, so that who may read what is a condition of every query (docs/adr/0024).</summary>
public sealed class Scopes(ChatDb db)
{
    const int MostKnown = 10_000;

    static readonly MemoryCache Known = new(new MemoryCacheOptions { SizeLimit = MostKnown });

    /// <summary>Those that let a reader in: the same answer as <see cref="Audience.Holds"/>, said to the database.</summary>
    public IQueryable<Scope> ReadableBy(Reader reader)
    {
        var (known, person) = (reader.IsKnown, reader.Person ?? Guid.Empty);
        var organisation = reader.IsGuest ? Guid.Empty : reader.Organisation ?? Guid.Empty;
        return db.Scopes.Where(s =>
            s.Circles.Any()
            && !s.Circles.Any(c => !(c.Reach == Reach.World || (c.Reach == Reach.Community && known)
                || c.Names.Any(n => (n.IsPerson && n.NamedId == person) || (!n.IsPerson && n.NamedId == organisation))))
            && (s.Tlp == Tlp.Clear || (s.Tlp == Tlp.Green && known)
                || ((s.Tlp == Tlp.Amber || s.Tlp == Tlp.AmberStrict)
                    && s.Circles.Any(c => c.Names.Any(n => (n.IsPerson && n.NamedId == person) || (!n.IsPerson && n.NamedId == organisation))))
                || (s.Tlp == Tlp.Red && s.Circles.Any(c => c.Names.Any(n => n.IsPerson && n.NamedId == person)))));
    }

    /// <summary>Rooms that a reader may enter.</summary>
    public IQueryable<Room> RoomsOf(Reader reader)
    {
        var (readable, only) = (ReadableBy(reader).Select(s => s.Id), reader.OnlyCase);
        return db.Rooms.Where(r => (only == null || r.CaseId == only) && readable.Contains(r.ScopeId));
    }

    /// <summary>Messages that a reader may read: in a room that they may enter, and let in by the message's own marking. Who wrote it knows it.</summary>
    public IQueryable<Message> MessagesOf(Reader reader)
    {
        var (readable, person) = (ReadableBy(reader).Select(s => s.Id), reader.Person ?? Guid.Empty);
        var rooms = RoomsOf(reader).Select(r => r.Id);
        return db.Messages.Where(m => rooms.Contains(m.RoomId) && (m.ScopeId == null || readable.Contains(m.ScopeId.Value) || m.AuthorId == person));
    }

    /// <summary>Cases of which a reader may read the opening; their lines have markings of their own.</summary>
    public IQueryable<CaseRow> CasesOf(Reader reader)
    {
        var (readable, only) = (ReadableBy(reader).Select(s => s.Id), reader.OnlyCase);
        return db.Cases.Where(c => (only == null || c.Id == only) && readable.Contains(c.ScopeId));
    }

    /// <summary>The row of a marking, made if it is the first to bear it; saved with what the caller saves.</summary>
    /// <exception cref="ArgumentException">The marking has no audience of its own.</exception>
    public async Task<Guid> Of(Marked marking, CancellationToken ct)
    {
        var audience = marking.Audience ?? throw new ArgumentException("A scope says who may read.", nameof(marking));
        var content = CanonicalJson.Of(System.Text.Json.JsonSerializer.SerializeToNode(marking, CaseJson.Options));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        if (db.Scopes.Local.FirstOrDefault(s => string.Equals(s.Hash, hash, StringComparison.Ordinal)) is { } added)
        {
            return added.Id;
        }

        if (await db.Scopes.Where(s => s.Hash == hash).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        // From its content: two who make it at once make the same row, and the second save is tried again.
        var scope = new Scope { Id = new(Convert.FromHexString(hash)[..16]), Hash = hash, Tlp = marking.Tlp, Content = content };
        foreach (var (circle, i) in audience.Circles.Select((c, i) => (c, i)))
        {
            var row = new ScopeCircle { Id = new(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash}/{i}"))[..16]), ScopeId = scope.Id, Reach = circle.Reach };
            row.Names.AddRange(circle.Organisations.Select(o => new ScopeName { CircleId = row.Id, NamedId = o, IsPerson = false }));
            row.Names.AddRange(circle.People.Except(circle.Organisations).Select(p => new ScopeName { CircleId = row.Id, NamedId = p, IsPerson = true }));
            scope.Circles.Add(row);
        }

        db.Add(scope);
        return scope.Id;
    }

    /// <summary>Read once: a scope is never changed, and is called by its content.</summary>
    public async Task<Marked> Marking(Guid scopeId, CancellationToken ct)
    {
        if (Known.TryGetValue(scopeId, out Marked? known))
        {
            return known!;
        }

        var marking = CaseJson.Read<Marked>(await db.Scopes.Where(s => s.Id == scopeId).Select(s => s.Content).SingleAsync(ct));
        return Known.Set(scopeId, marking, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <summary>Accounts that may read what bears this marking in this room: <see cref="ReadableBy"/>, asked from the other side.</summary>
    public Task<IReadOnlyList<Guid>> ReadersOf(Guid roomId, Guid? own, DateTimeOffset now, CancellationToken ct) => ReadersOf(roomId, [own], now, ct);

    /// <param name="own">Markings that hold beside that of the room.</param>
    public async Task<IReadOnlyList<Guid>> ReadersOf(Guid roomId, IReadOnlyList<Guid?> own, DateTimeOffset now, CancellationToken ct)
    {
        var room = await db.Rooms.Where(r => r.Id == roomId).Select(r => new { r.ScopeId, r.CaseId }).SingleAsync(ct);
        var borne = db.Scopes.Where(s => s.Id == room.ScopeId || own.Contains(s.Id));
        var seated = db.Members.Where(m => m.LeftAt == null && db.Organisations.Any(o => o.Id == m.OrganisationId && o.ClosedAt == null))
            .Select(m => new { m.AccountId, OrganisationId = (Guid?)m.OrganisationId })
            .Concat(db.GuestPasses.Where(p => p.AccountId != null && p.CaseId == room.CaseId && p.ApprovedAt != null && p.RevokedAt == null && p.ExpiresAt > now)
                .Select(p => new { AccountId = p.AccountId!.Value, OrganisationId = (Guid?)null }));
        return await seated.Where(a => !borne.Any(s =>
                !s.Circles.Any()
                || s.Circles.Any(c => c.Reach == Reach.Named && !c.Names.Any(n => (n.IsPerson && n.NamedId == a.AccountId) || (!n.IsPerson && n.NamedId == a.OrganisationId)))
                || ((s.Tlp == Tlp.Amber || s.Tlp == Tlp.AmberStrict)
                    && !s.Circles.Any(c => c.Names.Any(n => (n.IsPerson && n.NamedId == a.AccountId) || (!n.IsPerson && n.NamedId == a.OrganisationId))))
                || (s.Tlp == Tlp.Red && !s.Circles.Any(c => c.Names.Any(n => n.IsPerson && n.NamedId == a.AccountId)))))
            .Select(a => a.AccountId).Distinct().ToListAsync(ct);
    }

    /// <summary>The accounts by which these people sign in.</summary>
    public async Task<IReadOnlyList<Guid>> LoginsOf(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var others = await db.Members.Where(m => m.LeftAt == null && m.LoginId != null && people.Contains(m.AccountId)).Select(m => new { m.AccountId, m.LoginId })
            .Concat(db.GuestPasses.Where(p => p.RevokedAt == null && p.LoginId != null && people.Contains(p.AccountId!.Value)).Select(p => new { AccountId = p.AccountId!.Value, p.LoginId }))
            .ToDictionaryAsync(o => o.AccountId, o => o.LoginId!.Value, ct);
        return [.. people.Select(p => others.GetValueOrDefault(p, p))];
    }
}
