using Beffroi.Ads.Files;
using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.ImportingAds;

/// <summary>Operators take a file in: ads of a library or a repository, a whole reading, a report of totals.</summary>
public static class ImportAds
{
    /// <summary>Imports that are shown: the latest.</summary>
    const int Shown = 30;

    /// <summary>Bytes of the form beside its file.</summary>
    const int Rest = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Schema, () => TypedResults.Stream(OwnSchema.Open(), "application/schema+json")).ForEveryone().CacheOutput().ExcludeFromDescription();
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Import(l), async (HttpRequest request, AdsDb db, CancellationToken ct) => await Page(Langs.Of(request), new(), new(), null, db, ct)).For(Role.Superadmin);
            app.MapPost(Addresses.Import(l), Submit).Does("annonces.importer").For(Role.Superadmin)
                .WithMetadata(new RequestSizeLimitAttribute(FileLimits.Sent + Rest)).WithFormOptions(multipartBodyLengthLimit: FileLimits.Sent + Rest);
        }
    }

    static async Task<IResult> Submit([FromForm] IFormCollection? typed, HttpRequest request, AdsDb db, AdImporting importing, Visitor visitor, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), new ImportForm { Source = typed?["Source"], Country = typed?["Country"], Taken = typed?["Taken"] }, new Errors());
        var read = form.Read(typed?.Files.GetFile("File"), visitor.SignedIn.Id, errors, l);
        AdImport? done = null;
        if (read is not null)
        {
            (done, var fault) = await importing.Run(read, null, ct);
            if (fault is not null)
            {
                errors.Add("File", Sentence(fault.In(l)));
            }
        }

        return await Page(l, form, errors, done, db, ct);
    }

    static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";

    static async Task<IResult> Page(Lang l, ImportForm form, Errors errors, AdImport? done, AdsDb db, CancellationToken ct)
    {
        var before = await db.Imports.AsNoTracking().Where(i => i.Source != AdSource.Submission).OrderByDescending(i => i.At).Take(Shown).ToListAsync(ct);
        return Html.Form<ImportPage, ImportModel>(new(l, form, errors, done, before), errors);
    }
}

public sealed record ImportForm
{
    public string? Source { get; init; }
    public string? Country { get; init; }

    /// <summary>Day on which the library was read whole; empty: the file is not a whole reading.</summary>
    public string? Taken { get; init; }

    internal FileToImport? Read(IFormFile? file, Guid by, Errors errors, Lang l)
    {
        if (file is not { Length: > 0 })
        {
            errors.Add("File", l.Say("Choisissez un fichier.", "Choose a file."));
        }
        else if (file.Length > FileLimits.Sent)
        {
            errors.Add("File", l.Say("Ce fichier dépasse 64 Mio : importez-le avec la commande beffroi ads import.", "This file is larger than 64 MiB: import it with the command beffroi ads import."));
        }

        if (!Enum.TryParse<FileFormat>(Source, out var format) || !Enum.IsDefined(format))
        {
            errors.Add("Source", l.Say("Dites d’où vient le fichier.", "Say where the file comes from."));
        }

        var country = Readings.Country(Country);
        if (country is null)
        {
            errors.Add("Country", l.Say("Écrivez le code du pays : deux lettres, par exemple FR.", "Write the code of the country: two letters, for instance FR."));
        }

        if (!Readings.Instant(Taken, out var taken, out _))
        {
            errors.Add("Taken", l.Say("Écrivez une date : jour, mois et année.", "Write a date: day, month and year."));
        }

        return errors.Any ? null : new() { Name = file!.FileName, Open = file.OpenReadStream, Format = format, Country = country!, TakenAt = taken, By = by };
    }
}

public sealed record ImportModel(Lang L, ImportForm Form, Errors Errors, AdImport? Done, IReadOnlyList<AdImport> Before);
