namespace Beffroi.Detection;

/// <summary>A post as a network shows it, the same for every network. What the source does not give is <see langword="null"/>.</summary>
public sealed record Post
{
    /// <summary>Its identifier on its network.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Account.Id"/> of its author.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its text, whole.</summary>
    public string? Text { get; init; }

    /// <summary>Language that the network found.</summary>
    public string? Language { get; init; }

    /// <summary>The post that this one repeats without a word.</summary>
    public string? RepostOf { get; init; }

    /// <summary>The post that this one answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The post that this one quotes.</summary>
    public string? QuoteOf { get; init; }

    /// <summary>The program that published it.</summary>
    public string? Source { get; init; }

    /// <summary>Links, unshortened where the source says so; null when the source has no such field.</summary>
    public IReadOnlyList<string>? Urls { get; init; }

    /// <summary>Perceptual or exact hashes of its pictures; null when the source has no such field.</summary>
    public IReadOnlyList<string>? MediaHashes { get; init; }
}
