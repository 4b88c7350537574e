namespace Beffroi.Ads;

/// <summary>Ads that everybody may list, by what may be said of them: while a country votes, what people answer about its ads filters nothing.</summary>
public static class PublicAds
{
    public static IQueryable<Ad> In(this IQueryable<Ad> ads, GroupState state, AdsDb db, Publication publication)
    {
        var (frozen, open, settled) = (publication.Frozen, state == GroupState.Open, state == GroupState.Settled);
        return ads.Where(a => !frozen.Contains(a.Country) && db.Groups.Any(g => g.Id == a.GroupId && (g.State == state || (g.State == GroupState.Gold && (open || settled)
            && settled == db.Verdicts.Any(v => v.GroupId == g.Id && v.Question == Question.Political && v.Settled && v.Answers >= Publication.LeastAnswers)))));
    }

    /// <summary>Those of which people say so, surely enough.</summary>
    public static IQueryable<Ad> Said(this IQueryable<Ad> ads, Question question, string answer, AdsDb db, Publication publication)
    {
        var frozen = publication.Frozen;
        return ads.Where(a => !frozen.Contains(a.Country)
            && db.Verdicts.Any(v => v.GroupId == a.GroupId && v.Question == question && v.Settled && v.Leading == answer && v.Answers >= Publication.LeastAnswers));
    }

    /// <summary>The last read first; never by sponsor.</summary>
    public static IOrderedQueryable<Ad> LastFirst(this IQueryable<Ad> ads) => ads.OrderByDescending(a => a.ImportedAt).ThenBy(a => a.Id);
}
