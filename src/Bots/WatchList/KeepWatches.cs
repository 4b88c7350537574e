using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.WatchList;

/// <summary>Watches of the organisation, and one more, under a mandate in force.</summary>
public static class KeepWatches
{
    public const int Most = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Watches(l), (string? mandate, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct) => View(Langs.Of(request), new() { Mandate = mandate }, new(), db, at, clock, ct)).ForAnalysts();
            app.MapPost(Addresses.Watches(l), Open).Does("robots.ouvrir-veille").ForAnalysts().WhileRecorded(BotsAssessment.Template);
        }
    }

    static async Task<IResult> Open([FromForm] WatchForm? form, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        form ??= new();
        var name = new Typed(l, errors).Line(nameof(WatchForm.Name), form.Name, 3, Watch.NameMaxLength);
        Guid? mandate = Guid.TryParse(form.Mandate, out var chosen) && await db.InForce(at.Organisation, clock.Today()).AnyAsync(m => m.Id == chosen, ct) ? chosen : null;
        if (mandate is null)
        {
            errors.Add(nameof(WatchForm.Mandate), l.Say("Choisissez un cadre en vigueur", "Choose a mandate in force"));
        }

        if (await db.WatchesOf(at.Organisation).CountAsync(w => w.ClosedAt == null, ct) >= Most)
        {
            errors.Add("", l.Say($"{Most} veilles ouvertes au plus : fermez-en une", $"At most {Most} open watches: close one"));
        }

        if (errors.Any)
        {
            return await View(l, form, errors, db, at, clock, ct);
        }

        var watch = new Watch { Id = Guid.CreateVersion7(now), MandateId = mandate!.Value, OrganisationId = at.Organisation, Name = name, CreatedAt = now, CreatedBy = at.Analyst.AccountId };
        db.Add(watch);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Watch(l, watch.Id));
    }

    static async Task<IResult> View(Lang l, WatchForm form, Errors errors, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await (
            from w in db.WatchesOf(at.Organisation).AsNoTracking()
            join m in db.Mandates on w.MandateId equals m.Id
            orderby w.ClosedAt != null, w.Name
            select new WatchRow(w.Id, w.Name, w.ClosedAt, m.EndedAt == null && m.ExpiresOn >= today, db.Terms.Count(t => t.WatchId == w.Id && t.RemovedAt == null), db.Sources.Count(s => s.WatchId == w.Id), db.AccountMatches.Count(a => a.WatchId == w.Id))).Take(2 * Most).ToListAsync(ct);
        var mandates = await db.InForce(at.Organisation, today).OrderBy(m => m.Title).Select(m => new ChosenMandate(m.Id, m.Title)).ToListAsync(ct);
        return Html.Form<WatchesPage, WatchesModel>(new(l, rows, mandates, form, errors), errors);
    }
}

public sealed record WatchForm
{
    public string? Name { get; init; }
    public string? Mandate { get; init; }
}

public sealed record ChosenMandate(Guid Id, string Title);

public sealed record WatchRow(Guid Id, string Name, DateTimeOffset? ClosedAt, bool InForce, int Terms, int Sources, int Accounts);

public sealed record WatchesModel(Lang L, IReadOnlyList<WatchRow> Rows, IReadOnlyList<ChosenMandate> Mandates, WatchForm Form, Errors Errors);
