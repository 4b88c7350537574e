using Beffroi.Bots.Running;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.OneSource;

/// <summary>One source: its state, budget, last error and place; starting, stopping, and the file that it reads where it is one.</summary>
public static class ShowSource
{
    const long Rest = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Sources(l) + "/{id:guid}";
            app.MapGet(path, async (Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct) => await View(Langs.Of(request), id, new(), null, db, at, clock, ct)).ForAnalysts();
            app.MapPost(path + l.Say("/demarrer", "/start"), Start).Does("robots.demarrer-source").ForAnalysts().WhileRecorded(BotsAssessment.Template).RequireAntiforgery();
            app.MapPost(path + l.Say("/arreter", "/stop"), Stop).Does("robots.arreter-source").ForAnalysts().RequireAntiforgery();
            app.MapPost(path + "/budget", Spend).Does("robots.fixer-budget").ForAnalysts();
            app.MapPost(path + l.Say("/fichier", "/file"), Send).Does("robots.envoyer-fichier").ForAnalysts().WhileRecorded(BotsAssessment.Template)
                .WithMetadata(new RequestSizeLimitAttribute(Uploads.MostBytes + Rest)).WithFormOptions(multipartBodyLengthLimit: Uploads.MostBytes + Rest);
        }
    }

    static async Task<IResult> Start(Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.SourcesOf(at.Organisation).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        if (!await db.MayCollect(at.Organisation, source.WatchId, clock.Today(), ct))
        {
            errors.Add("", l.Say("La veille est fermée ou son cadre n’est plus en vigueur : cette source ne peut pas démarrer", "The watch is closed or its mandate is over: this source cannot start"));
        }

        if (source.Kind is SourceKind.Jetstream or SourceKind.Mastodon or SourceKind.X && !await db.Terms.AnyAsync(t => t.WatchId == source.WatchId && t.RemovedAt == null, ct))
        {
            errors.Add("", l.Say("La veille n’a aucun terme : ajoutez-en avant de démarrer", "The watch has no term: add some before starting"));
        }

        if (errors.Any)
        {
            return await View(l, id, errors, null, db, at, clock, ct);
        }

        if (!source.Wanted)
        {
            // What failed starts afresh: whoever presses has mended it.
            (source.Wanted, source.State) = (true, source.State is SourceState.Failed or SourceState.Expired or SourceState.Done ? SourceState.Stopped : source.State);
            source.Version++;
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Source(l, id));
    }

    static async Task<IResult> Stop(Guid id, HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        if (await db.SourcesOf(at.Organisation).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        if (source.Wanted)
        {
            source.Wanted = false;
            source.Version++;
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Source(Langs.Of(request), id));
    }

    static async Task<IResult> Spend(Guid id, [FromForm] string? budget, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.SourcesOf(at.Organisation).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        long? most = string.IsNullOrWhiteSpace(budget) ? null : new Typed(l, errors).Whole("Budget", budget, 1, 100_000_000);
        if (most is null && source.Kind == SourceKind.X)
        {
            errors.Add("Budget", l.Say("X se paie à la lecture : donnez un budget par mois, en centimes", "X is paid by what is read: give a budget by month, in cents"));
        }

        if (errors.Any)
        {
            return await View(l, id, errors, budget, db, at, clock, ct);
        }

        source.Budget = most;
        source.Version++;
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Source(l, id));
    }

    static async Task<IResult> Send(Guid id, [FromForm] IFormCollection? form, HttpRequest request, BotsDb db, Uploads uploads, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.SourcesOf(at.Organisation).SingleOrDefaultAsync(s => s.Id == id && s.Kind == SourceKind.Upload, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        var file = form?.Files.GetFile("File");
        if (file is not { Length: > 0 })
        {
            errors.Add("File", l.Say("Choisissez un fichier", "Choose a file"));
        }

        if (!await db.MayCollect(at.Organisation, source.WatchId, clock.Today(), ct))
        {
            errors.Add("", l.Say("La veille est fermée ou son cadre n’est plus en vigueur : elle ne reçoit plus rien", "The watch is closed or its mandate is over: it takes nothing more"));
        }

        if (errors.Any || file is null)
        {
            return await View(l, id, errors, null, db, at, clock, ct);
        }

        try
        {
            await using var stream = file.OpenReadStream();
            await uploads.Keep(id, stream, ct);
        }
        catch (UploadTooLargeException)
        {
            errors.Add("File", l.Say($"{Uploads.MostBytes >> 20} Mio au plus : coupez le fichier ou compressez-le (gzip)", $"At most {Uploads.MostBytes >> 20} MiB: split the file or compress it (gzip)"));
            return await View(l, id, errors, null, db, at, clock, ct);
        }

        var name = new Typed(l, new()).Line("File", file.FileName, 0, 200);
        source.Settings = (SourceSettings.Of(source) with { File = name.Length <= 200 ? name : name[..200] }).ToJson();
        (source.Wanted, source.State, source.Cursor) = (true, SourceState.Stopped, null);
        source.Version++;
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Source(l, id));
    }

    static async Task<IResult> View(Lang l, Guid id, Errors errors, string? budget, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        if (await db.SourcesOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } source)
        {
            return TypedResults.NotFound();
        }

        var watch = await db.Watches.AsNoTracking().SingleAsync(w => w.Id == source.WatchId, ct);
        return Html.Form<SourcePage, SourceModel>(new(l, source, SourceSettings.Of(source), watch, await db.MayCollect(at.Organisation, watch.Id, clock.Today(), ct), budget, errors), errors);
    }
}

/// <param name="Budget">As typed, where it is to be corrected.</param>
public sealed record SourceModel(Lang L, Source Source, SourceSettings Settings, Watch Watch, bool Collects, string? Budget, Errors Errors);
