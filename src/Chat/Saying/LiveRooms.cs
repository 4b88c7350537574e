using Beffroi.Chat.Live;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Tells live connections what was just saved. Called after the commit: what is announced is durable (docs/adr/0024).</summary>
public sealed class LiveRooms(ChatDb db, Scopes scopes, LiveLine line, MessageHtml html, TimeProvider clock)
{
    /// <summary>What this request said last, as all of its room read it; null where each reads it with rights of their own.</summary>
    public MessageView? Said { get; private set; }

    public async Task Posted(Message message, NewMessage said, Kept kept, CancellationToken ct)
    {
        Said = null;
        if (!line.IsHeard(message.RoomId))
        {
            return;
        }

        if (message.ScopeId is { } own)
        {
            line.Tell(await Readers(message.RoomId, own, message.AuthorId, ct), new Missed(message.RoomId, message.Place));
            return;
        }

        // Whoever comes in another language while it is written hears where it stands, and asks for it.
        IReadOnlyList<Lang> languages = [.. Langs.All.Where(l => line.IsHeard(message.RoomId, l))];
        var written = await Written(message, said, kept, languages, ct);
        foreach (var l in Langs.All)
        {
            line.Tell(message.RoomId, l, new Posted(message.RoomId, message.ThreadId, message.Id, message.Place, kept.Before, written?.GetValueOrDefault(l)));
        }

        if (message is { Masked: true, OrganisationId: { } organisation })
        {
            line.TellOrganisation(message.RoomId, organisation, new Changed(message.RoomId, message.Id));
        }
    }

    // A quotation may be of another room, and is read by each with their own rights: then the news only says that there is something to ask for.
    async Task<IReadOnlyDictionary<Lang, string>?> Written(Message message, NewMessage said, Kept kept, IReadOnlyList<Lang> languages, CancellationToken ct)
    {
        if (!kept.IsNew)
        {
            return await db.Quotes.AnyAsync(q => q.MessageId == message.Id, ct) ? null : await html.Common(db.Messages.Where(m => m.Id == message.Id), languages, ct);
        }

        var level = (await scopes.Marking(kept.ScopeId, ct)).Tlp;
        if (said.Quotes.Count > 0 || !MessageHtml.IsTold(level))
        {
            return null;
        }

        Said = await html.Fresh(message, said, level, ct);
        var written = await html.Common(Said, languages);
        // Who was let into the room meanwhile does not read what was said before they came: then each asks with rights of their own.
        return await db.Rooms.AnyAsync(r => r.Id == message.RoomId && r.ScopeId == kept.ScopeId, ct) ? written : null;
    }

    /// <summary>A message was changed, taken away, reacted to or settled: each who reads it asks for it again.</summary>
    public async Task Changed(Guid roomId, Guid messageId, CancellationToken ct)
    {
        if (!line.IsHeard(roomId))
        {
            return;
        }

        var message = await db.Messages.AsNoTracking().Where(m => m.Id == messageId && m.RoomId == roomId).Select(m => new { m.ScopeId, m.AuthorId }).SingleAsync(ct);
        var news = new Changed(roomId, messageId);
        if (message.ScopeId is { } own)
        {
            line.Tell(await Readers(roomId, own, message.AuthorId, ct), news);
            return;
        }

        foreach (var l in Langs.All)
        {
            line.Tell(roomId, l, news);
        }
    }

    /// <summary>A case was opened from a message: told to those who may know of the case, and to nobody else in the room.</summary>
    public async Task Opened(Guid messageId, Guid caseId, CancellationToken ct)
    {
        var message = await db.Messages.AsNoTracking().Where(m => m.Id == messageId && m.CaseId == caseId).Select(m => new { m.RoomId, m.ScopeId }).SingleOrDefaultAsync(ct);
        if (message is not null && line.IsHeard(message.RoomId))
        {
            var theCase = await db.Cases.Where(c => c.Id == caseId).Select(c => (Guid?)c.ScopeId).SingleAsync(ct);
            line.Tell(await scopes.LoginsOf(await scopes.ReadersOf(message.RoomId, [message.ScopeId, theCase], clock.GetUtcNow(), ct), ct), new Changed(message.RoomId, messageId));
        }
    }

    /// <summary>Closes at once the connections that a right let in. Called after the commit; a node that is not reached reads the row.</summary>
    public void Cut(Revocation revocation) => line.Cut(revocation);

    async Task<IReadOnlyList<Guid>> Readers(Guid roomId, Guid own, Guid? author, CancellationToken ct)
    {
        var readers = await scopes.ReadersOf(roomId, own, clock.GetUtcNow(), ct);
        // Who wrote it reads it, as long as they may enter the room.
        return await scopes.LoginsOf(author is { } writer && !readers.Contains(writer) && (await scopes.ReadersOf(roomId, own: (Guid?)null, clock.GetUtcNow(), ct)).Contains(writer) ? [.. readers, writer] : readers, ct);
    }
}
