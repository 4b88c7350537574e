using Beffroi.Ads.Intake;
using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.AllAds;

/// <summary>All ads that everybody may read, filtered, page by page.</summary>
public static class ListAds
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.List(l), Show).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
        }
    }

    static async Task<IResult> Show(HttpRequest request, AdsDb db, Publication publication, CancellationToken ct)
    {
        var (l, filter) = (Langs.Of(request), AdFilter.Of(request.Query));
        var ads = Filtered(filter, db, publication);
        var count = await ads.CountAsync(ct);
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        filter = filter with { Page = Math.Min(filter.Page, last) };
        var rows = await ads.LastFirst().Skip((filter.Page - 1) * PageSize).Take(PageSize)
            .Join(db.Groups, a => a.GroupId, g => g.Id, (a, g) => new { Ad = a, Group = g }).OrderByDescending(r => r.Ad.ImportedAt).ThenBy(r => r.Ad.Id).ToListAsync(ct);
        var groups = rows.Select(r => r.Group.Id).Distinct().ToList();
        var verdicts = (await db.Verdicts.AsNoTracking().Where(v => groups.Contains(v.GroupId)).ToListAsync(ct)).ToLookup(v => v.GroupId);
        var frozen = publication.Frozen;
        return Html.View<ListAdsPage, ListAdsModel>(new()
        {
            L = l, Filter = filter, Count = count, LastPage = last,
            Freeze = frozen.Count > 0 ? publication.Freeze(frozen[0]) : null,
            Rows = [.. rows.Select(r => new ListedAd(AdView.Of(r.Ad), publication.Answers(r.Group, verdicts[r.Group.Id])))],
        });
    }

    static IQueryable<Ad> Filtered(AdFilter filter, AdsDb db, Publication publication)
    {
        var ads = db.Ads.AsNoTracking().Public();
        if (filter.Words.Length > 0)
        {
            var words = CleanText.Folded(filter.Words);
            ads = ads.Where(a => a.Folded.Contains(words));
        }

        if (filter.State is { } state)
        {
            ads = ads.In(state, db, publication);
        }

        if (filter.Political is { } political)
        {
            ads = ads.Said(Question.Political, political.ToString(), db, publication);
        }

        if (filter.Purpose is { } purpose)
        {
            ads = ads.Said(Question.Purpose, purpose.ToString(), db, publication);
        }

        if (filter.Source is { } source)
        {
            ads = ads.Where(a => a.Source == source);
        }

        return filter.Gone ? ads.Where(a => a.VanishedAt != null) : ads;
    }
}

/// <param name="Answers">Null while its country votes.</param>
public sealed record ListedAd(AdView Ad, ShownAnswers? Answers);

public sealed record ListAdsModel
{
    public required Lang L { get; init; }
    public required AdFilter Filter { get; init; }
    public required int Count { get; init; }
    public required int LastPage { get; init; }
    public required PublicationFreeze? Freeze { get; init; }
    public required IReadOnlyList<ListedAd> Rows { get; init; }
}
