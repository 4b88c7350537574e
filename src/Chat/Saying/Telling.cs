using Beffroi.Chat.Notifying;
using Beffroi.Chat.Rules.Notices;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>
/// Keeps what people are to be told: only those who may read what it is about, as they asked to be told, one of each. Called once the thing itself is saved; it
/// saves on its own. Nothing of what is shared is kept in a notice: the page and the letter read it, or not, for whoever opens them.
/// </summary>
public sealed class Telling(ChatDb db, Scopes scopes, Seats seats, TimeProvider clock)
{
    /// <summary>Notices of one save.</summary>
    const int MostAtOnce = 500;

    public Task Tell(Notice notice, Guid? room, CancellationToken ct) => Tell([notice], room, ct);

    /// <param name="notices">All about the same room or case. <see cref="Notice.Subject"/>: the message, the line of the case, the alert or the feed.</param>
    /// <param name="room">Where it happened; null: in the case only.</param>
    public async Task Tell(IReadOnlyCollection<Notice> notices, Guid? room, CancellationToken ct)
    {
        foreach (var some in notices.Where(n => n.By != n.To).DistinctBy(n => n.Key).Chunk(MostAtOnce))
        {
            var rows = await New(some, room, ct);
            db.AddRange(rows);
            await Keep(rows, ct);
        }
    }

    /// <summary>Rows of those who may read it, want to be told and have not been, whatever their number by the same few queries.</summary>
    async Task<List<NoticeRow>> New(Notice[] notices, Guid? room, CancellationToken ct)
    {
        var (now, people, rows) = (clock.GetUtcNow(), notices.Select(n => n.To).Distinct().ToList(), new List<NoticeRow>());
        var found = await seats.Of(people, ct);
        var chosen = (await db.Members.AsNoTracking().Where(m => people.Contains(m.AccountId) && m.LeftAt == null).Select(m => new { m.AccountId, m.Notices }).ToListAsync(ct)).DistinctBy(m => m.AccountId).ToDictionary(m => m.AccountId, m => m.Notices);
        var keys = notices.Select(KeyOf).Distinct(StringComparer.Ordinal).ToList();
        var told = (await db.Notices.Where(n => people.Contains(n.AccountId) && keys.Contains(n.Key)).Select(n => new { n.AccountId, n.Key }).ToListAsync(ct)).ConvertAll(n => (n.AccountId, n.Key)).ToHashSet();
        foreach (var about in notices.GroupBy(n => (n.Subject, n.Case)))
        {
            var walls = await Walls(about.Key.Subject, about.Key.Case, room, ct);
            foreach (var notice in about)
            {
                if (!found.TryGetValue(notice.To, out var seat) || !walls.TrueForAll(w => w.LetsIn(seat.Reader)) || told.Contains((notice.To, KeyOf(notice))))
                {
                    continue;
                }

                var (delivery, at) = (seat.IsGuest ? NoticeChoices.Default : ChoicesJson.Read(chosen.GetValueOrDefault(notice.To))).Judge(notice, now);
                if (delivery != Delivery.Never)
                {
                    rows.Add(new() { Id = Guid.CreateVersion7(now), AccountId = notice.To, Reason = notice.Reason, SubjectId = notice.Subject, CaseId = notice.Case, RoomId = room, Key = KeyOf(notice), At = now, TellAt = at });
                }
            }
        }

        return rows;
    }

    /// <summary>Notices of a reader, but those about what they may no longer read.</summary>
    public IQueryable<NoticeRow> NoticesOf(Reader reader)
    {
        var person = reader.Person ?? Guid.Empty;
        var (readable, rooms, messages, cases) = (scopes.ReadableBy(reader).Select(s => s.Id), scopes.RoomsOf(reader).Select(r => r.Id), scopes.MessagesOf(reader).Select(m => m.Id), scopes.CasesOf(reader).Select(c => c.Id));
        return db.Notices.Where(n => n.AccountId == person
            && (n.RoomId == null || rooms.Contains(n.RoomId.Value))
            && (n.CaseId == null || cases.Contains(n.CaseId.Value))
            && (!db.Messages.Any(m => m.Id == n.SubjectId) || messages.Contains(n.SubjectId))
            && !db.CaseLines.Any(l => l.EventId == n.SubjectId && l.ScopeId != null && !readable.Contains(l.ScopeId.Value)));
    }

    /// <summary>How many they have not seen.</summary>
    public Task<int> Unseen(Reader reader, CancellationToken ct) => NoticesOf(reader).CountAsync(n => n.SeenAt == null, ct);

    /// <summary>Seen where it happened: no letter will tell it any more.</summary>
    public async Task Seen(Reader reader, Guid? room, Guid? caseId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var notice in await NoticesOf(reader).Where(n => n.SeenAt == null && (room == null || n.RoomId == room) && (caseId == null || n.CaseId == caseId)).ToListAsync(ct))
        {
            notice.SeenAt = now;
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who asked to be told of a case, a room, a thread, or of all qualified cases (an empty id).</summary>
    public async Task<IReadOnlyList<Guid>> FollowersOf(FollowingKind kind, Guid target, CancellationToken ct) =>
        await db.Followings.Where(f => f.Kind == kind && f.TargetId == target).Select(f => f.AccountId).ToListAsync(ct);

    public async Task Follow(Guid accountId, FollowingKind kind, Guid target, bool follows, CancellationToken ct)
    {
        var row = await db.Followings.SingleOrDefaultAsync(f => f.AccountId == accountId && f.Kind == kind && f.TargetId == target, ct);
        if (row is null && follows)
        {
            db.Add(new Following { AccountId = accountId, Kind = kind, TargetId = target, At = clock.GetUtcNow() });
        }
        else if (row is not null && !follows)
        {
            db.Remove(row);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>As they chose; a guest, who has no settings, is told as anybody who chose nothing.</summary>
    public async Task<NoticeChoices> ChoicesOf(Seat seat, CancellationToken ct) => seat.IsGuest
        ? NoticeChoices.Default
        : ChoicesJson.Read(await db.Members.Where(m => m.AccountId == seat.AccountId && m.LeftAt == null).Select(m => m.Notices).FirstOrDefaultAsync(ct));

    Task<bool> Has(NoticeRow row, CancellationToken ct) => db.Notices.AnyAsync(n => n.AccountId == row.AccountId && n.Key == row.Key, ct);

    // The same conditions as NoticesOf, before the row is there: what whoever is told must pass.
    async Task<List<Wall>> Walls(Guid subject, Guid? caseId, Guid? room, CancellationToken ct)
    {
        var walls = new List<Wall>();
        if (caseId is { } inCase)
        {
            await Add(await db.Cases.Where(c => c.Id == inCase).Select(c => (Guid?)c.ScopeId).SingleOrDefaultAsync(ct), inCase, isGuests: true, null);
        }

        if (room is { } inRoom)
        {
            await AddRoom(inRoom);
        }

        if (await db.Messages.AsNoTracking().Where(m => m.Id == subject).Select(m => new { m.RoomId, m.ScopeId, m.AuthorId }).SingleOrDefaultAsync(ct) is { } message)
        {
            await AddRoom(message.RoomId);
            if (message.ScopeId is { } own)
            {
                await Add(own, null, isGuests: false, message.AuthorId);
            }
        }

        if (await db.CaseLines.Where(l => l.EventId == subject && l.ScopeId != null).Select(l => l.ScopeId).FirstOrDefaultAsync(ct) is { } ofLine)
        {
            await Add(ofLine, null, isGuests: false, null);
        }

        return walls;

        async Task AddRoom(Guid id)
        {
            var known = await db.Rooms.Where(r => r.Id == id).Select(r => new { r.ScopeId, r.CaseId }).SingleOrDefaultAsync(ct);
            await Add(known?.ScopeId, known?.CaseId, isGuests: true, null);
        }

        async Task Add(Guid? scope, Guid? theCase, bool isGuests, Guid? author) =>
            walls.Add(new(scope is { } id ? await scopes.Marking(id, ct) : null, theCase, isGuests, author));
    }

    async Task Keep(List<NoticeRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (rows.Count > 1)
        {
            // Told at the same moment by another request: then one by one.
            Drop(rows);
            foreach (var row in rows)
            {
                db.Add(row);
                await Keep([row], ct);
            }
        }
        catch (DbUpdateException)
        {
            // One of the two is enough. Anything else is thrown again.
            Drop(rows);
            if (!await Has(rows[0], ct))
            {
                throw;
            }
        }
    }

    void Drop(List<NoticeRow> rows)
    {
        foreach (var row in rows)
        {
            db.Entry(row).State = EntityState.Detached;
        }

        foreach (var audit in db.ChangeTracker.Entries<Kit.AuditRow>().Where(e => e.State == EntityState.Added).ToList())
        {
            audit.State = EntityState.Detached;
        }
    }

    static string KeyOf(Notice notice) => $"{notice.Key.Reason}:{notice.Key.Subject:N}";

    /// <param name="Marking">Null: of what is not there.</param>
    /// <param name="IsGuests">A guest passes it in this case alone.</param>
    /// <param name="Author">Who wrote it knows it.</param>
    sealed record Wall(Marked? Marking, Guid? Case, bool IsGuests, Guid? Author)
    {
        public bool LetsIn(Reader reader) =>
            (!IsGuests || reader.OnlyCase is null || reader.OnlyCase == Case)
            && ((Author is not null && Author == reader.Person) || (Marking?.Audience is { } audience && audience.Holds(reader, Marking.Tlp)));
    }
}
