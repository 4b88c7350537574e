using System.Globalization;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>Reads what reviewers established of ads, and puts it into the facts that the rules are given.</summary>
public static class EstablishedFacts
{
    /// <summary>The last one of each question and ad, taken back or not, whatever the ad says since.</summary>
    public static async Task<ILookup<Guid, EstablishedFact>> Of(IReadOnlyCollection<Guid> ads, AdsDb db, CancellationToken ct) =>
        (await db.Established.AsNoTracking().Where(f => ads.Contains(f.AdId) && !db.Established.Any(n => n.Replaces == f.Id)).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct)).ToLookup(f => f.AdId);

    /// <summary>Whether it still says something of this ad.</summary>
    public static bool Holds(this EstablishedFact fact, Ad ad) => fact.Value is not null && string.Equals(fact.TextHash, ad.LastingHash, StringComparison.Ordinal);

    public static AdFacts With(this AdFacts facts, Ad ad, IEnumerable<EstablishedFact> established) =>
        established.Where(f => f.Holds(ad)).Aggregate(facts, (known, fact) => known.With(fact.Key, fact.Value!));

    /// <summary>One answer, as <see cref="FactAnswers.Read"/> wrote it.</summary>
    public static AdFacts With(this AdFacts facts, FactKey key, string value) => key switch
    {
        FactKey.FirstShown => facts with { FirstShown = Day(value) },
        FactKey.LastShown => facts with { LastShown = Day(value) },
        FactKey.Territories => facts with { Territories = Known<IReadOnlyList<string>>(value.Split(' ')) },
        FactKey.Medium => facts with { Medium = Name<Medium>(value) },
        FactKey.Paid => facts with { Paid = YesNo(value) },
        FactKey.PaidDuringSilence => facts with { PaidDuringSilence = YesNo(value) },
        FactKey.Political => facts with { Political = YesNo(value) },
        FactKey.Names => facts with { Names = YesNo(value) },
        FactKey.Promotes => facts with { Promotes = YesNo(value) },
        FactKey.Criticises => facts with { Criticises = YesNo(value) },
        FactKey.ForParty => facts with { ForParty = YesNo(value) },
        FactKey.Election => facts with { Election = Known(value) },
        FactKey.WonAtFirstRound => facts with { WonAtFirstRound = YesNo(value) },
        FactKey.AuthorIsCandidate => facts with { AuthorIsCandidate = YesNo(value) },
        FactKey.NewPolemic => facts with { NewPolemic = YesNo(value) },
        FactKey.TimeToAnswer => facts with { TimeToAnswer = YesNo(value) },
        FactKey.PollQuoted => facts with { PollQuoted = YesNo(value) },
        // The question is whether it came out elsewhere before.
        FactKey.PollFirstPublication => facts with { PollFirstPublication = Known(!string.Equals(value, FactAnswers.Yes, StringComparison.Ordinal)) },
        FactKey.PollMentions => facts with { PollMentions = Enum.GetValues<PollMention>().ToDictionary(m => m, m => Known(value.Split(' ').Contains(m.ToString(), StringComparer.Ordinal))) },
        FactKey.Donation => facts with { Donation = Name<DonationAppeal>(value) },
        FactKey.SponsorKind => facts with { Sponsor = facts.Sponsor with { Kind = Name<BackerKind>(value) } },
        FactKey.SponsorCountry => facts with { Sponsor = facts.Sponsor with { Country = Known(value) } },
        FactKey.SponsorMayVote => facts with { Sponsor = facts.Sponsor with { MayVote = YesNo(value) } },
        FactKey.SponsorLivesThere => facts with { Sponsor = facts.Sponsor with { LivesThere = YesNo(value) } },
        FactKey.SponsorControl => facts with { Sponsor = facts.Sponsor with { ControlledFromOutsideUnion = YesNo(value) } },
        FactKey.PayerKind => facts with { Payer = facts.Payer with { Kind = Name<BackerKind>(value) } },
        FactKey.PayerCountry => facts with { Payer = facts.Payer with { Country = Known(value) } },
        FactKey.PayerLivesThere => facts with { Payer = facts.Payer with { LivesThere = YesNo(value) } },
        FactKey.Label => facts with { Label = YesNo(value) },
        FactKey.Notice => facts with { Notice = YesNo(value) },
        FactKey.PayerNamed => facts with { PayerNamed = YesNo(value) },
        FactKey.PlatformVisitors => facts with { PlatformVisitors = Known(long.Parse(value, CultureInfo.InvariantCulture)) },
        FactKey.VeryLargePlatform => facts with { VeryLargePlatform = YesNo(value) },
        FactKey.Review or FactKey.OfficialDate or FactKey.TextToRead => facts,
    };

    static Fact<T> Known<T>(T value) where T : notnull => Fact.Known(value, FactOrigin.Reviewer);

    static Fact<bool> YesNo(string value) => Known(string.Equals(value, FactAnswers.Yes, StringComparison.Ordinal));

    static Fact<T> Name<T>(string value) where T : struct, Enum => Known(Enum.Parse<T>(value));

    // By the calendar of the place where it was shown.
    static Fact<Shown> Day(string value) => Known(Shown.OnDay(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
