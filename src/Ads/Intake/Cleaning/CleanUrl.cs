namespace Beffroi.Ads.Intake;

/// <summary>Addresses as they are kept: where one is led, without what gives access nor what follows a person.</summary>
static class CleanUrl
{
    /// <summary>Addresses inside addresses.</summary>
    const int MostNested = 4;

    static readonly string[] Followers =
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "ttclid", "twclid", "li_fat_id", "igshid", "igsh", "yclid", "mc_eid", "mc_cid",
        "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id", "s_cid", "scid", "sccid", "epik", "irclickid", "rdt_cid", "wickedid", "_ga", "_gl",
        "__tn__", "__xts__", "__cft__", "refid", "h", "hash", "sig", "signature", "auth", "code", "state", "sid", "jsessionid", "phpsessid", "nonce", "key", "jwt", "pwd", "bearer", "oauth", "apikey", "email", "mail", "phone", "tel",
    ];

    static readonly string[] Families = ["utm_", "hsa_", "fb_", "mtm_", "pk_", "matomo_", "__cft__", "__xts__", "stm_", "trk_", "vero_", "ns_", "ga_", "at_", "xtor"];

    /// <summary>Null: it is no address of the web, or nothing safe is left of it.</summary>
    public static string? Of(string? text) => Of(text, 0);

    static string? Of(string? text, int depth)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 4 * Ad.UrlMaxLength || depth > MostNested)
        {
            return null;
        }

        var written = text.Trim();
        if (!written.Contains("://", StringComparison.Ordinal) && written.Contains('.', StringComparison.Ordinal) && !written.Contains(' ', StringComparison.Ordinal) && !written.Contains(':', StringComparison.Ordinal))
        {
            written = "https://" + written;
        }

        if (!Uri.TryCreate(written, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.HostNameType is not UriHostNameType.Dns || !uri.Host.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        if (Wrapped(uri) is { } inside)
        {
            return Of(inside, depth + 1);
        }

        // Neither a name nor a password before the host.
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var clean = $"{uri.Scheme}://{uri.IdnHost}{port}{Path(uri.AbsolutePath)}{Query(uri.Query, depth)}{Fragment(uri.Fragment)}";
        return clean.Length > Ad.UrlMaxLength || Secrets.Holds(clean) ? null : clean;
    }

    // The platform's own door to elsewhere, which counts who goes through.
    static string? Wrapped(Uri uri) =>
        uri.AbsolutePath is "/l.php" or "/flx/warn/" or "/url" or "/redirect" && (IsOf(uri, "facebook.com") || IsOf(uri, "instagram.com") || IsOf(uri, "google.com") || IsOf(uri, "youtube.com"))
            ? Pairs(uri.Query).Where(p => p.Name is "u" or "url" or "q").Select(p => Uri.UnescapeDataString(p.Value.Replace('+', ' '))).FirstOrDefault(v => v.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            : null;

    public static bool IsOf(Uri uri, string domain) => string.Equals(uri.Host, domain, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    // What follows a semicolon is a parameter too: of a session, most often.
    static string Path(string path) => path.Contains(';', StringComparison.Ordinal) ? string.Join('/', path.Split('/').Select(part => part.Split(';')[0])) : path;

    static string Query(string query, int depth)
    {
        var kept = new List<string>();
        foreach (var (name, value) in Pairs(query))
        {
            if (Follows(name) || Secrets.Holds(name) || Secrets.Holds(value))
            {
                continue;
            }

            var whole = Whole(Uri.UnescapeDataString(value));
            if (whole.Contains("://", StringComparison.Ordinal))
            {
                if (Of(whole, depth + 1) is { } nested)
                {
                    kept.Add($"{name}={Uri.EscapeDataString(nested)}");
                }

                continue;
            }

            kept.Add(value.Length == 0 ? name : $"{name}={value}");
        }

        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    // Down to the address itself, however often it was wrapped.
    static string Whole(string text)
    {
        for (var i = 0; i < MostNested && !text.Contains("://", StringComparison.Ordinal); i++)
        {
            text = Secrets.Decoded(text);
        }

        return text;
    }

    static bool Follows(string name)
    {
        var plain = Uri.UnescapeDataString(name).ToLowerInvariant();
        return plain.Contains("token", StringComparison.Ordinal) || plain.Contains("secret", StringComparison.Ordinal) || plain.Contains("session", StringComparison.Ordinal) || plain.Contains("password", StringComparison.Ordinal)
            || Followers.Contains(plain, StringComparer.Ordinal) || Families.Any(f => plain.StartsWith(f, StringComparison.Ordinal));
    }

    // A place in a page; anything written like parameters or like a signed token goes.
    static string Fragment(string fragment) =>
        fragment.Length is > 1 and <= 100 && fragment.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? fragment : "";

    static IEnumerable<(string Name, string Value)> Pairs(string query)
    {
        foreach (var part in query.TrimStart('?').Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
        }
    }
}
