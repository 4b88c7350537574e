using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>A sponsor's answer is printed as it comes; what harms a person is withheld by a reviewer, whose reason is printed in its place, or shown again.</summary>
public static class WithholdReply
{
    const int ReasonMaxLength = 500;

    public static string Field(Guid reply) => $"Withheld-{reply:N}";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = Addresses.Experts(l) + "/{id:guid}" + l.Say("/reponse", "/reply") + "/{reply:guid}";
            app.MapPost(path, Withhold).Does("annonces.retenir-reponse").ForReviewers();
            app.MapPost(path + l.Say("/montrer", "/show"), Release).Does("annonces.montrer-reponse").ForReviewers();
        }
    }

    static async Task<IResult> Withhold(Guid id, Guid reply, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, JudgingDesk desk, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await Of(id, reply, db, ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        if (CleanText.Lines(form?[Field(reply)]) is not { Length: >= 5 and <= ReasonMaxLength } reason)
        {
            errors.Add(Field(reply), l.Say($"Dites pourquoi, en 5 à {ReasonMaxLength} caractères : cette raison sera publiée", $"Say why, in 5 to {ReasonMaxLength} characters: this reason will be published"));
            return Html.Form<JudgeAdPage, JudgeAdModel>(new() { Sheet = (await desk.Open(id, l, ct))!, Typed = null, Errors = errors }, errors);
        }

        if (row.WithheldAt is null)
        {
            (row.WithheldAt, row.WithheldBecause) = (clock.GetUtcNow(), reason);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Review(l, id));
    }

    static async Task<IResult> Release(Guid id, Guid reply, [FromForm] IFormCollection? form, HttpRequest request, AdsDb db, CancellationToken ct)
    {
        if (await Of(id, reply, db, ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        (row.WithheldAt, row.WithheldBecause) = (null, null);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Review(Langs.Of(request), id));
    }

    static Task<SponsorReply?> Of(Guid ad, Guid reply, AdsDb db, CancellationToken ct) => db.Replies.SingleOrDefaultAsync(x => x.Id == reply && db.Reviews.Any(r => r.Id == x.ReviewId && r.AdId == ad), ct);
}
