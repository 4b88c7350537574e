using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Takes what other modules find into the chat: a sheet becomes a case, an alert a message.</summary>
public sealed class FoundDesk(ChatDb db, Seats seats, Scopes scopes, CaseShelf shelf, DetectorRoom rooms, Posting posting, IRecords records, Actor actor, TimeProvider clock) : ICaseDesk
{
    public async Task<CaseName?> Open(CurrentUser user, CaseSheet sheet, CancellationToken ct)
    {
        if (!user.Accepted || !await records.InForce(ChatAssessment.Template.Key, ct) || await seats.Behind(user.Id, ct) is not { OrganisationId: { } organisation } seat)
        {
            return null;
        }

        // Of the organisation too: who guesses the identifier of a sheet of others opens their own.
        var id = SameId.Of($"beffroi-found-sheet\n{organisation:D}\n{sheet.Id:D}");
        var reply = await shelf.Open(id, seat, [.. FoundSheet.Drafts(sheet, seat, organisation, clock.GetUtcNow())], ct);
        if (reply.Faults.Count > 0)
        {
            throw new ArgumentException($"The sheet is no case: {string.Join(" / ", reply.Faults.Select(f => $"{f.Field}: {f.English}"))}", nameof(sheet));
        }

        return reply.View is { } view ? new(view.CaseId, view.State.Title, Addresses.Case(Lang.French, view.CaseId), Addresses.Case(Lang.English, view.CaseId)) : null;
    }

    public async Task<bool> Tell(Guid organisationId, FoundAlert alert, CancellationToken ct)
    {
        var id = SameId.Of($"beffroi-found-alert\n{organisationId:D}\n{alert.Id:D}");
        if (await db.Messages.AnyAsync(m => m.Id == id, ct))
        {
            return true;
        }

        if (actor.Act is null)
        {
            (actor.Who, actor.Act) = ("systeme", "discussion.detecteur.dire");
        }

        if (await rooms.Of(organisationId, ct) is not { } room)
        {
            return false;
        }

        // For the organisation alone, whoever else is in the room by then.
        var (ofRoom, own) = (await scopes.Marking(room.ScopeId, ct), DetectorRoom.Marking(organisationId));
        return await posting.Post(
            new NewMessage
            {
                Id = id, RoomId = room.Id, Origin = MessageOrigin.Site, Source = room.Name, Text = Cut(CleanText.Cleaned(alert.Markdown)), Card = Card(alert)?.Write(),
                Marking = own.Same(ofRoom) ? null : ofRoom.And(own), JudgedIn = room.ScopeId,
            },
            ct) is not null;
    }

    static MessageCard? Card(FoundAlert alert) => alert.Figures.Count == 0 ? null : new()
    {
        Attachments = [new() { Fields = [.. alert.Figures.Take(HookLimits.Fields).Select(f => new HookField(CleanText.Cleaned(f.Name), CleanText.Cleaned(f.Value), Short: true))] }],
    };

    static string Cut(string text)
    {
        if (text.Length <= Message.TextMaxLength)
        {
            return text;
        }

        const int Most = Message.TextMaxLength - 1;
        return text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)] + "…";
    }
}
