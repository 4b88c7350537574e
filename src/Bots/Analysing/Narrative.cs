using Beffroi.Detection;

namespace Beffroi.Bots.Analysing;

/// <summary>An account of a narrative, with what is known of its score.</summary>
public sealed record NarrativeAuthor
{
    public required int Number { get; init; }
    public required Guid Id { get; init; }
    public required Network Network { get; init; }
    public string? Handle { get; init; }
    public required int Posts { get; init; }
    public required int Reposts { get; init; }
    public double? Probability { get; init; }

    /// <summary>Null: never scored.</summary>
    public AutomationClass? Class { get; init; }
    public required AuthorScore Score { get; init; }
}

/// <param name="Posts">How often it was said, and by how many accounts.</param>
/// <param name="Seq">The first post that says it.</param>
public sealed record SharedText(long Seq, string Text, int Accounts, int Posts, DateTimeOffset First, DateTimeOffset Last);

/// <param name="Variants">Texts that differ, the first among them.</param>
public sealed record NearText(long Seq, string Text, int Variants, int Accounts, int Posts);

/// <summary>A post that is shown by its text.</summary>
public sealed record ShownPost
{
    public required long Seq { get; init; }
    public required Network Network { get; init; }
    public required string NativeId { get; init; }
    public required Guid AccountId { get; init; }
    public required string? Handle { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string? Text { get; init; }
}

public enum TopKind
{
    First,
    Reposted,
    Liked,
    Quoted,
    Replied,
}

/// <param name="Given">As the network counted when it was last seen; null: not given.</param>
/// <param name="Seen">Collected here.</param>
public sealed record TopPost(TopKind Kind, ShownPost Post, long? Given, int Seen);

/// <summary>Everything that is told of a narrative.</summary>
public sealed record Narrative
{
    public required NarrativeFilter Filter { get; init; }

    /// <summary>Closed: nothing is added to it.</summary>
    public required NarrativeFold Counted { get; init; }

    /// <summary>Most posts first.</summary>
    public required IReadOnlyList<NarrativeAuthor> Authors { get; init; }
    public required IReadOnlyList<SharedText> Identical { get; init; }

    /// <summary>How many texts were said by two accounts at least; those that are told are the most shared.</summary>
    public required int IdenticalCount { get; init; }
    public required IReadOnlyList<NearText> Near { get; init; }

    /// <summary>Distinct texts that were compared to find near copies, of how many.</summary>
    public required (int Compared, int All) NearScope { get; init; }
    public required IReadOnlyList<TopPost> Top { get; init; }
    public required AmplificationEstimate Amplification { get; init; }

    public int Posts => Counted.Total.Posts;
    public bool IsEmpty => Posts == 0;
}
