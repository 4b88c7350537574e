using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>A reviewer keeps an ad out of every public page and file, with a reason, or shows it again. Where it stood for others of almost the same text, one of them takes its place.</summary>
public static class HideAd
{
    public const string Field = "HiddenReason";
    const int ReasonMaxLength = 1000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Experts(l) + "/{id:guid}";
            app.MapPost(path + l.Say("/masquer", "/hide"), Hide).Does("annonces.masquer").ForReviewers();
            app.MapPost(path + l.Say("/montrer", "/show"), Show).Does("annonces.remontrer").ForReviewers();
        }
    }

    static async Task<IResult> Hide(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, JudgingDesk desk, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (CleanText.Lines(form?[Field]) is not { Length: >= 5 and <= ReasonMaxLength } reason)
        {
            errors.Add(Field, l.Say($"Dites pourquoi, en 5 à {ReasonMaxLength} caractères", $"Say why, in 5 to {ReasonMaxLength} characters"));
            return await desk.Open(id, l, ct) is { } sheet ? Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = sheet, Typed = null, Errors = errors }, errors) : TypedResults.NotFound();
        }

        return await Change(id, l, db, ad =>
        {
            if (ad.HiddenAt is null)
            {
                (ad.HiddenAt, ad.HiddenReason) = (clock.GetUtcNow(), reason);
            }
        }, ct);
    }

    static Task<IResult> Show(Guid id, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, CancellationToken ct) =>
        Change(id, Langs.Of(request), db, ad => (ad.HiddenAt, ad.HiddenReason) = (null, null), ct);

    static async Task<IResult> Change(Guid id, Lang l, AdsDb db, Action<Ad> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The row of the group is ours until the end: of two ads of one group hidden at once, each sees what the other did.
        await db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "Answers" = "Answers" WHERE "Id" = (SELECT "GroupId" FROM ads_ads WHERE "Id" = {id})""", ct);
        if (await db.Ads.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } ad)
        {
            return TypedResults.NotFound();
        }

        change(ad);
        await db.SaveChangesAsync(ct);
        var group = await db.Groups.SingleAsync(g => g.Id == ad.GroupId, ct);
        if (!await db.Ads.Public().AnyAsync(a => a.Id == group.ShownAdId, ct)
            && await db.Ads.Public().Where(a => a.GroupId == group.Id).OrderBy(a => a.ImportedAt).ThenBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct) is { } other)
        {
            group.ShownAdId = other;
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Review(l, id) + "#masquer");
    }
}
