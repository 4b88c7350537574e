using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.EvidenceKeeping;

/// <summary>Files come into a case as evidence: their print is taken at arrival, their bytes never change, and who did what with them is written down.</summary>
public static class KeepEvidence
{
    /// <summary>Bytes of the form beside its file.</summary>
    const int Rest = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        var most = FileIntake.MaximumSize + Rest;
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Evidence.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Evidence.Pattern(l), Keep).Does("discussion.garder-preuve").ForSeated().WithMetadata(new RequestSizeLimitAttribute(most)).WithFormOptions(multipartBodyLengthLimit: most);
            app.MapGet(CasePart.Evidence.Pattern(l) + "/{line:guid}", ShowOne).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Evidence.Pattern(l) + "/{line:guid}", Handle).Does("discussion.manier-preuve").ForSeated();
            app.MapGet(CasePart.Evidence.Pattern(l) + "/{line:guid}" + l.Say("/fichier", "/file"), Download).ForSeated().Does("discussion.lire");
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Keep(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, ChatDb db, Blobs blobs, BytesInHand hand, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if (await Read(typed?.Files["File"], blobs, hand, s.L, errors, ct) is not { } file)
        {
            return Page(s, form, errors);
        }

        var fact = new EvidenceKept
        {
            FileName = file.Name,
            MediaType = file.Kind.MediaType(),
            Size = file.Size,
            Sha256 = file.Sha256,
            PerceptualHash = file.Picture?.ToString(),
            SourceUrl = form.Or("SourceUrl"),
            Method = form.Or("Method"),
        };
        var line = desk.IdOf(s, form, fact, 0);
        return await desk.Write(s, form, errors, [fact], ct, _ =>
        {
            db.Add(new StoredFile { Id = Guid.CreateVersion7(s.Now), MessageId = null, CaseId = id, EventId = line, Name = file.Name, Kind = file.Kind, Size = file.Size, Sha256 = file.Sha256, Picture = fact.PerceptualHash, At = s.Now, By = s.Seat.AccountId });
            return Task.CompletedTask;
        }) is not null
            ? TypedResults.LocalRedirect($"{CasePart.Evidence.Address(s.L, id)}/{line}")
            : Page(s, form, errors);
    }

    /// <summary>Its bytes are kept at once, before anything holds the case: if the line is not written, they are no file, and are erased.</summary>
    static async Task<ReceivedFile?> Read(IFormFile? sent, Blobs blobs, BytesInHand hand, Lang l, Errors errors, CancellationToken ct)
    {
        if (sent is null or { Length: 0 })
        {
            errors.Add("File", l.Say("Choisissez un fichier qui ne soit pas vide.", "Choose a file that is not empty."));
            return null;
        }

        using var held = await hand.Take(sent.Length, ct);
        var bytes = await BytesInHand.Read(sent, ct);
        switch (FileIntake.Read(sent.FileName, bytes))
        {
            case FileReading.Received { File: var file }:
                await blobs.Keep(file.Sha256, bytes, ct);
                return file;
            case FileReading.Refused refused:
                errors.Add("File", refused.Why.In(l));
                break;
        }

        return null;
    }

    static async Task<IResult> ShowOne(Guid id, Guid line, HttpRequest request, CaseDesk desk, CaseMeetings meetings, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s && Find(s, line) is { } evidence ? await One(s, evidence, Typed.Nothing, new(), meetings, ct) : TypedResults.NotFound();

    static async Task<IResult> Handle(Guid id, Guid line, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CaseMeetings meetings, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || Find(s, line) is not { } evidence)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var fact = new EvidenceHandled { Evidence = line, Handling = form.Choice<Handling>("Handling", errors, s.L), Note = form.Or("Note") };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null
            ? TypedResults.LocalRedirect($"{CasePart.Evidence.Address(s.L, id)}/{line}")
            : await One(s, evidence, form, errors, meetings, ct);
    }

    /// <summary>As it arrived, never to be run or shown inside our pages. A print is no key: only a file that came into this case with this line is given.</summary>
    static async Task<IResult> Download(Guid id, Guid line, HttpContext http, Seated seated, CaseShelf shelf, CaseReadings readings, ChatDb db, Blobs blobs, CancellationToken ct)
    {
        if (await shelf.View(id, seated.Reader, ct) is not { } view || view.State.Evidence.Find(e => e.Kept.Id == line)?.Kept.Fact is not { } kept
            || await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.CaseId == id && f.EventId == line && f.Sha256 == kept.Sha256, ct) is not { } file)
        {
            return TypedResults.NotFound();
        }

        await readings.Note(view, seated.Seat, ReadingAct.Downloaded, line, ct);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.ContentLength = file.Size;
        return TypedResults.Stream(body => blobs.CopyTo(file.Sha256, body, ct), "application/octet-stream", kept.FileName);
    }

    static EvidenceFile? Find(CaseScreen s, Guid line) => s.State.Evidence.Find(e => e.Kept.Id == line);

    static IResult Page(CaseScreen s, Typed form, Errors errors) => Html.Form<EvidencePage, EvidenceModel>(new(s, form, errors), errors);

    static async Task<IResult> One(CaseScreen s, EvidenceFile evidence, Typed form, Errors errors, CaseMeetings meetings, CancellationToken ct) =>
        Html.Form<OneEvidencePage, OneEvidenceModel>(new(s, evidence, await meetings.Twins(s.View, evidence.Kept, s.Seat.Reader, ct), form, errors), errors);
}

public sealed record EvidenceModel(CaseScreen S, Typed Form, Errors Errors);

/// <param name="Twins">In this case and in the reader's others.</param>
public sealed record OneEvidenceModel(CaseScreen S, EvidenceFile Evidence, IReadOnlyList<Twin> Twins, Typed Form, Errors Errors);
