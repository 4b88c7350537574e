using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>What is about to be said in a room. Who may say it was settled before.</summary>
public sealed record NewMessage
{
    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }
    public required MessageOrigin Origin { get; init; }
    public Guid? AuthorId { get; init; }
    public Guid? OrganisationId { get; init; }

    /// <summary>Of a person: their seat as it was just read, so that who they are is not asked again.</summary>
    public Seat? Seat { get; init; }
    public bool Masked { get; init; }
    public string? Source { get; init; }
    public Guid? ThreadId { get; init; }

    /// <summary>Null: that of the room.</summary>
    public Marked? Marking { get; init; }

    /// <summary>Scope that the room had when it was judged who would read this; null: said to whoever is in it.</summary>
    public Guid? JudgedIn { get; init; }
    public required string Text { get; init; }
    public string? Card { get; init; }
    public IReadOnlyList<Guid> Quotes { get; init; } = [];
    public IReadOnlyList<Guid> Mentions { get; init; } = [];
    /// <summary>Their bytes are kept already (<see cref="Blobs"/>).</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}

/// <summary>Writes a message: durable before it is announced, in its place in the room, once.</summary>
public sealed class Posting(ChatDb db, Scopes scopes, Delivering.HookTelling hooks, LiveRooms live, RoomTurns turns, MessageNews news, TimeProvider clock)
{
    const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    // Two who mark alike at the same moment: the second finds what the first made.
    const int MostTries = 4;

    /// <summary>The message; the one that is there already when it was sent before. Null where the room is closed by now.</summary>
    public async Task<Message?> Post(NewMessage said, CancellationToken ct)
    {
        Message message;
        PostedIn room;
        // Said in the order in which it is kept: those who listen on this node have no gap to ask about.
        using (await turns.Take(said.RoomId, ct))
        {
            if (await Keep(said, ct) is not { } kept)
            {
                return null;
            }

            (message, room) = (kept.Message, kept.Room);
            await live.Posted(message, said, kept, CancellationToken.None);
        }

        await news.Tell(message, room, said.Mentions, CancellationToken.None);
        return message;
    }

    async Task<Kept?> Keep(NewMessage said, CancellationToken ct)
    {
        var known = db.ChangeTracker.Entries().Select(e => e.Entity).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        for (var turn = 1; ; turn++)
        {
            try
            {
                return await Write(said, known, ct);
            }
            catch (DbUpdateException) when (turn < MostTries)
            {
                Forget(known);
            }
        }
    }

    void Forget(HashSet<object> known)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => !known.Contains(e.Entity)).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    async Task<Kept?> Write(NewMessage said, HashSet<object> known, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var taken = await Take(said, now, ct);
        var room = new PostedIn(taken.Kind, taken.CaseId);

        // Looked for once the room is ours: of two sendings at once, the second sees the first.
        if (taken.IsSent)
        {
            var sent = await db.Messages.AsNoTracking().SingleAsync(m => m.Id == said.Id, ct);
            await transaction.RollbackAsync(ct);
            Forget(known);
            return new(sent, room, taken.ScopeId, await db.Messages.Where(m => m.RoomId == sent.RoomId && m.Place < sent.Place && m.ScopeId == null).MaxAsync(m => (long?)m.Place, ct) ?? 0, IsNew: false);
        }

        if (taken.IsClosed)
        {
            await transaction.RollbackAsync(ct);
            return null;
        }

        said = await ForThoseOfThen(said, taken.ScopeId, ct);
        var own = said.Marking is { } marking ? await scopes.Of(marking, ct) : (Guid?)null;
        var message = new Message
        {
            Id = said.Id,
            RoomId = said.RoomId,
            Place = taken.Place,
            At = now,
            Origin = said.Origin,
            AuthorId = said.AuthorId,
            OrganisationId = said.OrganisationId,
            Masked = said.Masked,
            Source = said.Source,
            ThreadId = said.ThreadId,
            ScopeId = own,
            Text = said.Text,
            Card = said.Card,
        };
        db.Add(message);
        db.AddRange(said.Quotes.Distinct().Select(q => new Quote { MessageId = said.Id, QuotedId = q }));
        db.AddRange(said.Mentions.Distinct().Select(a => new Mention { MessageId = said.Id, AccountId = a }));
        db.AddRange(said.Files);
        if (taken.HasHooks)
        {
            await hooks.Add(message, said, ct);
        }

        await db.SaveChangesAsync(ct);
        if (own is null)
        {
#pragma warning disable RS0030 // As the place itself, below.
            await db.Rooms.Where(r => r.Id == said.RoomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastCommonPlace, taken.Place), ct);
#pragma warning restore RS0030
        }

        await transaction.CommitAsync(ct);
        return new(message, room, taken.ScopeId, taken.Before, IsNew: true);
    }

    /// <summary>The next place of the room, which is ours until the end of the transaction: places become visible in their order, and nobody changes who reads the room meanwhile.</summary>
    async Task<Taken> Take(NewMessage said, DateTimeOffset now, CancellationToken ct)
    {
#pragma warning disable RS0030 // The place of a room is no act of its own: the message that takes it is audited in the same transaction.
        var (roomId, id) = (said.RoomId, said.Id);
        var wanted = (now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TicksPerMicrosecond;
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastPlace, r => r.LastPlace >= wanted ? r.LastPlace + 1 : wanted), ct);
#pragma warning restore RS0030
        return await db.Rooms.AsNoTracking().Where(r => r.Id == roomId)
            .Select(r => new Taken(r.LastPlace, r.LastCommonPlace, r.ScopeId, r.ClosedAt != null, r.Kind, r.CaseId,
                db.Messages.Any(m => m.Id == id), db.OutgoingHooks.Any(h => h.RoomId == r.Id && h.StoppedAt == null)))
            .SingleAsync(ct);
    }

    /// <summary>What was judged for those of a room that others have been let into since stays with those of then.</summary>
    async Task<NewMessage> ForThoseOfThen(NewMessage said, Guid scope, CancellationToken ct)
    {
        if (said is not { Marking: null, JudgedIn: { } judged } || judged == scope)
        {
            return said;
        }

        var then = await scopes.Marking(judged, ct);
        return Widening.Widens(then, await scopes.Marking(scope, ct)) ? said with { Marking = then } : said;
    }

    /// <summary>All that is asked of the room, at once: it is held meanwhile.</summary>
    sealed record Taken(long Place, long Before, Guid ScopeId, bool IsClosed, RoomKind Kind, Guid? CaseId, bool IsSent, bool HasHooks);
}

/// <param name="ScopeId">That the room had as it was kept.</param>
/// <param name="Before">Place of the message before it that everybody in the room reads: a client that does not have it has missed something.</param>
/// <param name="IsNew">Nobody can have changed it, answered it or signed it: it is as it was said.</param>
public sealed record Kept(Message Message, PostedIn Room, Guid ScopeId, long Before, bool IsNew);

/// <summary>What never changes of the room where something was said.</summary>
public sealed record PostedIn(RoomKind Kind, Guid? CaseId);
