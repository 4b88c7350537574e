using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Judging;

/// <summary>A reviewer wishes that people be asked about an ad before the others.</summary>
public static class AskSooner
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapPost(Addresses.Experts(l) + "/{id:guid}" + l.Say("/plus-tot", "/sooner"), Ask).RequireAntiforgery().Does("annonces.demander-plus-tot").ForReviewers();
        }
    }

    static async Task<IResult> Ask(Guid id, HttpRequest request, AdsDb db, CancellationToken ct)
    {
        if (await db.Groups.SingleOrDefaultAsync(g => db.Ads.Any(a => a.Id == id && a.GroupId == g.Id), ct) is not { } group)
        {
            return TypedResults.NotFound();
        }

        group.Rank = AskingRank.Wished;
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Review(Langs.Of(request), id));
    }
}
