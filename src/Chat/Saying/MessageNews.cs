using Beffroi.Chat.Rules.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat;

/// <summary>Tells people of a message: those whom it names, those of the thread, those whom a direct one is for. Once it is kept: a notice that cannot be written takes nothing back.</summary>
public sealed partial class MessageNews(ChatDb db, Scopes scopes, Telling telling, TimeProvider clock, ILogger<MessageNews> log)
{
    public async Task Tell(Message message, PostedIn room, IReadOnlyCollection<Guid> named, CancellationToken ct)
    {
        try
        {
            var notices = await Notices(message, room, named, ct);
            if (notices.Count > 0)
            {
                await telling.Tell(notices, message.RoomId, ct);
            }
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            Failed(wrong, message.Id);
        }
    }

    /// <summary>One for each person: the first reason that holds.</summary>
    async Task<List<Notice>> Notices(Message message, PostedIn room, IReadOnlyCollection<Guid> named, CancellationToken ct)
    {
        if (message is not { Origin: MessageOrigin.Person, AuthorId: { } author })
        {
            return [];
        }

        List<(Guid To, NoticeReason Reason)> told = [.. named.Select(n => (n, NoticeReason.Mention))];
        if (room.Kind is RoomKind.Direct)
        {
            told.AddRange((await scopes.ReadersOf(message.RoomId, message.ScopeId, clock.GetUtcNow(), ct)).Select(r => (r, NoticeReason.Direct)));
        }

        if (message.ThreadId is { } thread)
        {
            var inIt = await db.Messages.Where(m => (m.Id == thread || m.ThreadId == thread) && m.AuthorId != null && m.RemovedAt == null).Select(m => m.AuthorId!.Value).Distinct().ToListAsync(ct);
            told.AddRange(inIt.Concat(await telling.FollowersOf(FollowingKind.Thread, thread, ct)).Select(a => (a, NoticeReason.Reply)));
        }

        return [.. told.Where(t => t.To != author).DistinctBy(t => t.To).Select(t => new Notice(t.To, author, t.Reason, message.Id, room.CaseId))];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "People were not told of the message {Message}.")]
    private partial void Failed(Exception wrong, Guid message);
}
