namespace Beffroi.Ads.Law;

public enum Medium
{
    Online,
    Press,

    /// <summary>Radio or television.</summary>
    Broadcast,

    /// <summary>Posters, leaflets.</summary>
    Paper,
}

public enum DonationAppeal
{
    None,

    /// <summary>Asks for donations and says nothing else than what is needed to pay them.</summary>
    Only,

    /// <summary>Asks for donations among other things.</summary>
    AmongOthers,
}

/// <summary>What the first publication of a poll has to say (French law 77-808, article 2, and any country's like).</summary>
public enum PollMention
{
    Institute, Client, Buyer, SampleSize, Dates, Questions, Margins, RightToReadTheNotice,

    /// <summary>Of a poll that was published before: when, and by whom.</summary>
    FirstPublished,
}

public enum BackerKind
{
    /// <summary>A person, for themselves.</summary>
    Person,

    /// <summary>A person who stands for the election concerned, or their list.</summary>
    Candidate,

    /// <summary>A party or political group.</summary>
    Party,

    /// <summary>A company, an association, any other legal person of private law.</summary>
    Organisation,

    /// <summary>A local authority, an administration, a public establishment of the country.</summary>
    PublicBody,

    ForeignState,
}

/// <summary>Who ordered the ad (sponsor), or who paid for it (payer).</summary>
public sealed record Backer
{
    public Fact<BackerKind> Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2: of a person the nationality, of an organisation where it is established.</summary>
    public Fact<string> Country { get; init; }

    /// <summary>A person who lives for good in the country of the election (payer), in the European Union (sponsor).</summary>
    public Fact<bool> LivesThere { get; init; }

    /// <summary>A person who may vote in the election concerned.</summary>
    public Fact<bool> MayVote { get; init; }

    /// <summary>An organisation owned or controlled, in the end, from outside the European Union.</summary>
    public Fact<bool> ControlledFromOutsideUnion { get; init; }
}

/// <summary>All that the rules may ask about one ad; anything may be unknown.</summary>
public sealed record AdFacts
{
    /// <summary>ISO 3166-1 alpha-2: where the ad was shown, hence whose rules are read.</summary>
    public string Country { get; init; } = "FR";

    public Fact<Shown> FirstShown { get; init; }
    public Fact<Shown> LastShown { get; init; }

    /// <summary>Codes of <see cref="Territory"/>: where in the country.</summary>
    public Fact<IReadOnlyList<string>> Territories { get; init; }

    public Fact<Medium> Medium { get; init; }
    public Fact<bool> Paid { get; init; }

    /// <summary>Somebody still paid for it to be shown during the silence before the poll.</summary>
    public Fact<bool> PaidDuringSilence { get; init; }

    /// <summary>Speaks for a political actor, or tries to weigh on a vote or on the making of a law.</summary>
    public Fact<bool> Political { get; init; }

    /// <summary>A candidate, a list or a party is named or can be recognised.</summary>
    public Fact<bool> Names { get; init; }

    public Fact<bool> Promotes { get; init; }
    public Fact<bool> Criticises { get; init; }

    /// <summary>What it serves is a party, apart from any candidate.</summary>
    public Fact<bool> ForParty { get; init; }

    /// <summary>Identity of an <see cref="Election"/>, or <see cref="Election.NoneOfThem"/>, or <see cref="Election.Another"/>.</summary>
    public Fact<string> Election { get; init; }

    /// <summary>Where each constituency decides for itself: the seat was won at the first round.</summary>
    public Fact<bool> WonAtFirstRound { get; init; }

    public Fact<bool> AuthorIsCandidate { get; init; }

    /// <summary>Brings into the debate something that nobody had said.</summary>
    public Fact<bool> NewPolemic { get; init; }

    /// <summary>A person who judges: those it aims at still had the time to answer.</summary>
    public Fact<bool> TimeToAnswer { get; init; }

    public Fact<bool> PollQuoted { get; init; }

    /// <summary>The result of that poll had not been published before.</summary>
    public Fact<bool> PollFirstPublication { get; init; }

    /// <summary>Of each mention, whether it is there.</summary>
    public IReadOnlyDictionary<PollMention, Fact<bool>> PollMentions { get; init; } = new Dictionary<PollMention, Fact<bool>>();

    public Fact<DonationAppeal> Donation { get; init; }
    public Backer Sponsor { get; init; } = new();
    public Backer Payer { get; init; } = new();

    /// <summary>A label says that it is a political advertisement.</summary>
    public Fact<bool> Label { get; init; }

    /// <summary>A transparency notice comes with it.</summary>
    public Fact<bool> Notice { get; init; }

    /// <summary>Beside the ad, or in the public register of the platform, one can read who paid.</summary>
    public Fact<bool> PayerNamed { get; init; }

    /// <summary>Visitors a month in the country of the platform where it was shown.</summary>
    public Fact<long> PlatformVisitors { get; init; }

    /// <summary>The European Commission counts it among the very large platforms or search engines.</summary>
    public Fact<bool> VeryLargePlatform { get; init; }

    /// <summary>In euros; weighed by a judge only.</summary>
    public Fact<decimal> Spent { get; init; }

    /// <summary>People reached; weighed by a judge only.</summary>
    public Fact<long> Reach { get; init; }
}
