namespace Beffroi.Detection;

/// <summary>An account as a network shows it, the same for every network. What the source does not give is <see langword="null"/>: missing, never a constant.</summary>
public sealed record Account
{
    /// <summary>Where it lives.</summary>
    public required Network Network { get; init; }

    /// <summary>Its lasting identifier on its network (number, DID, address); empty where the source gives none. Never a feature of a score.</summary>
    public required string Id { get; init; }

    /// <summary>The short name typed after @ (<c>screen_name</c>, <c>username</c>, <c>acct</c>), without the @.</summary>
    public string? Handle { get; init; }

    /// <summary>The name shown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was looked at, UTC: ages and rates are counted to this instant.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Posts published, reposts included (<c>statuses_count</c>, <c>tweet_count</c>).</summary>
    public long? Posts { get; init; }

    /// <summary>Accounts that follow it.</summary>
    public long? Followers { get; init; }

    /// <summary>Accounts that it follows (<c>friends_count</c>).</summary>
    public long? Following { get; init; }

    /// <summary>Posts that it liked (<c>favourites_count</c>, <c>like_count</c>).</summary>
    public long? Favourites { get; init; }

    /// <summary>Lists that others put it on.</summary>
    public long? Listed { get; init; }

    /// <summary>Verified by its network.</summary>
    public bool? Verified { get; init; }

    /// <summary>Profile left as it was given (Twitter v1.1 only).</summary>
    public bool? DefaultProfile { get; init; }

    /// <summary>Picture left as it was given.</summary>
    public bool? DefaultImage { get; init; }

    /// <summary>Background picture used (Twitter v1.1 only).</summary>
    public bool? BackgroundImage { get; init; }

    /// <summary>Its posts are for its followers only.</summary>
    public bool? Protected { get; init; }

    /// <summary>Places its posts (Twitter v1.1 only).</summary>
    public bool? GeoEnabled { get; init; }

    /// <summary>Says of itself that it is automated (Mastodon <c>bot</c>, Bluesky label <c>bot</c>).</summary>
    public bool? DeclaredBot { get; init; }

    /// <summary>Language of the profile as the network gives it.</summary>
    public string? Language { get; init; }

    /// <summary>Place that the person wrote.</summary>
    public string? Location { get; init; }

    /// <summary>Link of the profile.</summary>
    public string? Url { get; init; }

    /// <summary>Text of the profile. Null when the source has no such field; empty when the person wrote none.</summary>
    public string? Description { get; init; }
}
