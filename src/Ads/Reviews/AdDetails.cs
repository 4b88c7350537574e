using Beffroi.Crowdsourcing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What people answered to the short questions about an ad: of what its text says, about all ads of its group; of who pays, the label and the election, about those of the same sponsor, payer and year only.</summary>
public sealed record AdDetails
{
    public static readonly AdDetails None = new();

    public Detail<YesNo> NamesSomebody { get; init; } = new(new Dictionary<YesNo, int>());
    public Detail<PayerAnswer> Payer { get; init; } = new(new Dictionary<PayerAnswer, int>());
    public Detail<YesNo> Labelled { get; init; } = new(new Dictionary<YesNo, int>());
    public TextDetail Election { get; init; } = new(new Dictionary<string, int>(StringComparer.Ordinal));

    public static async Task<AdDetails> Of(Ad ad, AdsDb db, CancellationToken ct) => (await Of([ad], db, ct))(ad);

    /// <summary>Those of many ads, read at once.</summary>
    public static async Task<Func<Ad, AdDetails>> Of(IReadOnlyCollection<Ad> ads, AdsDb db, CancellationToken ct)
    {
        var groups = ads.Select(a => a.GroupId).Distinct().ToList();
        var given = await db.Answers.AsNoTracking().Where(a => groups.Contains(a.GroupId) && a.RemovalId == null && !a.OnGold)
            .GroupBy(a => new { a.GroupId, a.AdId, a.NamesSomebody, a.Payer, a.Labelled, a.Election })
            .Select(g => new Given(g.Key.GroupId, g.Key.AdId, g.Key.NamesSomebody, g.Key.Payer, g.Key.Labelled, g.Key.Election, g.Count())).ToListAsync(ct);
        var seen = given.Select(g => g.Ad).Distinct().ToList();
        var displays = await db.Ads.AsNoTracking().Where(a => seen.Contains(a.Id)).Select(a => new { a.Id, Display = new Display(a.SponsorId, a.Payer, a.FirstShownAt, a.SeenOn) }).ToDictionaryAsync(a => a.Id, a => a.Display.Key, ct);
        var details = given.ToLookup(g => g.Group);
        return ad =>
        {
            var own = new Display(ad.SponsorId, ad.Payer, ad.FirstShownAt, ad.SeenOn).Key;
            return Of([.. details[ad.GroupId]], g => g.Ad == ad.Id || displays.GetValueOrDefault(g.Ad) == own);
        };
    }

    /// <summary>Who shows an ad, who pays, since when.</summary>
    sealed record Display(Guid Sponsor, string? Payer, DateTimeOffset? FirstShown, DateOnly? SeenOn)
    {
        public (Guid, string?, int?)? Key => (Sponsor, Payer, FirstShown?.UtcDateTime.Year ?? SeenOn?.Year);
    }

    sealed record Given(Guid Group, Guid Ad, YesNo? Names, PayerAnswer? Payer, YesNo? Labelled, string? Election, int Count);

    static AdDetails Of(IReadOnlyCollection<Given> given, Func<Given, bool> sameDisplay) => new()
    {
        NamesSomebody = new(Counted(given.Where(g => g.Names is not null).Select(g => (g.Names!.Value, g.Count)))),
        Payer = new(Counted(given.Where(sameDisplay).Where(g => g.Payer is not null).Select(g => (g.Payer!.Value, g.Count)))),
        Labelled = new(Counted(given.Where(sameDisplay).Where(g => g.Labelled is not null).Select(g => (g.Labelled!.Value, g.Count)))),
        Election = new(Counted(given.Where(sameDisplay).Where(g => g.Election is not null).Select(g => (g.Election!, g.Count)))),
    };

    static Dictionary<T, int> Counted<T>(IEnumerable<(T Answer, int Count)> given) where T : notnull =>
        given.GroupBy(g => g.Answer).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
}

/// <summary>How many said what, of one short question.</summary>
public sealed record Detail<T>(IReadOnlyDictionary<T, int> Counts) where T : struct, Enum
{
    public int Answers => Counts.Values.Sum();

    /// <summary>What enough people agree on; null: too few, or they differ.</summary>
    public T? Agreed() => Agreement.Leads(Counts.Values) ? Counts.MaxBy(c => c.Value).Key : null;
}

/// <summary>The same, of answers that are keys.</summary>
public sealed record TextDetail(IReadOnlyDictionary<string, int> Counts)
{
    public int Answers => Counts.Values.Sum();

    public string? Agreed() => Agreement.Leads(Counts.Values) ? Counts.MaxBy(c => c.Value).Key : null;
}

static class Agreement
{
    /// <summary>Two thirds, and a majority of all people as far as chance goes: Wilson's lower bound at 95 % (Wilson, 1927) above one half.</summary>
    public static bool Leads(IEnumerable<int> counts)
    {
        var all = counts.ToList();
        var (n, best) = (all.Sum(), all.DefaultIfEmpty().Max());
        return n >= Publication.LeastAnswers && best * 3 >= n * 2 && Wilson.Bounds(best, n).Low > 0.5;
    }
}
