using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Offers;

/// <summary>Looks for courses among the imported offers, around a commune or a post code.</summary>
public static class SearchOffers
{
    const int PageSize = 20;

    public static void Map(IEndpointRouteBuilder eva) => eva.MapGet("/offres", Show).For();

    static async Task<IResult> Show(Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct, string? q = null, string? nature = null, int page = 1)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var file = await OrientationShelf.Current(db, FileUse.Offres, ct);
        OfferKind? kind = TechnicalName.TryParse<OfferKind>(nature, out var read) ? read : null;
        var all = await OrientationShelf.Offers(db, ct);
        var search = OfferSearch.Of(all, q, kind, today);
        var pages = Math.Max(1, (search.Found.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return Html.View<SearchOffersPage, SearchOffersModel>(new()
        {
            File = file,
            IsOld = file is not null && today > file.MeasuredOn.AddMonths(Orientation.TensionView.MonthsGood),
            Typed = q,
            Kind = kind,
            Search = search,
            Known = all.Count(o => o.ShownOn(today)),
            Rows = [.. search.Found.Skip((page - 1) * PageSize).Take(PageSize)],
            Page = page,
            PageCount = pages,
            MayImport = OrientationFile.MayImport(visitor.User),
        });
    }
}

public sealed record SearchOffersModel
{
    /// <summary>Null when nothing was imported.</summary>
    public required FileHead? File { get; init; }

    public required bool IsOld { get; init; }
    public required string? Typed { get; init; }
    public required OfferKind? Kind { get; init; }
    public required OfferSearch Search { get; init; }

    /// <summary>Offers that are still open, wherever.</summary>
    public required int Known { get; init; }

    public required IReadOnlyList<FoundOffer> Rows { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
    public required bool MayImport { get; init; }
}
