namespace Beffroi.Detection;

/// <summary>Where an account lives.</summary>
public enum Network
{
    /// <summary>Twitter, today X.</summary>
    Twitter,

    /// <summary>Bluesky (AT protocol).</summary>
    Bluesky,

    /// <summary>Mastodon (ActivityPub).</summary>
    Mastodon,

    /// <summary>A network that the source does not name, or that this library does not know by name.</summary>
    Other,
}
