namespace Beffroi.Ads.Law;

public enum PeriodKind
{
    /// <summary>At all times.</summary>
    Always,

    /// <summary>Until the close of the last poll.</summary>
    UntilPoll,

    /// <summary>Some months before the first day of the month of the first round, until the round at which the election is won.</summary>
    MonthsBeforeMonth,

    /// <summary>Some months before the day of the first round, until the last one.</summary>
    MonthsBeforeDay,

    /// <summary>From the eve at 00:00 to the close of the poll, by the clock of each territory.</summary>
    Eve,

    /// <summary>Everywhere from the eve of the main day at 00:00 to the close of the polls of one territory.</summary>
    NationalEve,
}

public sealed record Period
{
    public required PeriodKind Kind { get; init; }
    public int Months { get; init; }

    /// <summary>Of a national eve: the territory whose polls close it.</summary>
    public string? Closes { get; init; }
}

/// <summary>What a rule may ask of the facts; <see cref="Rule"/> files name them in camel case.</summary>
public enum Asks
{
    Shown, PutOut, Paid, Remunerated, Propaganda, Political, Medium, NotADonationAppeal,
    AuthorIsCandidate, NewPolemic, NoTimeToAnswer,
    PollQuoted, PollFirstPublication, PollMentionMissing, PollNotPublishedBefore,
    BenefitsCandidate, BenefitsParty, PayerBarred, SponsorBarred,
    NoLabel, NoNotice, PayerNotNamed, PlatformAbove, VeryLargePlatform,
}

public sealed record Condition
{
    public required Asks Asks { get; init; }

    /// <summary>For <see cref="Asks.Medium"/>: those the rule covers.</summary>
    public IReadOnlyList<Medium> Media { get; init; } = [];

    /// <summary>For <see cref="Asks.PollMentionMissing"/>.</summary>
    public IReadOnlyList<PollMention> Mentions { get; init; } = [];

    /// <summary>For <see cref="Asks.PlatformAbove"/>: visitors a month.</summary>
    public long AtLeast { get; init; }
}

/// <summary>A rule as it stood, for some kinds of election.</summary>
public sealed record Variant
{
    /// <summary>First day of the version of the article it follows; all versions where it is not said.</summary>
    public DateOnly? Version { get; init; }

    /// <summary>Kinds of election it holds for; all where it is not said.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    public required Period Period { get; init; }

    /// <summary>A sign of a breach needs all of them.</summary>
    public required IReadOnlyList<Condition> All { get; init; }
}

/// <summary>Elections for which the files do not settle the rule, and why.</summary>
public sealed record Unsettled
{
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Elections { get; init; } = [];
    public required Words Why { get; init; }

    public bool Concerns(Election election) => Elections.Contains(election.Id, StringComparer.Ordinal) || Kinds.Contains(election.Kind, StringComparer.Ordinal);
}

public sealed record Rule
{
    public required string Id { get; init; }
    public required Words Title { get; init; }

    /// <summary>Identity of the <see cref="Article"/> it rests on.</summary>
    public required string Article { get; init; }

    public required IReadOnlyList<Variant> Variants { get; init; }
    public IReadOnlyList<Unsettled> Unsettled { get; init; } = [];

    /// <summary>References of <see cref="CaseNote"/>.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Said to whoever reads a finding: what the rule does not look at.</summary>
    public Words? Limits { get; init; }
}
