using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Evidence.CaseFiles;
using Beffroi.Chat.Evidence.Custody;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using CaseFile = Beffroi.Chat.Evidence.CaseFiles.CaseFile;
using CaseFileContent = Beffroi.Chat.Evidence.CaseFiles.CaseFileContent;

namespace Beffroi.Chat.SealedFile;

/// <summary>The evidence of a case with its chains and the case in words, in one sealed file; only what may go where it goes. That it left is written in the case.</summary>
public static class TakeSealedFile
{
    const string Format = "case-file";

    const int Mebibyte = 1024 * 1024;

    /// <summary>Of all the evidence together: the file is made and checked in memory.</summary>
    public const int MostBytes = 100 * Mebibyte;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = CasePart.Evidence.Pattern(l) + l.Say("/dossier-scelle", "/sealed-file");
            app.MapGet(path, Show).ForSeated().Does("discussion.lire");
            app.MapPost(path, Take).Does("discussion.emporter-dossier").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Take(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CaseShelf shelf, CaseReadings readings, ExportNames names, ChatDb db, Blobs blobs, BytesInHand hand, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s || await shelf.Load(id, ct) is not { } log)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        if (To(form["To"]) is not { } destination)
        {
            errors.Add("To", s.Say("Dites pour qui.", "Say for whom."));
            return Page(s, form, errors);
        }

        if (SharedCase.For(log, s.Seat.Reader, destination, await names.Of(log, ct), out var fault) is not { } shared)
        {
            errors.Add("To", fault!.In(s.L));
            return Page(s, form, errors);
        }

        var kept = await Files(s, shared, db, ct);
        var weight = kept.Values.Sum(f => (long)f.Size);
        if (weight > MostBytes)
        {
            errors.Add("To", s.Say($"Les preuves pèsent {s.L.Number((int)(weight / Mebibyte))}\u00A0Mio\u00A0: un dossier scellé en porte {MostBytes / Mebibyte} au plus. Téléchargez les plus lourdes une à une.", $"The evidence weighs {s.L.Number((int)(weight / Mebibyte))} MiB: a sealed file holds {MostBytes / Mebibyte} at most. Download the heaviest one by one."));
            return Page(s, form, errors);
        }

        using var held = await hand.Take(2 * weight, ct);
        var file = CaseFile.Write(await Content(s, shared, kept, blobs, ct));
        var exported = new CaseExported { Format = Format, For = form.Or("For") ?? destination.Word(s.L), Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
        if (await desk.Write(s, form, errors, [exported], ct) is null)
        {
            return Page(s, form, errors);
        }

        await readings.Note(s.View, s.Seat, ReadingAct.Exported, null, ct);
        return TypedResults.File(file, "application/zip", $"{s.Say("dossier", "case")}-{id:N}.zip");
    }

    /// <summary>A print is no key: only files that came into this case go out with it.</summary>
    static async Task<Dictionary<string, StoredFile>> Files(CaseScreen s, SharedCase shared, ChatDb db, CancellationToken ct)
    {
        var lines = shared.State.Evidence.Select(e => (Guid?)e.Kept.Id).ToList();
        var came = await db.Files.AsNoTracking().Where(f => f.CaseId == s.Id && lines.Contains(f.EventId)).ToListAsync(ct);
        return came.DistinctBy(f => f.Sha256, StringComparer.Ordinal).ToDictionary(f => f.Sha256, StringComparer.Ordinal);
    }

    static async Task<CaseFileContent> Content(CaseScreen s, SharedCase shared, Dictionary<string, StoredFile> kept, Blobs blobs, CancellationToken ct)
    {
        var bytes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (sha256, file) in kept)
        {
            bytes[sha256] = await blobs.Whole(sha256, file.Size, ct);
        }

        return new()
        {
            CaseId = s.Id,
            Title = shared.State.Title,
            Tlp = shared.Level,
            At = s.Now,
            By = s.Seat.OrganisationName ?? s.Seat.Name,
            Evidence = [.. shared.State.Evidence.Where(e => bytes.ContainsKey(e.Kept.Fact.Sha256)).Select(e => new CaseFileEvidence(Chain(e, s, shared.Names), e.Kept.Fact.FileName, e.Kept.Fact.MediaType, bytes[e.Kept.Fact.Sha256]) { Picture = e.Kept.Fact.PerceptualHash })],
            Documents = [new(s.Say("dossier.md", "case.md"), Encoding.UTF8.GetBytes(CaseMarkdown.Write(shared, s.L, shared.Names)))],
        };
    }

    /// <summary>What the log says was done with it, then its leaving.</summary>
    static CustodyChain Chain(EvidenceFile evidence, CaseScreen s, CaseNames names)
    {
        var kept = evidence.Kept;
        var chain = CustodyChain.Arrive(kept.Id, kept.Fact.Sha256, names.Author(kept.Author, s.L), kept.Fact.SourceUrl, new At(kept.At));
        foreach (var act in evidence.Custody)
        {
            chain.Add(Of(act.Fact.Handling), names.Author(act.Author, s.L), act.Fact.Note, new At(act.At));
        }

        chain.Add(CustodyAct.Exported, s.Seat.OrganisationName ?? s.Seat.Name, null, new At(s.Now));
        return chain;
    }

    static CustodyAct Of(Handling handling) => handling switch
    {
        Handling.Seen => CustodyAct.Read,
        Handling.Exported => CustodyAct.Exported,
        Handling.HandedOver => CustodyAct.Shared,
        Handling.Verified => CustodyAct.Verified,
    };

    static Destination? To(string typed) => typed switch
    {
        "me" => Destination.Oneself,
        "client" => Destination.Client,
        "community" => Destination.Community,
        "world" => Destination.World,
        _ => null,
    };

    static IResult Page(CaseScreen s, Typed form, Errors errors) => Html.Form<TakeSealedFilePage, TakeSealedFileModel>(new(s, form, errors), errors);

    /// <summary>The time that a line was written at, for the chain that is made of them.</summary>
    sealed class At(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}

public sealed record TakeSealedFileModel(CaseScreen S, Typed Form, Errors Errors);
