namespace Beffroi.Chat.Cases;

/// <summary>The account whose page, or post, an address leads to. Shapes of addresses as the networks have them, read in November 2026.</summary>
public static class AccountPage
{
    /// <summary>First words of a path that are no account.</summary>
    static readonly HashSet<string> Rooms = new(StringComparer.Ordinal)
    {
        "about", "accounts", "ads", "compose", "direct", "events", "explore", "feed", "gaming", "groups", "hashtag", "help", "home", "i", "intent", "jobs", "login",
        "marketplace", "messages", "notifications", "p", "pages", "photo", "photo.php", "privacy", "profile.php", "reel", "reels", "search", "settings", "share",
        "sharer", "signup", "story.php", "stories", "tos", "tv", "video", "videos", "watch", "permalink.php", "joinchat", "addstickers", "proxy", "iv", "wall", "s",
    };

    public static Observable? Of(Observable url)
    {
        if (url.Kind is not ObservableKind.Url || !Uri.TryCreate(url.Value, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var (network, name) = (uri.Host, path) switch
        {
            ("x.com", [var n, ..]) => ("x", n),
            ("facebook.com", ["profile.php", ..]) => ("facebook", Tracking.Value(uri.Query, "id")),
            ("facebook.com", ["people", _, var n, ..]) => ("facebook", n),
            ("facebook.com", [var n, ..]) => ("facebook", n),
            ("instagram.com", ["stories", var n, ..]) => ("instagram", n),
            ("instagram.com", [var n, ..]) => ("instagram", n),
            ("threads.net" or "threads.com", [['@', ..] n, ..]) => ("threads", n),
            ("tiktok.com", [['@', ..] n, ..]) => ("tiktok", n),
            ("youtube.com", [['@', ..] n, ..]) => ("youtube", n),
            ("youtube.com", ["channel" or "c" or "user", var n, ..]) => ("youtube", n),
            ("t.me", [['+', ..], ..]) => ("telegram", null),
            ("t.me", [var n, ..]) => ("telegram", n),
            ("vk.com", [var n, ..]) => ("vk", n),
            ("ok.ru", ["profile", var n, ..]) => ("ok", n),
            ("reddit.com", ["user" or "u", var n, ..]) => ("reddit", n),
            ("linkedin.com", ["in" or "company", var n, ..]) => ("linkedin", n),
            ("bsky.app", ["profile", var n, ..]) => ("bluesky", n),
            _ => ("", null),
        };
        return name is null || Rooms.Contains(name.ToLowerInvariant()) ? null : Observable.Read(ObservableKind.Account, name, network);
    }
}
