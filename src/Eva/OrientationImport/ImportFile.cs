using System.Globalization;
using System.Text;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.OrientationImport;

/// <summary>Reads a file of figures, offers or passage: a single line that is wrong and nothing is kept; else it waits for its sender to confirm.</summary>
public static class ImportFile
{
    const int MaxRequest = FileReading.MaxBytes + (1024 * 1024);

    static readonly IReadOnlyList<string> Samples = ["offres-exemple.csv", "bmo-exemple.csv"];

    public static void Map(IEndpointRouteBuilder files)
    {
        files.MapGet("/fichiers", Show).For(Role.Superadmin);
        files.MapPost("/fichiers", Import).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireAntiforgery().Does("orientation.lire").For(Role.Superadmin);
        files.MapGet("/exemples/{name}", Sample).For(Role.Superadmin);
    }

    static async Task<IResult> Show(EvaDb db, CancellationToken ct) => await View(new(), new(), [], db, ct);

    static async Task<IResult> Import([FromForm] FileForm? sent, IFormFile? file, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        // A form of which no field came is no form to the framework.
        var (form, errors) = (sent ?? new(), new Errors());
        FileKind? kind = TechnicalName.TryParse<FileKind>(form.Kind, out var read) ? read : null;
        if (kind is null)
        {
            errors.Add(nameof(form.Kind), "Choisissez ce que contient le fichier");
        }

        var source = FileTerms.ReadSource(form.Source, errors);
        var measured = FileTerms.ReadDay(form.MeasuredOn, clock, errors);
        if (await Bytes(file, errors, ct) is not { } bytes || kind is null || source is null || measured is null)
        {
            return await View(form, errors, [], db, ct);
        }

        var reading = FileReading.Of(kind.Value, bytes);
        if (reading.Faults.Count > 0)
        {
            errors.Add("File", $"Rien n’est importé : {French.Count(reading.Faults.Count, "erreur", "erreurs")} dans le fichier");
            return await View(form, errors, reading.Faults, db, ct);
        }

        var now = clock.GetUtcNow();
        var (oldest, me) = (now - OrientationFile.DraftLasts, visitor.SignedIn.Id);
        db.RemoveRange(await db.OrientationFiles.Where(f => f.ConfirmedAt == null && (f.At <= oldest || f.AuthorId == me)).ToListAsync(ct));
        var draft = FileTerms.Draft(kind.Value, reading, source, measured.Value, file!.FileName, me, now);
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/orientation/fichiers/{draft.Id}");
    }

    static IResult Sample(string name) => Samples.Contains(name, StringComparer.Ordinal)
        ? TypedResults.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(OrientationData.Text(name))).ToArray(), "text/csv; charset=utf-8", name)
        : TypedResults.NotFound();

    static async Task<byte[]?> Bytes(IFormFile? file, Errors errors, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            errors.Add("File", "Choisissez un fichier");
            return null;
        }

        if (file.Length > FileReading.MaxBytes)
        {
            errors.Add("File", string.Create(CultureInfo.InvariantCulture, $"Ce fichier pèse plus de {FileReading.MaxBytes / 1024 / 1024} Mo"));
            return null;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    static async Task<IResult> View(FileForm form, Errors errors, IReadOnlyList<FileFault> faults, EvaDb db, CancellationToken ct)
    {
        var current = new List<FileHead>();
        foreach (var use in Enum.GetValues<FileUse>())
        {
            if (await OrientationShelf.Current(db, use, ct) is { } file)
            {
                current.Add(file);
            }
        }

        return Html.Form<ImportFilePage, ImportFileModel>(new(form, errors, faults, current, Samples), errors);
    }
}

public sealed record FileForm
{
    public string? Kind { get; init; }
    public string? Source { get; init; }
    public string? MeasuredOn { get; init; }
}

public sealed record ImportFileModel(FileForm Form, Errors Errors, IReadOnlyList<FileFault> Faults, IReadOnlyList<FileHead> Current, IReadOnlyList<string> Samples);
