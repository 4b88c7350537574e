using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.MandateList;

/// <summary>Mandates of the organisation, and one more: who answers, why, on what ground, until when, against what foreign interference.</summary>
public static class KeepMandates
{
    const int Most = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Mandates(l), (HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct) => View(Langs.Of(request), new(), new(), db, at, clock, ct)).ForAnalysts();
            app.MapPost(Addresses.Mandates(l), Record).Does("robots.consigner-cadre").ForAnalysts();
        }
    }

    static async Task<IResult> Record([FromForm] MandateForm? form, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors, now) = (Langs.Of(request), new Errors(), clock.GetUtcNow());
        form ??= new();
        if (await db.Mandates.CountAsync(m => m.OrganisationId == at.Organisation, ct) >= Most)
        {
            errors.Add("", l.Say("Votre organisation a déjà beaucoup de cadres : écrivez à l’équipe du site", "Your organisation has many mandates already: write to the team of the site"));
        }

        if (form.Read(at.Analyst, now, clock.Today(), l, errors) is not { } mandate)
        {
            return await View(l, form, errors, db, at, clock, ct);
        }

        db.Add(mandate);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Mandate(l, mandate.Id));
    }

    static async Task<IResult> View(Lang l, MandateForm form, Errors errors, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.OrganisationId == at.Organisation).OrderByDescending(m => m.EndedAt == null).ThenByDescending(m => m.ExpiresOn).Take(Most)
            .Select(m => new MandateRow(m.Id, m.Title, m.ExpiresOn, m.EndedAt, db.Watches.Count(w => w.MandateId == m.Id && w.ClosedAt == null))).ToListAsync(ct);
        return Html.Form<MandatesPage, MandatesModel>(new(l, mandates, form, errors, clock.Today()), errors);
    }
}

public sealed record MandateRow(Guid Id, string Title, DateOnly ExpiresOn, DateTimeOffset? EndedAt, int Watches);

public sealed record MandatesModel(Lang L, IReadOnlyList<MandateRow> Rows, MandateForm Form, Errors Errors, DateOnly Today);
