using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Rules.Commands;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Answering;

/// <summary>Commands about cases: open one or find it, show its criteria, answer one of them.</summary>
public sealed class CaseCommands(ChatDb db, Scopes scopes, CaseShelf shelf, CaseOpening opening, Posting posting, IRecords records, TimeProvider clock)
{
    public async Task<CommandAnswer> Open(CaseCommand asked, Seat seat, Room room, Guid? thread, Lang l, CancellationToken ct)
    {
        if (seat.OrganisationId is not { } organisation)
        {
            return Refused(l, new("Un invité n’ouvre pas de dossier.", "A guest opens no case."));
        }

        var message = thread is { } first ? await scopes.MessagesOf(seat.Reader).SingleOrDefaultAsync(m => m.Id == first && m.RoomId == room.Id && m.RemovedAt == null, ct) : null;
        if (await Known(asked, seat, message, ct) is { } known)
        {
            return new() { Markdown = l.Say("Ce dossier est déjà ouvert\u00A0: ", "This case is open already: ") + Link(known.Title, known.Id, l), Href = Addresses.Case(l, known.Id) };
        }

        if (!await records.InForce(ChatAssessment.Template.Key, ct))
        {
            return Refused(l, new("L’ouverture de dossiers est en pause : l’analyse de son effet sur la vie privée manque, ou sa date est passée.", "Opening cases is paused: the assessment of its effect on privacy is missing, or out of date."));
        }

        var ofRoom = await scopes.Marking(room.ScopeId, ct);
        var heard = message?.ScopeId is { } own ? ofRoom.And(await scopes.Marking(own, ct)) : ofRoom;
        var marking = heard with { Tlp = asked.Marking is { } level && level > heard.Tlp ? level : heard.Tlp };
        if (marking.IsTooWide)
        {
            // AMBER and above name who may know: of a room open to all, only the own organisation is known to be meant.
            marking = marking with { Audience = marking.Audience!.And(marking.Tlp is Tlp.Red ? Audience.OfPeople(seat.AccountId) : Audience.Of(organisation)) };
        }

        return await Write(asked, seat, room, message, marking, heard, l, ct);
    }

    async Task<CommandAnswer> Write(CaseCommand asked, Seat seat, Room room, Message? message, Marked marking, Marked heard, Lang l, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reply = message is null
            ? await shelf.Open(Guid.CreateVersion7(now), seat, [new() { Id = Guid.CreateVersion7(now), Author = seat.Author, Marking = marking, Fact = new CaseOpened { Title = asked.Title!, Language = room.Language?.Code() } }], ct)
            : await opening.FromMessage(seat, room.Id, message.Id, asked.Title, marking, ct);
        if (reply is not { View: { CaseId: var caseId } view, Faults.Count: 0 })
        {
            return reply is { Faults: { Count: > 0 } faults } ? new() { Markdown = string.Join('\n', faults.Select(f => CaseMarkdown.Plain(f.In(l)))), IsRefused = true }
                : Refused(l, new("Le message n’est plus là.", "The message is no longer there."));
        }

        var (title, told) = (view.State.Title, room.Language ?? l);
        var posted = reply.Written.Count == 0 ? null : await posting.Post(
            new NewMessage
            {
                Id = Guid.CreateVersion7(now), RoomId = room.Id, ThreadId = message?.Id, Origin = MessageOrigin.Command, Source = "/case",
                Marking = heard.Tlp == marking.Tlp && heard.Audience == marking.Audience && message?.ScopeId is null ? null : heard.And(marking.And(heard)), JudgedIn = room.ScopeId,
                Text = told.Say("Dossier ouvert\u00A0: ", "Case opened: ") + Link(title, caseId, told),
            },
            ct);
        return new() { Markdown = l.Say("Dossier ouvert\u00A0: ", "Case opened: ") + Link(title, caseId, l), Posted = posted?.Id, Href = Addresses.Case(l, caseId) };
    }

    async Task<(Guid Id, string Title)?> Known(CaseCommand asked, Seat seat, Message? message, CancellationToken ct)
    {
        if (message?.CaseId is { } of)
        {
            return await shelf.View(of, seat.Reader, ct) is { } view ? (of, view.State.Title) : null;
        }

        if (message is not null || asked.Title is not { } title)
        {
            return null;
        }

        var named = await scopes.RoomsOf(seat.Reader).Where(r => r.Kind == RoomKind.Case && r.CaseId != null && r.Name == title).OrderBy(r => r.CreatedAt).Select(r => r.CaseId).FirstOrDefaultAsync(ct);
        return named is { } id ? (id, title) : null;
    }

    public async Task<CommandAnswer> Criteria(Seat seat, Room room, Lang l, CancellationToken ct)
    {
        if (room.CaseId is not { } id || await shelf.Read(id, seat, ct) is not { } view)
        {
            return NoCase(l);
        }

        var sheet = CriteriaSheet.Of(view.State, await SetOf(seat, ct));
        var verdict = sheet.IsQualified ? l.Say("Qualifié pour votre organisation.", "Qualified for your organisation.") : l.Say("Non qualifié pour votre organisation.", "Not qualified for your organisation.");
        var lines = sheet.Lines.Select(c => $"- **{CaseMarkdown.Plain(c.Definition.In(l))}** (`{c.Definition.Key}`){l.Say("\u00A0:", ":")} {c.Stand.Word(l)}{(c.Stands?.Fact is { Confidence: { } sure } ? ", " + sure.Spoken(l) : "")}");
        return new() { Markdown = $"{verdict}\n\n{string.Join('\n', lines)}\n\n{Link(view.State.Title, id, l)}", Href = Addresses.Case(l, id) };
    }

    public async Task<CommandAnswer> Assess(AnswerCriterionCommand asked, Seat seat, Room room, Lang l, CancellationToken ct)
    {
        if (room.CaseId is not { } id || await shelf.View(id, seat.Reader, ct) is not { } view)
        {
            return NoCase(l);
        }

        var set = await SetOf(seat, ct);
        if (set.Criteria.FirstOrDefault(c => string.Equals(c.Key, asked.Criterion, StringComparison.Ordinal)) is not { } criterion)
        {
            return Refused(l, new($"Ce critère n’est pas de votre liste\u00A0: {string.Join(", ", set.Criteria.Select(c => c.Key))}.", $"This criterion is not in your list: {string.Join(", ", set.Criteria.Select(c => c.Key))}."));
        }

        var fact = new CriterionAssessed
        {
            Criterion = criterion.Key,
            Stand = asked.Met switch { true => Stand.Yes, false => Stand.No, null => Stand.Unknown },
            // The least that a yes or a no says; the page of the case asks for more.
            Confidence = asked.Met is null ? null : Estimate.Likely,
            Why = asked.Reason.Length > 0 ? asked.Reason : l.Say("Nous ne savons pas encore.", "We do not know yet."),
        };
        var reply = await shelf.Write(id, seat, [new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Author = seat.Author, Marking = new() { Tlp = view.State.Marking!.Tlp }, Fact = fact }], ct);
        return reply.IsDone
            ? new() { Markdown = $"**{CaseMarkdown.Plain(criterion.In(l))}**{l.Say("\u00A0:", ":")} {fact.Stand.Word(l)}{(fact.Confidence is { } sure ? ", " + sure.Spoken(l) : "")}. {Link(view.State.Title, id, l)}", Href = Addresses.Case(l, id) }
            : new() { Markdown = string.Join('\n', reply.Faults.Select(f => CaseMarkdown.Plain(f.In(l)))), IsRefused = true };
    }

    async Task<CriteriaSet> SetOf(Seat seat, CancellationToken ct) => seat.OrganisationId is { } organisation
        && await db.OwnCriteria.Where(c => c.OrganisationId == organisation).OrderByDescending(c => c.Version).Select(c => c.Content).FirstOrDefaultAsync(ct) is { } own
            ? CaseJson.Read<CriteriaSet>(own) : Convention.Five;

    static string Link(string title, Guid id, Lang l) => $"[{CaseMarkdown.Plain(title)}]({Addresses.Case(l, id)})";

    static CommandAnswer NoCase(Lang l) => Refused(l, new("Ce salon n’est pas celui d’un dossier\u00A0: ouvrez le salon du dossier.", "This room is not that of a case: open the room of the case."));

    static CommandAnswer Refused(Lang l, Words why) => new() { Markdown = CaseMarkdown.Plain(why.In(l)), IsRefused = true };
}
