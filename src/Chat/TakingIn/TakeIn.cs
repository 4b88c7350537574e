using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.TakingIn;

/// <summary>A message goes into a case that is there already: as an argument, a fact, a decision, its observables or its files. It quotes the message, and goes no further than it.</summary>
public static class TakeIn
{
    /// <summary>Cases that are offered: the latest.</summary>
    const int MostCases = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Rooms(l) + "/{room:guid}/message/{message:guid}" + l.Say("/dossier", "/case");
            app.MapGet(path, Show).ForSeated().Does("discussion.lire");
            app.MapPost(path + "/{id:guid}", Take).Does("discussion.verser").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid room, Guid message, HttpRequest request, Seated seated, CaseOpening opening, CaseFaces faces, CaseShelf shelf, CaseDesk desk, CaseReadings readings, ChatDb db, CancellationToken ct) =>
        await opening.Find(seated.Reader, room, message, ct) is var (link, _) ? await Page(link, new(), Langs.Of(request), seated, faces, shelf, desk, readings, db, ct) : TypedResults.NotFound();

    static async Task<IResult> Take(Guid room, Guid message, Guid id, [FromForm] IFormCollection? typed, HttpRequest request, Seated seated, CaseOpening opening, CaseShelf shelf, CaseFaces faces, CaseDesk desk, CaseReadings readings, ChatDb db, TimeProvider clock, CancellationToken ct)
    {
        var l = Langs.Of(request);
        if (await opening.Find(seated.Reader, room, message, ct) is not var (link, marking) || await shelf.View(id, seated.Reader, ct) is not { } view)
        {
            return TypedResults.NotFound();
        }

        var act = new Typed(typed)["Act"];
        var said = await db.Messages.AsNoTracking().Where(m => m.Id == message).Select(m => m.At).SingleAsync(ct);
        var files = await db.Files.AsNoTracking().Where(f => f.MessageId == message && f.RemovedAt == null).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);
        var drafts = Facts(act, link, files, l).Select((fact, i) => new CaseDraft
        {
            Id = new(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message}\n{id}\n{act}\n{i}")))[..16]),
            Author = seated.Seat.Author,
            Marking = Inherited(marking, view.State.Marking!),
            Fact = fact,
            HappenedAt = fact is TimelineNoted ? said : null,
        }).ToList();
        var errors = new Errors();
        if (drafts.Count == 0)
        {
            errors.Add("", l.Say("Ce message n’a rien de tel : ni adresse, ni compte, ni mot-dièse, ni fichier.", "This message has nothing of the kind: no address, account, hashtag or file."));
            return await Page(link, errors, l, seated, faces, shelf, desk, readings, db, ct);
        }

        var reply = await shelf.Write(id, seated.Seat, drafts, ct, async _ => await Copy(files, drafts, id, seated, db, clock, ct));
        CaseDesk.Told(reply, errors, l);
        return reply.IsDone ? TypedResults.LocalRedirect(Part(act).Address(l, id)) : await Page(link, errors, l, seated, faces, shelf, desk, readings, db, ct);
    }

    static IEnumerable<CaseFact> Facts(string act, MessageLink link, List<StoredFile> files, Lang l) => act switch
    {
        "question" => [new ArgumentMade { Stance = Stance.Question, Text = link.Text, From = link }],
        "for" => [new ArgumentMade { Stance = Stance.For, Text = link.Text, From = link }],
        "against" => [new ArgumentMade { Stance = Stance.Against, Text = link.Text, From = link }],
        "fact" => [new TimelineNoted { Text = link.Text }],
        "decision" => [new DecisionTaken { What = link.Text, Why = l.Say("Dit dans la discussion.", "Said in the discussion.") }],
        "observables" => Opening.Observables(link),
        "evidence" => files.Select(f => new EvidenceKept { FileName = f.Name, MediaType = f.Kind.MediaType(), Size = f.Size, Sha256 = f.Sha256, PerceptualHash = f.Picture, Method = l.Say("Joint à un message", "Attached to a message") }),
        _ => [],
    };

    /// <summary>Where all readers of the case read the message, that of the case; else that of the message, no lower than the case.</summary>
    static Marked Inherited(Marked message, Marked theCase) =>
        message.Tlp <= theCase.Tlp && theCase.Audience!.IsWithin(message.Audience!) ? new() { Tlp = theCase.Tlp } : message with { Tlp = message.Tlp > theCase.Tlp ? message.Tlp : theCase.Tlp };

    static async Task Copy(List<StoredFile> files, List<CaseDraft> drafts, Guid id, Seated seated, ChatDb db, TimeProvider clock, CancellationToken ct)
    {
        foreach (var (draft, kept) in drafts.Select(d => (d, d.Fact as EvidenceKept)))
        {
            if (kept is null || await db.Files.AnyAsync(f => f.EventId == draft.Id, ct))
            {
                continue;
            }

            var from = files.First(f => string.Equals(f.Sha256, kept.Sha256, StringComparison.Ordinal));
            db.Add(new StoredFile { Id = Guid.CreateVersion7(clock.GetUtcNow()), MessageId = null, CaseId = id, EventId = draft.Id, Name = from.Name, Kind = from.Kind, Size = from.Size, Sha256 = from.Sha256, Picture = from.Picture, At = clock.GetUtcNow(), By = seated.Seat.AccountId });
        }
    }

    static CasePart Part(string act) => act switch
    {
        "fact" => CasePart.Timeline,
        "decision" => CasePart.Reactions,
        "observables" => CasePart.Observables,
        "evidence" => CasePart.Evidence,
        _ => CasePart.Arguments,
    };

    static async Task<IResult> Page(MessageLink link, Errors errors, Lang l, Seated seated, CaseFaces faces, CaseShelf shelf, CaseDesk desk, CaseReadings readings, ChatDb db, CancellationToken ct)
    {
        var readable = await faces.Of(seated.Seat, await desk.OwnSet(ct), ct);
        var cases = await readable.Where(f => !f.IsClosed).OrderByDescending(f => f.ChangedAt).ThenBy(f => f.CaseId).Take(MostCases).Select(f => new OfferedCase(f.CaseId, f.Title, f.Tlp)).ToListAsync(ct);
        var offered = await shelf.Views(seated.Reader, [.. cases.Select(c => c.Id)], ct);
        await readings.NoteListed(seated.Seat, [.. offered.Select(v => (v, (Guid?)null))], ct);
        var hasFiles = await db.Files.AnyAsync(f => f.MessageId == link.Id && f.RemovedAt == null, ct);
        return Html.Form<TakeInPage, TakeInModel>(new(l, link, cases, hasFiles, Opening.Observables(link).Any(), !seated.Seat.IsGuest, errors), errors);
    }
}

public sealed record OfferedCase(Guid Id, string Title, Tlp Tlp);

public sealed record TakeInModel(Lang L, MessageLink Message, IReadOnlyList<OfferedCase> Cases, bool HasFiles, bool HasObservables, bool MayOpen, Errors Errors);
