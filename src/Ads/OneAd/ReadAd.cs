using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.OneAd;

/// <summary>One ad for everybody: what its source says, what people answer, and the decisions that may be shown.</summary>
public static class ReadAd
{
    const int MostTwins = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Home(l) + l.Say("/annonce/", "/ad/") + "{id:guid}", Show).ForEveryone();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, AdsDb db, Publication publication, LawBook book, Visitor visitor, CancellationToken ct)
    {
        var found = await db.Ads.AsNoTracking().Public().Where(a => a.Id == id).Join(db.Groups, a => a.GroupId, g => g.Id, (a, g) => new { Ad = a, Group = g }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        var (ad, group) = (found.Ad, found.Group);
        var verdicts = await db.Verdicts.AsNoTracking().Where(v => v.GroupId == group.Id).ToListAsync(ct);
        var twins = await db.Ads.AsNoTracking().Public().Where(a => a.GroupId == group.Id && a.Id != id).OrderBy(a => a.FirstShownAt).ThenBy(a => a.Id).Take(MostTwins).Select(a => new Twin(a.Id, a.PageName, a.FirstShownAt)).ToListAsync(ct);
        return Html.View<ReadAdPage, ReadAdModel>(new()
        {
            L = Langs.Of(request), Ad = AdView.Of(ad).Quoted(), SponsorId = ad.SponsorId, ImportedAt = ad.ImportedAt, ChangedAt = ad.ChangedAt, LastingHash = ad.LastingHash,
            Answers = publication.Answers(group, verdicts), Freeze = publication.Freeze(ad.Country), Twins = twins, Expert = (await publication.Experts([id], ct)).GetValueOrDefault(id),
            Reviews = await ShownReview.Of(id, publication, db, book, ct), MayReview = await Reviewing.May(visitor.User, db, ct),
        });
    }
}

/// <summary>An ad whose text is almost the same.</summary>
public sealed record Twin(Guid Id, string PageName, DateTimeOffset? At);

public sealed record ReadAdModel
{
    public required Lang L { get; init; }
    public required AdView Ad { get; init; }
    public required Guid SponsorId { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
    public required DateTimeOffset? ChangedAt { get; init; }
    public required string LastingHash { get; init; }

    /// <summary>Null while the country votes.</summary>
    public required ShownAnswers? Answers { get; init; }

    /// <summary>Where people differ, what a named reviewer says of it.</summary>
    public required ExpertAnswer? Expert { get; init; }

    public required PublicationFreeze? Freeze { get; init; }
    public required IReadOnlyList<Twin> Twins { get; init; }
    public required IReadOnlyList<ShownReview> Reviews { get; init; }
    public required bool MayReview { get; init; }
}
