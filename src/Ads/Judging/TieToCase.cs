using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>Attaches an ad or its sponsor to a case that the reviewer may read; a case that they may not read does not exist for them.</summary>
public static class TieToCase
{
    const int LabelMaxLength = 150;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Experts(l) + "/{id:guid}" + l.Say("/dossier", "/case");
            app.MapPost(path, Attach).Does("annonces.rattacher").ForReviewers();
            app.MapPost(path + "/{tie:guid}", Detach).Does("annonces.detacher").ForReviewers();
        }
    }

    static async Task<IResult> Attach(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, JudgingDesk desk, ICaseNames cases, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await db.Ads.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } ad)
        {
            return TypedResults.NotFound();
        }

        if (form?["Case"].ToString() is not { Length: > 0 } chosen)
        {
            errors.Add("Case", l.Say("Choisissez un dossier", "Choose a case"));
            return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = (await desk.Open(id, l, ct))!, Typed = null, Errors = errors }, errors);
        }

        if (!Guid.TryParse(chosen, out var asked) || (await cases.ReadableBy(visitor.SignedIn, ct)).All(c => c.Id != asked))
        {
            return TypedResults.NotFound();
        }

        var whole = string.Equals(form["Sponsor"].ToString(), "true", StringComparison.Ordinal);
        Guid? tied = whole ? null : id, sponsor = whole ? ad.SponsorId : null;
        if (!await db.CaseTies.AnyAsync(t => t.CaseId == asked && t.AdId == tied && t.SponsorId == sponsor && t.UndoneAt == null, ct))
        {
            // The same tie pressed twice has one key: the second press finds it there. What was undone leaves its key.
            var undone = await db.CaseTies.CountAsync(t => t.CaseId == asked && t.AdId == tied && t.SponsorId == sponsor, ct);
            var tie = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{asked}/{tied}/{sponsor}/{undone}")))[..16]);
            var row = new CaseTie { Id = tie, CaseId = asked, AdId = tied, SponsorId = sponsor, By = visitor.SignedIn.Id, At = clock.GetUtcNow() };
            db.Add(row);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await db.CaseTies.AnyAsync(t => t.Id == tie, ct))
                {
                    throw;
                }

                return TypedResults.LocalRedirect(Addresses.Review(l, id) + "#dossiers");
            }

            var label = whole ? l.Say($"Annonceur : {ad.PageName}", $"Sponsor: {ad.PageName}") : l.Say($"Annonce : {ad.PageName}", $"Ad: {ad.PageName}");
            if (!await Linked(() => cases.LinkAd(visitor.SignedIn, asked, tie, whole ? Addresses.Sponsor(l, ad.SponsorId) : Addresses.Ad(l, id), label.Length <= LabelMaxLength ? label : label[..LabelMaxLength], ct), row, db))
            {
                errors.Add("Case", l.Say("On ne peut rien ajouter à ce dossier : il est clos, ou n’est plus partagé avec vous", "Nothing can be added to this case: it is closed, or no longer shared with you"));
                return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = (await desk.Open(id, l, ct))!, Typed = null, Errors = errors }, errors);
            }
        }

        return TypedResults.LocalRedirect(Addresses.Review(l, id) + "#dossiers");
    }

    /// <summary>The case is of another database: what could not be linked there is not tied here.</summary>
    static async Task<bool> Linked(Func<Task<bool>> link, CaseTie row, AdsDb db)
    {
        var done = false;
        try
        {
            return done = await link();
        }
        finally
        {
            if (!done)
            {
                db.Remove(row);
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }
    }

    static async Task<IResult> Detach(Guid id, Guid tie, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, ICaseNames cases, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.CaseTies.SingleOrDefaultAsync(t => t.Id == tie && (t.AdId == id || db.Ads.Any(a => a.Id == id && a.SponsorId == t.SponsorId)), ct);
        if (row is null || (await cases.ReadableBy(visitor.SignedIn, ct)).All(c => c.Id != row.CaseId))
        {
            return TypedResults.NotFound();
        }

        row.UndoneAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Review(Langs.Of(request), id) + "#dossiers");
    }
}
