namespace Beffroi.Chat.Cases;

/// <summary>What addresses carry to follow people and not to find a page. Names are those that the tools document, read in November 2026.</summary>
static class Tracking
{
    /// <summary>By their beginning: Google Analytics, Matomo, HubSpot, Meta, Piano.</summary>
    static readonly string[] Beginnings = ["utm_", "mtm_", "pk_", "hsa_", "fb_action_", "at_"];

    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "ymclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid",
        "_ga", "_gl", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid", "s_cid", "xtor", "ref_src", "ref_url",
        "spm", "scid", "srsltid", "__twitter_impression", "amp_js_v", "usqp", "guccounter", "guce_referrer", "guce_referrer_sig", "mibextid", "rcm", "feature",
    };

    /// <summary>The query without them, sorted, with its question mark; empty when nothing is left.</summary>
    public static string Kept(string query)
    {
        var parts = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(WebAddress.Escape)
            .Where(p => !Follows(NameOf(p)))
            .OrderBy(NameOf, StringComparer.Ordinal)
            .ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    static bool Follows(string name) => Names.Contains(name) || Array.Exists(Beginnings, b => name.StartsWith(b, StringComparison.OrdinalIgnoreCase));

    static string NameOf(string part) => part.Split('=', 2)[0];

    /// <summary>Where a redirection of a network says that it leads; null for any other page.</summary>
    public static string? Target(Uri uri)
    {
        var host = uri.Host.ToLowerInvariant();
        var name = (host, uri.AbsolutePath) switch
        {
            ("l.facebook.com" or "lm.facebook.com" or "l.instagram.com", _) => "u",
            ("www.google.com" or "www.google.fr" or "google.com", "/url") => Value(uri.Query, "q") is null ? "url" : "q",
            ("www.youtube.com" or "youtube.com" or "m.youtube.com", "/redirect") => "q",
            ("out.reddit.com", _) => "url",
            ("vk.com" or "m.vk.com", "/away.php") => "to",
            ("www.linkedin.com", "/redir/redirect") => "url",
            ("steamcommunity.com", "/linkfilter/") => "url",
            _ => null,
        };
        return name is not null ? Value(uri.Query, name) : Cached(host, uri);
    }

    /// <summary>Copies of the AMP cache hold the address of the page in their path: /c/s/example.org/page.</summary>
    static string? Cached(string host, Uri uri)
    {
        if (!host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal))
        {
            return null;
        }

        var path = uri.AbsolutePath.Split('/', 4);
        return path switch
        {
            ["", "c" or "v", "s", { Length: > 0 } rest] => "https://" + rest + uri.Query,
            ["", "c" or "v", var site, var rest] => $"http://{site}/{rest}{uri.Query}",
            _ => null,
        };
    }

    internal static string? Value(string query, string name) => query.TrimStart('?').Split('&')
        .Select(p => p.Split('=', 2))
        .Where(p => p.Length == 2 && p[0].Equals(name, StringComparison.Ordinal) && p[1].Length > 0)
        .Select(p => Uri.UnescapeDataString(p[1]))
        .FirstOrDefault();
}
