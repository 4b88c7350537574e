using System.Globalization;
using System.Text;

namespace Beffroi.Detection;

/// <summary>One writing for the many of a web address: two posts that lead to the same page then share the same object.</summary>
public static class CanonicalUrl
{
    static readonly HashSet<string> Tracking = new(StringComparer.Ordinal)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "li_fat_id",
        "_ga", "_gl", "_hsenc", "_hsmi", "ref_src", "ref_url", "xtor", "xtref", "xts", "cmpid", "ncid", "wt_mc", "wt.mc_id", "s_cid", "__twitter_impression", "amp", "spref", "oc",
        "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "vero_id", "oly_anon_id", "oly_enc_id", "trk", "trkcampaign", "rss_id", "sr_share", "soc_src", "soc_trk",
    };

    static readonly string[] TrackingStarts = ["utm_", "at_", "pk_", "mtm_", "hsa_", "ns_", "piwik_", "stm_", "__cft__", "__tn__"];

    static readonly string[] Faces = ["www.", "m.", "mobile.", "amp."];

    /// <summary>The address written in one way: https, host in lower case and in ASCII without www., m., mobile. or amp., without user, usual port, tracking parameter,
    /// fragment (but #!) nor last slash; parameters sorted; percent-encoding normalised (RFC 3986, section 6.2.2); a video of YouTube by its identifier; x.com as
    /// twitter.com. Short addresses (t.co, bit.ly) stay as they are: only their owner knows where they lead. Applied twice it changes nothing more.</summary>
    /// <returns>Null for what is not a web address, an empty text to begin with.</returns>
    public static string? Of(string? address)
    {
        var text = (address ?? "").Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || !text.AsSpan(0, scheme).ToString().All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
        {
            scheme = -3;
        }
        else if (!(text[..scheme].Equals("http", StringComparison.OrdinalIgnoreCase) || text[..scheme].Equals("https", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var rest = text.AsSpan(scheme + 3);
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? [] : rest[end..];
        if ((scheme < 0 && host.Contains('@')) || Host(host[(host.LastIndexOf('@') + 1)..]) is not { } name)
        {
            return null;
        }

        var hash = tail.IndexOf('#');
        var fragment = hash >= 0 && tail[hash..].StartsWith("#!", StringComparison.Ordinal) ? Encoded(tail[hash..], keepHash: true) : "";
        var before = hash < 0 ? tail : tail[..hash];
        var mark = before.IndexOf('?');
        var path = Path(mark < 0 ? before : before[..mark]);
        List<string> parameters = mark < 0 ? [] : Parameters(before[(mark + 1)..]);
        (path, parameters) = Known(ref name, path, parameters);
        return "https://" + name + path + (parameters.Count == 0 ? "" : "?" + string.Join('&', parameters)) + fragment;
    }

    static string? Host(ReadOnlySpan<char> text)
    {
        var colon = text.LastIndexOf(':');
        var port = "";
        if (colon >= 0 && colon > text.IndexOf(']'))
        {
            var digits = text[(colon + 1)..];
            if (digits.Length > 0 && (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 65535))
            {
                return null;
            }

            var value = digits.Length == 0 ? 80 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            port = value is 80 or 443 ? "" : ":" + value.ToString(CultureInfo.InvariantCulture);
            text = text[..colon];
        }

        var host = Ascii(text.TrimEnd('.').ToString());
        if (host is null || !(host.StartsWith('[') ? host.Length > 2 && host.EndsWith(']') && host[1..^1].All(c => char.IsAsciiHexDigit(c) || c is ':' or '.')
            : host.Contains('.', StringComparison.Ordinal) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') && host.Split('.').All(l => l.Length is > 0 and < 64 && l[0] is not '-' && l.Any(char.IsAsciiLetterOrDigit))))
        {
            return null;
        }

        while (Faces.FirstOrDefault(f => host.StartsWith(f, StringComparison.Ordinal) && host.AsSpan(f.Length).Contains('.')) is { } face)
        {
            host = host[face.Length..];
        }

        return host + port;
    }

    static string? Ascii(string host)
    {
        if (host.All(char.IsAscii))
        {
            return host.Length == 0 ? null : host.ToLowerInvariant();
        }

        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(host.ToLowerInvariant()).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Percent-encoding first, then dots, then the slashes of the end.
    static string Path(ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        foreach (var part in Encoded(text).Split('/').Skip(1))
        {
            if (part is "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part is not ".")
            {
                parts.Add(part);
            }
        }

        var end = parts.FindLastIndex(p => p.Length > 0) + 1;
        return string.Concat(parts.Take(end).Select(p => "/" + p));
    }

    static List<string> Parameters(ReadOnlySpan<char> text) =>
        [.. text.ToString().Split('&').Select(p => Encoded(p)).Where(p => p.Trim('=').Length > 0 && !Tracks(p)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static bool Tracks(string parameter)
    {
        var name = parameter.Split('=')[0].ToLowerInvariant();
        return Tracking.Contains(name) || TrackingStarts.Any(s => name.StartsWith(s, StringComparison.Ordinal));
    }

    static (string, List<string>) Known(ref string host, string path, List<string> parameters)
    {
        host = host is "x.com" ? "twitter.com" : host;
        string[] parts = path.Split('/');
        if (host is "youtu.be" && parts.Length > 1 && parts[1].Split('&')[0] is { Length: > 0 } code)
        {
            host = "youtube.com";
            return ("/watch", ["v=" + code]);
        }

        if (host is "youtube.com" or "music.youtube.com" or "youtube-nocookie.com")
        {
            var video = parts is [_, "embed" or "shorts" or "live" or "v", var id] && id.Split('&')[0].Length > 0 ? "v=" + id.Split('&')[0]
                : path is "/watch" ? parameters.Find(p => p.StartsWith("v=", StringComparison.Ordinal) && p.Length > 2) : null;
            if (video is not null)
            {
                host = "youtube.com";
                return ("/watch", [video]);
            }
        }

        // A post is its number, whatever was added to share it.
        return host is "twitter.com" && parts is [_, { Length: > 0 }, "status" or "statuses", { Length: > 0 }, ..] ? ($"/{parts[1].ToLowerInvariant()}/status/{parts[3]}", []) : (path, parameters);
    }

    // RFC 3986: unreserved signs are bare, hexadecimal digits in capitals, what is not allowed is encoded in UTF-8; a lone % is a %25.
    static string Encoded(ReadOnlySpan<char> text, bool keepHash = false)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                var value = byte.Parse(text.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                Append(result, value, bare: Unreserved((char)value));
                at += 3;
                continue;
            }

            if (char.IsAscii(c))
            {
                Append(result, (byte)c, bare: Unreserved(c) || "!$&'()*+,;=:@/?".Contains(c, StringComparison.Ordinal) || (keepHash && c == '#'));
                at++;
                continue;
            }

            Rune.DecodeFromUtf16(text[at..], out var rune, out var used);
            at += used;
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                Append(result, b, bare: false);
            }
        }

        return result.ToString();
    }

    static void Append(StringBuilder result, byte value, bool bare) =>
        _ = bare ? result.Append((char)value) : result.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));

    static bool Unreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
