using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Ads.Results;

/// <summary>What all answers say together: by answer, by week, and sponsors by name only.</summary>
public static class ShowResults
{
    const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Results(l), Show).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, AdsDb db, KeptResults kept, Publication publication, LawBook book, CancellationToken ct)
    {
        var l = Langs.Of(request);
        if (publication.Frozen is [var country, ..])
        {
            return Html.View<ShowResultsPage, ShowResultsModel>(new() { L = l, Freeze = publication.Freeze(country) });
        }

        var results = await kept.Of(db, ct);
        var last = Math.Max(1, (results.Sponsors.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, last);
        return Html.View<ShowResultsPage, ShowResultsModel>(new()
        {
            L = l, Results = results, Page = number, LastPage = last,
            Sponsors = [.. results.Sponsors.Skip((number - 1) * PageSize).Take(PageSize)],
            Elections = [.. book.Elections.Where(e => e.IsOfficial).SelectMany(e => e.Dates.SelectMany(d => d.Rounds).Select(r => new Charts.Mark(r.Date, e.Name.In(l))))],
        });
    }
}

public sealed record ShowResultsModel
{
    public required Lang L { get; init; }
    public PublicationFreeze? Freeze { get; init; }

    /// <summary>Null while a country votes.</summary>
    public ResultsSnapshot? Results { get; init; }

    public IReadOnlyList<SponsorRow> Sponsors { get; init; } = [];
    public int Page { get; init; } = 1;
    public int LastPage { get; init; } = 1;
    public IReadOnlyList<Charts.Mark> Elections { get; init; } = [];
}
