namespace Beffroi.Ads.Law;

public enum RuleStatus { NoSign, Undetermined, LikelyBreach }

/// <summary>What a rule would need to know, as a question that a person can answer.</summary>
public sealed record MissingFact(FactKey Key, Words Question);

/// <summary>A fact of <see cref="AdFacts"/>, or what only a person or an official source can bring.</summary>
public enum FactKey
{
    FirstShown, LastShown, Territories, Medium, Paid, PaidDuringSilence, Political, Names, Promotes, Criticises, ForParty, Election, WonAtFirstRound,
    AuthorIsCandidate, NewPolemic, TimeToAnswer, PollQuoted, PollFirstPublication, PollMentions, Donation,
    SponsorKind, SponsorCountry, SponsorMayVote, SponsorLivesThere, SponsorControl, PayerKind, PayerCountry, PayerLivesThere,
    Label, Notice, PayerNamed, PlatformVisitors, VeryLargePlatform,

    /// <summary>A question that the files leave to a person who knows the law.</summary>
    Review,

    /// <summary>The date of the poll is not official yet.</summary>
    OfficialDate,

    /// <summary>The text of that time has not been read at its source.</summary>
    TextToRead,
}

/// <summary>The text that a rule rests on, as it stood.</summary>
public sealed record ArticleInForce
{
    public required string Id { get; init; }
    public required Words Name { get; init; }

    /// <summary>Of the law of the union, not of one country.</summary>
    public required bool IsUnion { get; init; }

    /// <summary>Null where the version of that time has not been read.</summary>
    public required ArticleVersion? Version { get; init; }
}

/// <summary>A decision of a court or another authority, with its source: to be read by people, never counted.</summary>
public sealed record CaseNote
{
    public required string Reference { get; init; }
    public required DateOnly Date { get; init; }
    public required Words Says { get; init; }

    /// <summary>Where it was read: the decision, its official summary, or a commentary.</summary>
    public required Uri Source { get; init; }
}

/// <summary>What the facts say of one rule: never more than a sign, which people confirm or set aside.</summary>
public sealed record RuleFinding
{
    public required string Rule { get; init; }
    public required Words Title { get; init; }
    public required RuleStatus Status { get; init; }
    public required ArticleInForce Article { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Words> Reasons { get; init; }

    /// <summary>Some only where the status is undetermined.</summary>
    public required IReadOnlyList<MissingFact> Missing { get; init; }

    public required IReadOnlyList<CaseNote> Cases { get; init; }

    /// <summary>What the rule does not look at.</summary>
    public Words? Limits { get; init; }
}

/// <summary>One thing that judges of elections weigh, and what is known of it.</summary>
public sealed record WeighedFact(Words What, Words Known);

/// <summary>The other question: whether the election itself suffers. Nobody but its judge answers it, so nothing is computed.</summary>
public sealed record EffectOnElection
{
    public required Words WhoDecides { get; init; }
    public required IReadOnlyList<WeighedFact> Weighed { get; init; }
    public required IReadOnlyList<CaseNote> Cases { get; init; }
}

/// <summary>Two answers that are never mixed.</summary>
public sealed record AdReading
{
    /// <summary>The process: one finding for each rule of the country, in the order of its file.</summary>
    public required IReadOnlyList<RuleFinding> Process { get; init; }

    public required EffectOnElection Effect { get; init; }

    public RuleFinding this[string rule] => Process.Single(f => string.Equals(f.Rule, rule, StringComparison.Ordinal));
}
