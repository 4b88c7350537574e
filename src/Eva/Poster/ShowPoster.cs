using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Poster;

/// <summary>A sheet to pin up: the code in large letters, the address and its QR code.</summary>
public static class ShowPoster
{
    public static void Map(IEndpointRouteBuilder campaigns) => campaigns.MapGet("/{id:guid}/affiche", Show).For();

    static async Task<IResult> Show(Guid id, HttpRequest request, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().VisibleTo(visitor.SignedIn).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
        {
            return TypedResults.NotFound();
        }

        var link = EntryLink.Of(request, campaign.Code);
        return Html.View<PosterPage, PosterModel>(new()
        {
            Campaign = campaign,
            Structure = (await structures.Find([campaign.StructureId], ct)).GetValueOrDefault(campaign.StructureId)?.Name ?? "",
            Link = link,
            ShortAddress = $"{request.Host}/eva",
            Code = QrPicture.Of(link),
        });
    }
}

public sealed record PosterModel
{
    public required Campaign Campaign { get; init; }
    public required string Structure { get; init; }
    public required string Link { get; init; }
    public required string ShortAddress { get; init; }
    public required QrPicture Code { get; init; }
}
