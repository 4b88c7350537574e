using Beffroi.Detection;

namespace Beffroi.Bots.Answers;

/// <summary>The account in the address of a profile or of a post.</summary>
public static class ProfileAddress
{
    public static (Network Network, string Name)? Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.OriginalString.Length > 1000)
        {
            return null;
        }

        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        return (host, parts) switch
        {
            ("x.com" or "twitter.com" or "mobile.twitter.com", [var name, ..]) when name is not ("i" or "search" or "hashtag" or "home" or "explore") => (Network.Twitter, name),
            ("bsky.app", ["profile", var name, ..]) => (Network.Bluesky, name),
            (_, [['@', .. var name], ..]) when name.Length > 0 => (Network.Mastodon, name.Contains('@', StringComparison.Ordinal) ? name : name + "@" + host),
            _ => null,
        };
    }
}
