using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Cases;

/// <summary>
/// One address for one page: https where http would lead to the same place, host as <see cref="DomainName"/> has it, no default port, no name before the host,
/// path and query escaped in one way (RFC 3986, 6.2.2), no tracking parameter, parameters sorted, no fragment, and behind redirections that say where they lead.
/// </summary>
public static class WebAddress
{
    /// <summary>Units.</summary>
    public const int Longest = 2_000;

    const int Redirections = 3;

    const int Passes = 4;

    public static string? Canonical(string text)
    {
        // An escape may hide another one: what is canonical is what no longer changes.
        for (var i = 0; i < Passes; i++)
        {
            var next = Once(text);
            if (next is null || string.Equals(next, text, StringComparison.Ordinal))
            {
                return next;
            }

            text = next;
        }

        return null;
    }

    static string? Once(string text)
    {
        try
        {
            return Followed(text);
        }
        catch (UriFormatException)
        {
            // Some hosts are found wrong only when they are asked for.
            return null;
        }
    }

    static string? Followed(string text)
    {
        text = Refang(text.Trim());
        for (var i = 0; i < Redirections; i++)
        {
            if (Parse(text) is not { } uri)
            {
                return null;
            }

            if (Tracking.Target(uri) is not { } target || Parse(target) is null)
            {
                return Write(uri);
            }

            text = target;
        }

        return Parse(text) is { } last ? Write(last) : null;
    }

    static string Refang(string text)
    {
        text = DomainName.Refang(text);
        if (text.StartsWith("hxxp", StringComparison.OrdinalIgnoreCase))
        {
            text = "http" + text[4..];
        }

        return text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text : text;
    }

    static Uri? Parse(string text) =>
        text.Length <= Longest * 2 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri
            : null;

    static string? Write(Uri uri)
    {
        if (Host(uri) is not { } host)
        {
            return null;
        }

        var scheme = uri.IsDefaultPort ? "https" : uri.Scheme;
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        var path = Escape(uri.AbsolutePath);
        (host, path, var query) = SamePage.Of(host, path, Tracking.Kept(uri.Query));
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        // Pages that are told apart by what follows "#!" only (Google, 2009).
        var fragment = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? Escape(uri.Fragment) : "";
        var written = $"{scheme}://{host}{port}{(path.Length == 0 ? "/" : path)}{query}{fragment}";
        return written.Length <= Longest ? written : null;
    }

    static string? Host(Uri uri) => uri.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => uri.Host,
        UriHostNameType.Dns => DomainName.Ascii(uri.Host) is { } host ? DomainName.Bare(host) : null,
        UriHostNameType.Unknown or UriHostNameType.Basic => null,
    };

    /// <summary>Escapes in capitals, unreserved characters bare, all that is not ASCII escaped.</summary>
    internal static string Escape(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var code = (char)Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                written.Append(char.IsAsciiLetterOrDigit(code) || code is '-' or '.' or '_' or '~' ? code.ToString() : text.Substring(i, 3).ToUpperInvariant());
                i += 2;
            }
            else if (c == '%')
            {
                written.Append("%25");
            }
            else if (char.IsAscii(c) && c is not ('"' or '<' or '>' or '^' or '`' or '{' or '|' or '}'))
            {
                written.Append(c);
            }
            else
            {
                var whole = char.IsHighSurrogate(c) && i + 1 < text.Length ? text.Substring(i++, 2) : c.ToString();
                written.Append(Uri.EscapeDataString(whole));
            }
        }

        return written.ToString();
    }
}
