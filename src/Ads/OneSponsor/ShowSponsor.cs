using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.OneSponsor;

/// <summary>One page or advertiser: its ads, one by one. No score, no place among others.</summary>
public static class ShowSponsor
{
    const int PageSize = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Home(l) + l.Say("/annonceur/", "/sponsor/") + "{id:guid}", Show).ForEveryone();
        }
    }

    static async Task<IResult> Show(Guid id, int? page, HttpRequest request, AdsDb db, Publication publication, CancellationToken ct)
    {
        var ads = db.Ads.AsNoTracking().Public().Where(a => a.SponsorId == id);
        if (await db.Sponsors.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sponsor || await ads.CountAsync(ct) is not (> 0 and var count))
        {
            // Of whom every ad is hidden, nothing is said.
            return TypedResults.NotFound();
        }

        var last = (count + PageSize - 1) / PageSize;
        var number = Math.Clamp(page ?? 1, 1, last);
        var rows = await ads.OrderByDescending(a => a.FirstShownAt).ThenBy(a => a.Id).Skip((number - 1) * PageSize).Take(PageSize).Join(db.Groups, a => a.GroupId, g => g.Id, (a, g) => new { Ad = a, Group = g })
            .OrderByDescending(r => r.Ad.FirstShownAt).ThenBy(r => r.Ad.Id).ToListAsync(ct);
        var groups = rows.Select(r => r.Group.Id).Distinct().ToList();
        var verdicts = (await db.Verdicts.AsNoTracking().Where(v => groups.Contains(v.GroupId)).ToListAsync(ct)).ToLookup(v => v.GroupId);
        return Html.View<ShowSponsorPage, ShowSponsorModel>(new()
        {
            L = Langs.Of(request), Sponsor = sponsor, Ads = count, Gone = await ads.CountAsync(a => a.VanishedAt != null, ct), Page = number, LastPage = last,
            Freeze = rows.Select(r => publication.Freeze(r.Ad.Country)).FirstOrDefault(f => f is not null),
            Rows = [.. rows.Select(r => (AdView.Of(r.Ad), publication.Answers(r.Group, verdicts[r.Group.Id])))],
        });
    }
}

public sealed record ShowSponsorModel
{
    public required Lang L { get; init; }
    public required Sponsor Sponsor { get; init; }
    public required int Ads { get; init; }
    public required int Gone { get; init; }
    public required int Page { get; init; }
    public required int LastPage { get; init; }
    public required PublicationFreeze? Freeze { get; init; }
    public required IReadOnlyList<(AdView Ad, ShownAnswers? Answers)> Rows { get; init; }
}
