using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Upkeep;

/// <summary>Closes a campaign to new entries, or opens it again. People who are inside go on.</summary>
public static class OpenOrClose
{
    public static void Map(IEndpointRouteBuilder campaigns)
    {
        campaigns.MapPost("/{id:guid}/fermer", Close).RequireAntiforgery().Does("campagne.fermer").For();
        campaigns.MapPost("/{id:guid}/rouvrir", Reopen).RequireAntiforgery().Does("campagne.rouvrir").For();
    }

    static Task<IResult> Close(Guid id, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct) =>
        Change(id, visitor, db, campaign => campaign.Deactivate(visitor.SignedIn.Id, clock.GetUtcNow()), ct);

    static Task<IResult> Reopen(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        Change(id, visitor, db, campaign => campaign.Reopen(), ct);

    static async Task<IResult> Change(Guid id, Visitor visitor, EvaDb db, Action<Campaign> change, CancellationToken ct)
    {
        if (await db.Campaigns.ChangeableBy(visitor.SignedIn).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
        {
            return TypedResults.NotFound();
        }

        change(campaign);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/campagnes/{id}");
    }
}
