namespace Beffroi.Chat.Cases;

/// <summary>Addresses that lead to one page on the large networks. Facts of these sites, read in November 2026.</summary>
static class SamePage
{
    /// <summary>Where the first word of the path is an account, and capitals do not tell accounts apart.</summary>
    static readonly HashSet<string> Lower = new(StringComparer.Ordinal) { "x.com", "instagram.com", "tiktok.com", "t.me", "facebook.com", "threads.net", "threads.com", "vk.com" };

    public static (string Host, string Path, string Query) Of(string host, string path, string query)
    {
        var page = Page(host, path, query);
        return Lower.Contains(page.Host) ? page with { Path = LowerFirst(page.Path) } : page;
    }

    static string LowerFirst(string path)
    {
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        // Escapes keep their capitals, and the numbers of private groups (t.me/+AbC) are no names.
        return path.Length > 1 && path[1] is not '+' && !path.Contains('%', StringComparison.Ordinal)
            ? end < 0 ? path.ToLowerInvariant() : path[..end].ToLowerInvariant() + path[end..]
            : path;
    }

    static (string Host, string Path, string Query) Page(string host, string path, string query) => host switch
    {
        "twitter.com" or "nitter.net" or "fxtwitter.com" or "vxtwitter.com" => ("x.com", path, Without(query, "s", "t", "lang")),
        "x.com" => (host, path, Without(query, "s", "t", "lang")),
        "youtu.be" when IsVideo(path[1..]) => ("youtube.com", "/watch", With(Without(query, "si", "t"), "v", path[1..])),
        "youtube.com" or "music.youtube.com" or "youtube-nocookie.com" => Video(path, Without(query, "si", "t", "pp", "ab_channel", "list", "index", "start_radio")),
        "mbasic.facebook.com" or "web.facebook.com" or "touch.facebook.com" or "fr-fr.facebook.com" or "en-gb.facebook.com" or "fb.com" => ("facebook.com", path, query),
        "old.reddit.com" or "new.reddit.com" or "np.reddit.com" or "i.reddit.com" => ("reddit.com", path, query),
        "telegram.me" or "t.me" or "telegram.dog" => ("t.me", path.StartsWith("/s/", StringComparison.Ordinal) ? path[2..] : path, Without(query, "single")),
        "instagram.com" => (host, path, Without(query, "img_index", "hl")),
        "tiktok.com" => (host, path, Without(query, "lang", "_r", "_t", "is_from_webapp", "sender_device", "web_id", "is_copy_url")),
        _ => (host, path, query),
    };

    static (string, string, string) Video(string path, string query) => path.Split('/') switch
    {
        ["", "shorts" or "live" or "embed" or "v", var id] when IsVideo(id) => ("youtube.com", "/watch", With(query, "v", id)),
        _ => ("youtube.com", path, query),
    };

    static bool IsVideo(string id) => id.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    static string Without(string query, params ReadOnlySpan<string> names)
    {
        var kept = new List<string>();
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!names.Contains(part.Split('=', 2)[0]))
            {
                kept.Add(part);
            }
        }

        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    static string With(string query, string name, string value)
    {
        var parts = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith(name + "=", StringComparison.Ordinal))
            .Append($"{name}={value}")
            .OrderBy(p => p.Split('=', 2)[0], StringComparer.Ordinal);
        return "?" + string.Join('&', parts);
    }
}
