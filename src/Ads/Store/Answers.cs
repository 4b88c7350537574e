using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>The first question: is this ad political?</summary>
public enum PoliticalAnswer
{
    Yes,
    No,
    CannotSay,
}

/// <summary>What the ad is for: people describe, they do not judge.</summary>
public enum Purpose
{
    /// <summary>Invites to take part or to vote, for no party nor candidate.</summary>
    Engagement,

    /// <summary>Sells something, or has nothing to do with politics.</summary>
    Commercial,

    HardToSay,

    /// <summary>For or against a party or a candidate.</summary>
    PartyOrCandidate,

    /// <summary>Reveals something about a party or a candidate.</summary>
    Revelation,

    Poll,
}

public enum YesNo
{
    Yes,
    No,
    Unknown,
}

public enum PayerAnswer
{
    Person,

    /// <summary>A company, an association: a legal person that is not a party.</summary>
    LegalPerson,

    Party,
    Foreign,
    NotSaid,
}

/// <summary>A question that several people answer, and whose answers are put together.</summary>
public enum Question
{
    Political,
    Purpose,
}

/// <summary>What is answered together: one ad, or ads whose texts are almost the same.</summary>
public sealed class AdGroup
{
    public required Guid Id { get; init; }

    /// <summary>The ad that is shown for all.</summary>
    public required Guid ShownAdId { get; set; }

    public required string Country { get; init; }

    /// <summary>Of the text, as BCP 47; null when unknown.</summary>
    public string? Language { get; set; }

    /// <summary>The text as it is compared with others (see <see cref="Grouping.NearText"/>): as long as the ad's, so that lists do not read it.</summary>
    public string Signature { get; set; } = "";

    public int Ads { get; set; }

    /// <summary>Answers to the first question that count. While it is gold, those given meanwhile too: they never make a verdict.</summary>
    public int Answers { get; set; }

    public GroupState State { get; set; }

    /// <summary>How many answers are asked for as long as it is not settled: one more each time that those given do not suffice.</summary>
    public int Wanted { get; set; } = 3;

    /// <summary>Browsers that read it now (see <see cref="Hold"/>): with <see cref="Answers"/>, never more than <see cref="Wanted"/>.</summary>
    public int Promised { get; set; }

    /// <summary>Chosen at random when it was made: people who come together are not all shown the same.</summary>
    public int Shuffle { get; init; }

    /// <summary>Shown sooner than others: the smaller, the sooner (see <see cref="AskingRank"/>).</summary>
    public int Rank { get; set; }

    public DateTimeOffset AddedAt { get; init; }
}

public enum GroupState
{
    /// <summary>Waits for answers.</summary>
    Open,

    /// <summary>Enough answers, sure enough.</summary>
    Settled,

    /// <summary>Enough answers, and people differ: an expert reads it.</summary>
    Disputed,

    /// <summary>Its answer is known: shown among others to know how well people answer, never counted.</summary>
    Gold,

    /// <summary>Not shown any more.</summary>
    Withdrawn,
}

/// <summary>What one browser answered for one group: once, until it is removed.</summary>
public sealed class Answer : ILogLine
{
    public const int VoterLength = 32;

    public required Guid Id { get; init; }
    public required Guid GroupId { get; init; }

    /// <summary>The ad that was on the screen.</summary>
    public required Guid AdId { get; init; }

    /// <summary>Pseudonym of the browser: it means nothing without a key that is destroyed (see <see cref="DayKey"/>).</summary>
    public required string Voter { get; init; }

    public required PoliticalAnswer Political { get; init; }
    public Purpose? Purpose { get; set; }
    public YesNo? NamesSomebody { get; set; }

    /// <summary>Key of an election of the calendar.</summary>
    public string? Election { get; set; }

    public PayerAnswer? Payer { get; set; }
    public YesNo? Labelled { get; set; }
    public required Lang Language { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Pseudonym of the network for the day: emptied within 24 hours.</summary>
    public string? Network { get; set; }

    public bool OnGold { get; init; }
    public Guid? RemovalId { get; set; }
}

/// <summary>A group kept for a browser while it reads: nobody else is asked one too many.</summary>
public sealed class Hold
{
    public required Guid GroupId { get; init; }
    public required string Voter { get; init; }
    public required DateTimeOffset Until { get; set; }

    /// <summary>Still counted in <see cref="AdGroup.Promised"/>. What was answered, passed or left stays a day, not to be shown again.</summary>
    public required bool Open { get; set; }

    /// <summary>Pseudonym of the network for the day, while it is open: so many places for each, no more.</summary>
    public string? Network { get; set; }
}

/// <summary>Key of the pseudonyms of the browsers that came first on this day. Destroyed after some weeks: nobody can then tie an answer to a browser.</summary>
public sealed class DayKey
{
    public required DateOnly Day { get; init; }

    /// <summary>Sealed by the key ring of the site.</summary>
    public required string Sealed { get; init; }
}

/// <summary>Key of the pseudonyms of the networks of one day, apart from that of the browsers: destroyed the next day, so that what an old copy of the base holds of them opens no more.</summary>
public sealed class NetworkKey
{
    public required DateOnly Day { get; init; }

    /// <summary>Sealed by the key ring of the site.</summary>
    public required string Sealed { get; init; }
}

/// <summary>The answers of a group put together, for one question.</summary>
public sealed class Verdict : ILogLine
{
    public required Guid GroupId { get; init; }
    public required Question Question { get; init; }

    /// <summary>Name of the answer that leads; null: none does.</summary>
    public string? Leading { get; set; }

    /// <summary>Probability of <see cref="Leading"/>, people's skills weighed.</summary>
    public double Certainty { get; set; }

    /// <summary>Probability of each answer: name, colon, value, separated by semicolons.</summary>
    public string Posterior { get; set; } = "";

    /// <summary>Number of answers of each kind, written alike.</summary>
    public string Counts { get; set; } = "";

    public int Answers { get; set; }

    /// <summary>Where most people said the same thing, of what; null on a tie.</summary>
    public string? Majority { get; set; }

    public double MajorityShare { get; set; }

    public bool Settled { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>A known answer, hidden among the others.</summary>
public sealed class GoldAnswer
{
    public required Guid GroupId { get; init; }
    public required PoliticalAnswer Political { get; init; }
    public Purpose? Purpose { get; init; }
    public required string Because { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Answers taken out of the count, by whom and why: the answers stay, with this trace.</summary>
public sealed class AnswerRemoval
{
    public const int ReasonMaxLength = 1000;

    public required Guid Id { get; init; }
    public required string Voter { get; init; }
    public required string Reason { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Answers { get; set; }
    public Guid? UndoneBy { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>When all verdicts concerned were made again; null: not yet.</summary>
    public DateTimeOffset? CountedAt { get; set; }
}
