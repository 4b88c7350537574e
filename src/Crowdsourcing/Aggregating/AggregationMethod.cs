namespace Beffroi.Crowdsourcing;

/// <summary>Ways to make one answer of many.</summary>
public enum AggregationMethod
{
    /// <summary>Shares of the answers; every person weighs the same.</summary>
    Majority,

    /// <summary>A confusion for each person (Dawid &amp; Skene, 1979, Applied Statistics 28, 20-28), with a prior.</summary>
    DawidSkene,

    /// <summary>As <see cref="DawidSkene"/>, each person's confusion drawn towards that of all: for people who answered little.</summary>
    Pooled,

    /// <summary>One probability of being right for each person, errors even over the other classes.</summary>
    OneCoin,

    /// <summary>Skill of people and difficulty of items (Whitehill et al., 2009, NIPS 22).</summary>
    Glad,

    /// <summary>People who know or answer at random after their own habit (Hovy et al., 2013, NAACL-HLT 1120-1130), by variational inference.</summary>
    Mace,

    /// <summary>Majority weighed by each person's agreement with the majority (worker agreement with aggregate).</summary>
    Wawa,
}
