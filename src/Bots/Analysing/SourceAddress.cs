using Beffroi.Detection;

namespace Beffroi.Bots.Analysing;

/// <summary>Where posts and accounts are read on their networks. Shapes of addresses as the networks have them, read in November 2026.</summary>
static class SourceAddress
{
    /// <summary>Null where it cannot be known.</summary>
    public static string? OfPost(Network network, string nativeId, string? handle) => network switch
    {
        Network.Twitter when nativeId.All(char.IsAsciiDigit) && nativeId.Length > 0 => $"https://x.com/i/status/{nativeId}",
        // at://did/app.bsky.feed.post/key
        Network.Bluesky when nativeId.Split('/') is ["at:", "", var did, "app.bsky.feed.post", var key] => $"https://bsky.app/profile/{Uri.EscapeDataString(did)}/post/{Uri.EscapeDataString(key)}",
        Network.Mastodon when Uri.TryCreate(nativeId, UriKind.Absolute, out var uri) && uri.Scheme is "https" => uri.AbsoluteUri,
        Network.Mastodon when handle?.Split('@') is [var user, var server] && nativeId.All(char.IsAsciiDigit) && nativeId.Length > 0 => $"https://{server}/@{Uri.EscapeDataString(user)}/{nativeId}" is var address && Uri.TryCreate(address, UriKind.Absolute, out _) ? address : null,
        Network.Twitter or Network.Bluesky or Network.Mastodon or Network.Other => null,
    };

    /// <summary>As case files note accounts; null where there is no such address.</summary>
    public static string? OfAccount(Network network, string? handle) => (network, handle) switch
    {
        (_, null or "") => null,
        (Network.Twitter, _) => $"https://x.com/{Uri.EscapeDataString(handle)}",
        (Network.Bluesky, _) => $"https://bsky.app/profile/{Uri.EscapeDataString(handle)}",
        (Network.Mastodon, _) when handle.Contains('@', StringComparison.Ordinal) => "@" + handle,
        (Network.Mastodon or Network.Other, _) => null,
    };
}
