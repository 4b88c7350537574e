namespace Beffroi.Ads.Law;

/// <summary>A text as it stood between two days, in our own plain words.</summary>
public sealed record ArticleVersion
{
    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force; none while it still is.</summary>
    public DateOnly? To { get; init; }

    public required Words Says { get; init; }

    /// <summary>Only where it was read at its source.</summary>
    public Words? Sanction { get; init; }

    /// <summary>The official publication.</summary>
    public required Uri Source { get; init; }

    /// <summary>The copy that was read, where it was not the official one.</summary>
    public Uri? ReadAt { get; init; }

    public required DateOnly CheckedOn { get; init; }
}

public sealed record Article
{
    public required string Id { get; init; }
    public required Words Name { get; init; }

    /// <summary>The day the obligation began, where it is sure: before it there was none. Otherwise earlier versions have not been read.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>Why the text may have changed since that day, where it may have.</summary>
    public DateOnly? DoubtfulFrom { get; init; }

    public Words? Doubt { get; init; }

    /// <summary>From the oldest to the newest.</summary>
    public required IReadOnlyList<ArticleVersion> Versions { get; init; }
}
