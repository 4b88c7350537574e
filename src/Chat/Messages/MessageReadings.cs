using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Messages as one reader reads them: each thing beside a message is asked for by that reader's own rights.</summary>
public sealed class MessageReadings(ChatDb db, Scopes scopes, Signatures signatures, Naming naming)
{
    const int ExcerptLength = 240;

    /// <summary>In the order of the room.</summary>
    /// <param name="readable">Made from <see cref="Scopes.MessagesOf"/> of the same reader.</param>
    /// <param name="looksAfter">The organisation that the reader looks after: they may take away what its people wrote.</param>
    public async Task<IReadOnlyList<MessageView>> Of(Reader reader, IQueryable<Message> readable, Guid? looksAfter, CancellationToken ct)
    {
        var rows = await readable.AsNoTracking().OrderBy(m => m.Place)
            .Select(m => new { Message = m, Tlp = db.Scopes.Where(s => s.Id == m.ScopeId).Select(s => (Tlp?)s.Tlp).FirstOrDefault(), RoomTlp = db.Rooms.Where(r => r.Id == m.RoomId).Join(db.Scopes, r => r.ScopeId, s => s.Id, (r, s) => s.Tlp).First() }).ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.ConvertAll(r => r.Message.Id);
        var called = await Called(reader, ids, ct);
        var quotes = await Quotes(reader, ids, ct);
        var by = await signatures.Of(reader, rows.ConvertAll(r => r.Message), ct);
        var files = await db.Files.AsNoTracking().Where(f => f.MessageId != null && ids.Contains(f.MessageId.Value) && f.RemovedAt == null).OrderBy(f => f.At).ThenBy(f => f.Id)
            .Select(f => new { f.MessageId, File = new FileView(f.Id, f.Name, f.Kind, f.Size, f.Picture != null) }).ToListAsync(ct);
        var reactions = await Reactions(reader, ids, ct);
        var replies = await scopes.MessagesOf(reader).Where(m => m.ThreadId != null && ids.Contains(m.ThreadId.Value) && m.RemovedAt == null)
            .GroupBy(m => m.ThreadId!.Value).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(m => m.Place) }).ToDictionaryAsync(g => g.Key, ct);
        var opened = rows.Select(r => r.Message.CaseId).OfType<Guid>().ToList();
        var cases = opened.Count == 0 ? [] : await scopes.CasesOf(reader).Where(c => opened.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);

        return [.. rows.Select(r => new MessageView
        {
            Id = r.Message.Id,
            RoomId = r.Message.RoomId,
            Place = r.Message.Place,
            At = r.Message.At,
            By = by[r.Message.Id],
            IsMine = reader.Person is { } me && r.Message.AuthorId == me,
            MayRemove = (reader.Person is { } person && r.Message.AuthorId == person) || (looksAfter is { } organisation && r.Message.OrganisationId == organisation),
            ThreadId = r.Message.ThreadId,
            Tlp = r.Tlp,
            Level = r.Tlp ?? r.RoomTlp,
            AuthorId = r.Message.AuthorId,
            OrganisationId = r.Message.OrganisationId,
            Text = Render(r.Message, called.GetValueOrDefault(r.Message.Id, CalledNames.None)),
            Card = r.Message.RemovedAt is null ? MessageCard.Read(r.Message.Card) : null,
            Quotes = r.Message.RemovedAt is null ? [.. quotes.Where(q => q.By == r.Message.Id).Select(q => q.Quoted)] : [],
            Files = [.. files.Where(f => f.MessageId == r.Message.Id).Select(f => f.File)],
            Reactions = [.. reactions[r.Message.Id]],
            Replies = replies.GetValueOrDefault(r.Message.Id)?.Count ?? 0,
            LastReplyAt = replies.GetValueOrDefault(r.Message.Id) is { } last ? DateTimeOffset.UnixEpoch.AddMicroseconds(last.Last) : null,
            EditedAt = r.Message.EditedAt,
            RemovedAt = r.Message.RemovedAt,
            ResolvedAt = r.Message.ResolvedAt,
            CaseId = r.Message.CaseId is { } opening && cases.Contains(opening) ? opening : null,
        })];
    }

    /// <summary>What was just said, as everybody in its room reads it: nobody has answered it or signed it yet, so little is asked for.</summary>
    /// <param name="message">Without a marking of its own, and without quotations: those are read by each with rights of their own.</param>
    /// <param name="by">Who said it, as this reader may know them; null: it is asked for.</param>
    public async Task<MessageView> Fresh(Message message, IReadOnlyCollection<Guid> mentions, IEnumerable<StoredFile> files, Tlp level, Reader reader, Signature? by, CancellationToken ct)
    {
        var called = mentions.Count == 0 ? CalledNames.None : (await Called(reader, [message.Id], ct)).GetValueOrDefault(message.Id, CalledNames.None);
        return new()
        {
            Id = message.Id,
            RoomId = message.RoomId,
            Place = message.Place,
            At = message.At,
            By = by ?? (await signatures.Of(reader, [message], ct))[message.Id],
            ThreadId = message.ThreadId,
            Level = level,
            AuthorId = message.AuthorId,
            OrganisationId = message.OrganisationId,
            Text = Render(message, called),
            Card = MessageCard.Read(message.Card),
            Files = [.. files.OrderBy(f => f.At).ThenBy(f => f.Id).Select(f => new FileView(f.Id, f.Name, f.Kind, f.Size, f.Picture != null))],
        };
    }

    /// <summary>One message; null where this reader may not read it.</summary>
    public async Task<MessageView?> One(Reader reader, Guid id, Guid? looksAfter, CancellationToken ct) =>
        (await Of(reader, scopes.MessagesOf(reader).Where(m => m.Id == id), looksAfter, ct)).SingleOrDefault();

    static Microsoft.AspNetCore.Components.MarkupString Render(Message message, CalledNames called) => MessageText.Render(called.In(message.Text), called.Shown);

    /// <summary>Whom messages call; of those that call nobody there is nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, CalledNames>> Called(Reader reader, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var called = await db.Mentions.AsNoTracking().Where(m => ids.Contains(m.MessageId)).ToListAsync(ct);
        if (called.Count == 0)
        {
            return new Dictionary<Guid, CalledNames>();
        }

        var book = await naming.Of([.. called.Select(c => c.AccountId).Distinct()], [], ct);
        return called.GroupBy(c => c.MessageId).ToDictionary(g => g.Key, g => new CalledNames([.. g.SelectMany(c => book.Members[c.AccountId]
            .Select(m => m.Name).Distinct(StringComparer.Ordinal).Select(n => (n, book.Knows(c.AccountId, reader) ? n : book.Called(c.AccountId, reader)!)))]));
    }

    /// <summary>What is quoted, for a form that is about to quote it.</summary>
    public async Task<IReadOnlyList<QuotedView>> Quoted(Reader reader, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : await Show(reader, await scopes.MessagesOf(reader).AsNoTracking().Where(m => ids.Contains(m.Id) && m.RemovedAt == null).OrderBy(m => m.Place).ToListAsync(ct), ct);

    async Task<List<(Guid By, QuotedView Quoted)>> Quotes(Reader reader, List<Guid> ids, CancellationToken ct)
    {
        var pairs = await db.Quotes.AsNoTracking().Where(q => ids.Contains(q.MessageId)).ToListAsync(ct);
        var shown = await Quoted(reader, [.. pairs.Select(p => p.QuotedId).Distinct()], ct);
        return [.. pairs.Join(shown, p => p.QuotedId, q => q.Id, (p, q) => (p.MessageId, q))];
    }

    async Task<IReadOnlyList<QuotedView>> Show(Reader reader, List<Message> messages, CancellationToken ct)
    {
        var by = await signatures.Of(reader, messages, ct);
        var own = messages.Select(m => m.ScopeId).OfType<Guid>().Distinct().ToList();
        var levels = await db.Scopes.AsNoTracking().Where(s => own.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Tlp, ct);
        var called = await Called(reader, messages.ConvertAll(m => m.Id), ct);
        var places = messages.Select(m => m.RoomId).Distinct().ToList();
        var rooms = await db.Rooms.Where(r => places.Contains(r.Id)).Join(db.Scopes, r => r.ScopeId, s => s.Id, (r, s) => new { r.Id, s.Tlp }).ToDictionaryAsync(r => r.Id, r => r.Tlp, ct);
        return [.. messages.Select(m => new QuotedView(m.Id, m.RoomId, by[m.Id], MessageText.Excerpt(called.GetValueOrDefault(m.Id, CalledNames.None).In(m.Text), ExcerptLength), m.ScopeId is { } scope ? levels[scope] : null)
        {
            Level = m.ScopeId is { } marking ? levels[marking] : rooms[m.RoomId],
            AuthorId = m.AuthorId,
            OrganisationId = m.OrganisationId,
        })];
    }

    async Task<ILookup<Guid, ReactionView>> Reactions(Reader reader, List<Guid> ids, CancellationToken ct)
    {
        var me = reader.Person ?? Guid.Empty;
        var counts = await db.Reactions.AsNoTracking().Where(r => ids.Contains(r.MessageId)).GroupBy(r => new { r.MessageId, r.Sign })
            .Select(g => new { g.Key.MessageId, g.Key.Sign, Count = g.Count(), Mine = g.Any(r => r.AccountId == me) }).ToListAsync(ct);
        return Sign.All.SelectMany(sign => counts.Where(c => string.Equals(c.Sign, sign.Key, StringComparison.Ordinal)).Select(c => (c.MessageId, View: new ReactionView(sign, c.Count, c.Mine))))
            .ToLookup(r => r.MessageId, r => r.View);
    }
}
