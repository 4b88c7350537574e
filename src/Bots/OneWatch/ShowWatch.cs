using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.OneWatch;

/// <summary>One watch: its terms, its sources, and their making. Whatever is added needs a mandate in force.</summary>
public static class ShowWatch
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Watches(l) + "/{id:guid}";
            app.MapGet(path, async (Guid id, HttpRequest request, WatchDesk desk, CancellationToken ct) => await desk.View(Langs.Of(request), id, new(), new(), new(), ct)).ForAnalysts();
            app.MapPost(path + l.Say("/termes", "/terms"), AddTerm).Does("robots.ajouter-terme").ForAnalysts().WhileRecorded(BotsAssessment.Template);
            app.MapPost(path + l.Say("/termes", "/terms") + "/{term:guid}", RemoveTerm).Does("robots.retirer-terme").ForAnalysts().RequireAntiforgery();
            app.MapPost(path + "/sources", AddSource).Does("robots.creer-source").ForAnalysts().WhileRecorded(BotsAssessment.Template);
            app.MapPost(path + l.Say("/fermer", "/close"), Close).Does("robots.fermer-veille").ForAnalysts().RequireAntiforgery();
        }
    }

    static async Task<IResult> AddTerm(Guid id, [FromForm] TermForm? form, HttpRequest request, WatchDesk desk, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        form ??= new();
        if (await db.WatchesOf(at.Organisation).SingleOrDefaultAsync(w => w.Id == id, ct) is not { } watch)
        {
            return TypedResults.NotFound();
        }

        var kind = new Typed(l, errors).One<TermKind>(nameof(TermForm.Kind), form.Kind);
        var read = kind is { } known ? TermDoor.Read(known, form.Value, nameof(TermForm.Value), l, errors) : null;
        await desk.MustCollect(id, l, errors, ct);
        if (await db.Terms.CountAsync(t => t.WatchId == id && t.RemovedAt == null, ct) >= WatchDesk.MostTerms)
        {
            errors.Add(nameof(TermForm.Value), l.Say($"{WatchDesk.MostTerms} termes au plus : retirez-en un", $"At most {WatchDesk.MostTerms} terms: remove one"));
        }

        if (read is var (_, key) && await db.Terms.AnyAsync(t => t.WatchId == id && t.RemovedAt == null && t.Kind == kind && t.Key == key, ct))
        {
            errors.Add(nameof(TermForm.Value), l.Say("Ce terme est déjà dans la veille", "This term is in the watch already"));
        }

        if (errors.Any || read is not var (value, accepted))
        {
            return await desk.View(l, id, form, new(), errors, ct);
        }

        db.Add(new WatchTerm { Id = Guid.CreateVersion7(now), WatchId = watch.Id, Kind = kind!.Value, Value = value, Key = accepted, AddedAt = now, AddedBy = at.Analyst.AccountId });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Watch(l, id));
    }

    static async Task<IResult> RemoveTerm(Guid id, Guid term, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Terms.SingleOrDefaultAsync(t => t.Id == term && t.WatchId == id && t.RemovedAt == null && db.Watches.Any(w => w.Id == id && w.OrganisationId == at.Organisation), ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        found.RemovedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Watch(Langs.Of(request), id));
    }

    static async Task<IResult> AddSource(Guid id, [FromForm] SourceForm? form, HttpRequest request, WatchDesk desk, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        form ??= new();
        if (!await db.WatchesOf(at.Organisation).AnyAsync(w => w.Id == id, ct))
        {
            return TypedResults.NotFound();
        }

        await desk.MustCollect(id, l, errors, ct);
        if (await db.Sources.CountAsync(s => s.WatchId == id, ct) >= WatchDesk.MostSources)
        {
            errors.Add(nameof(SourceForm.SourceName), l.Say($"{WatchDesk.MostSources} sources au plus dans une veille", $"At most {WatchDesk.MostSources} sources in a watch"));
        }

        if (form.Read(id, at.Analyst.AccountId, now, l, errors) is not { } source)
        {
            return await desk.View(l, id, new(), form, errors, ct);
        }

        db.Add(source);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Source(l, source.Id));
    }

    /// <summary>What was collected stays as long as its mandate says; nothing more comes.</summary>
    static async Task<IResult> Close(Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        if (await db.WatchesOf(at.Organisation).SingleOrDefaultAsync(w => w.Id == id, ct) is not { } watch)
        {
            return TypedResults.NotFound();
        }

        watch.ClosedAt ??= clock.GetUtcNow();
        foreach (var source in await db.Sources.Where(s => s.WatchId == id && s.Wanted).ToListAsync(ct))
        {
            (source.Wanted, source.State) = (false, SourceState.Stopped);
            source.Version++;
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Watch(Langs.Of(request), id));
    }
}
