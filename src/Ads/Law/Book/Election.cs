namespace Beffroi.Ads.Law;

public enum ElectionScope
{
    /// <summary>One result for the whole country.</summary>
    National,

    /// <summary>Each constituency has its own: some are decided at the first round.</summary>
    Constituency,
}

/// <summary>A part of a country that votes by its own clock.</summary>
public sealed record Territory
{
    public required string Code { get; init; }
    public required Words Name { get; init; }

    /// <summary>IANA identifiers; several where one code covers several clocks.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>Local hours between which polling stations may close.</summary>
    public required ClosingHours Closes { get; init; }
}

public sealed record ClosingHours(TimeOnly Earliest, TimeOnly Latest);

/// <summary>The same poll, on the day when these territories hold it.</summary>
public sealed record PollDay
{
    public required DateOnly Date { get; init; }
    public required IReadOnlyList<string> Territories { get; init; }
}

public sealed record Round
{
    /// <summary>The day when most of the country votes: periods are counted from it.</summary>
    public required DateOnly Date { get; init; }

    public required IReadOnlyList<PollDay> Days { get; init; }
}

/// <summary>Dates an election may have: one set when they are official, several while they are not.</summary>
public sealed record ElectionDates
{
    public required IReadOnlyList<Round> Rounds { get; init; }
}

public sealed record Election
{
    /// <summary>What <see cref="AdFacts.Election"/> says when the ad is about no election.</summary>
    public const string NoneOfThem = "none";

    /// <summary>What it says of an election that no file describes (a by-election).</summary>
    public const string Another = "another";

    public required string Id { get; init; }
    public required string Country { get; init; }
    public required Words Name { get; init; }

    /// <summary>Such as presidential, legislative, european, municipal: rules name the kinds they hold for.</summary>
    public required string Kind { get; init; }

    public required ElectionScope Scope { get; init; }

    /// <summary>One when official; otherwise every possibility.</summary>
    public required IReadOnlyList<ElectionDates> Dates { get; init; }

    /// <summary>Of a national election: the round at which it was won, once known.</summary>
    public int? WonAtRound { get; init; }

    /// <summary>What is sure while the date is not.</summary>
    public Words? Certain { get; init; }

    public required Uri Source { get; init; }
    public required DateOnly CheckedOn { get; init; }

    public bool IsOfficial => Dates.Count == 1;
}
