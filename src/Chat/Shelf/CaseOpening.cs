using Beffroi.Chat.Cases;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Opens a case from a message, or finds the one that was opened from it.</summary>
public sealed class CaseOpening(CaseShelf shelf, ChatDb db, Scopes scopes, LiveRooms live, TimeProvider clock)
{
    const int MostTurns = 3;

    /// <summary>The message, with the marking that holds for it; null where this reader may not read it.</summary>
    public async Task<(MessageLink Link, Marked Marking)?> Find(Reader reader, Guid roomId, Guid messageId, CancellationToken ct)
    {
        var found = await scopes.MessagesOf(reader).AsNoTracking()
            .Where(m => m.Id == messageId && m.RoomId == roomId && m.RemovedAt == null)
            .Join(db.Rooms, m => m.RoomId, r => r.Id, (m, r) => new { m.Text, m.ScopeId, Room = r.ScopeId })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var marking = await scopes.Marking(found.Room, ct);
        return (new(messageId, roomId, found.Text), found.ScopeId is { } own ? marking.And(await scopes.Marking(own, ct)) : marking);
    }

    /// <param name="title">Null: the first words of the message.</param>
    /// <param name="marking">Null: that of the message, which it is never wider than.</param>
    /// <returns>Null where the message cannot be read.</returns>
    public async Task<CaseReply?> FromMessage(Seat seat, Guid roomId, Guid messageId, string? title, Marked? marking, CancellationToken ct)
    {
        if (await Find(seat.Reader, roomId, messageId, ct) is not var (message, own))
        {
            return null;
        }

        var opening = Opening.FromMessage(NewId(), message, own, marking ?? own, seat.Author, title);
        List<CaseDraft> drafts = [opening, .. Opening.Observables(message).Select(o => new CaseDraft { Id = NewId(), Author = seat.Author, Marking = new() { Tlp = opening.Marking.Tlp }, Fact = o })];
        if (await Known(seat.Reader, messageId, ct) is { } known)
        {
            return new() { View = await shelf.View(known, seat.Reader, ct) };
        }

        // Somebody may have opened one from it that they do not share: to say so would tell that it is there. Those who are kept out open their own.
        foreach (var origin in new[] { $"{messageId:N}", $"{messageId:N}/{seat.OrganisationId ?? seat.AccountId:N}" })
        {
            if (await Open(seat, drafts, messageId, origin, ct) is { } reply)
            {
                return reply;
            }
        }

        return await shelf.Open(NewId(), seat, drafts, ct, row =>
        {
            row.MessageId = messageId;
            return Task.CompletedTask;
        });
    }

    /// <summary>The first case of a message that a reader knows of.</summary>
    async Task<Guid?> Known(Reader reader, Guid messageId, CancellationToken ct) =>
        await scopes.CasesOf(reader).Where(c => c.MessageId == messageId).OrderBy(c => c.OpenedAt).ThenBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);

    /// <summary>Null where the place is taken by a case that is not shared with them.</summary>
    async Task<CaseReply?> Open(Seat seat, List<CaseDraft> drafts, Guid messageId, string origin, CancellationToken ct)
    {
        for (var turn = 1; !await db.Cases.AnyAsync(c => c.Origin == origin, ct); turn++)
        {
            try
            {
                var reply = await shelf.Open(NewId(), seat, drafts, ct, async row =>
                {
                    (row.MessageId, row.Origin) = (messageId, origin);
                    var said = await db.Messages.SingleAsync(m => m.Id == messageId, ct);
                    said.CaseId ??= row.Id;
                });
                if (reply.View is not null)
                {
                    await live.Opened(messageId, reply.View.CaseId, CancellationToken.None);
                }

                return reply;
            }
            catch (DbUpdateException) when (turn < MostTurns)
            {
                // Somebody else opened it at the same moment.
                db.ChangeTracker.Clear();
            }
        }

        return await Known(seat.Reader, messageId, ct) is { } known ? new() { View = await shelf.View(known, seat.Reader, ct) } : null;
    }

    public Task<CaseReply> FromNothing(Guid id, Seat seat, string title, string? text, Marked marking, CancellationToken ct)
    {
        CaseDraft opening = Draft(new CaseOpened { Title = title }, marking);
        var inside = new Marked { Tlp = marking.Tlp };
        return shelf.Open(id, seat,
        [
            opening,
            .. text is null ? Array.Empty<CaseDraft>() : [Draft(new SectionWritten { Section = Section.Content, Text = text }, inside)],
            .. Opening.Observables(new(id, id, $"{title}\n{text}")).Select(o => Draft(o, inside)),
        ], ct);

        CaseDraft Draft(CaseFact fact, Marked mark) => new() { Id = NewId(), Author = seat.Author, Marking = mark, Fact = fact };
    }

    Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
