namespace Beffroi.Chat.Rules.Scale;

/// <summary>A published article and how much it was shared: something to compare a number of shares with.</summary>
public sealed record ScaleArticle
{
    /// <summary>Shares, reactions and comments on all networks.</summary>
    public required long TotalEngagements { get; init; }
    public required long Facebook { get; init; }
    public required long Twitter { get; init; }
    public required long Pinterest { get; init; }
    public required long Reddit { get; init; }

    /// <summary>ISO 3166-1, two lower-case letters.</summary>
    public required string Country { get; init; }

    /// <summary>The newspaper.</summary>
    public required string Source { get; init; }
    public required DateOnly Date { get; init; }
    public required string Title { get; init; }
    public required Uri Url { get; init; }
}
