using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Upkeep;

/// <summary>Deletes a campaign that nobody ever entered, after asking once.</summary>
public static class DeleteCampaign
{
    public static void Map(IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/{id:guid}/supprimer", Ask).For();
        campaigns.MapPost("/{id:guid}/supprimer", Delete).RequireAntiforgery().Does("campagne.supprimer").For();
    }

    static async Task<IResult> Ask(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        await Find(id, visitor, db, ct) is { } campaign ? await View(campaign, db, ct) : TypedResults.NotFound();

    static async Task<IResult> Delete(Guid id, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        if (await Find(id, visitor, db, ct) is not { } campaign)
        {
            return TypedResults.NotFound();
        }

        if (await db.Evaluations.AnyAsync(e => e.CampaignId == id, ct))
        {
            return await View(campaign, db, ct);
        }

        db.Remove(campaign);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("~/eva/campagnes");
    }

    static Task<Campaign?> Find(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        db.Campaigns.Include(c => c.Guests).ChangeableBy(visitor.SignedIn).SingleOrDefaultAsync(c => c.Id == id, ct);

    static async Task<IResult> View(Campaign campaign, EvaDb db, CancellationToken ct)
    {
        var evaluations = await db.Evaluations.CountAsync(e => e.CampaignId == campaign.Id, ct);
        return Html.View<DeleteCampaignPage, DeleteCampaignModel>(new(campaign, evaluations), evaluations == 0 ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}

public sealed record DeleteCampaignModel(Campaign Campaign, int Evaluations);
