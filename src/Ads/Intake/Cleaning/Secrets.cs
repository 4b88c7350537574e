using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Beffroi.Ads.Intake;

/// <summary>
/// Keys that give access to somebody's account, in texts and addresses. The address of an ad that a platform's interface gives
/// holds the key of whoever asked: it is never kept, however it is written.
/// </summary>
static partial class Secrets
{
    /// <summary>Addresses are written in one another, each time with one more layer of percent signs.</summary>
    const int MostLayers = 8;

    /// <summary>What a text becomes without its keys; the rest of it stays.</summary>
    public static string Stripped(string text)
    {
        if (!Holds(text))
        {
            return text;
        }

        var stripped = Keys().Replace(Pairs().Replace(text, ""), "");
        // Written so that only a program reads it: the whole word goes.
        return Holds(stripped) ? Words().Replace(stripped, word => Holds(word.Value) ? "" : word.Value) : stripped;
    }

    public static bool Holds(string text)
    {
        var layer = Seen(text);
        for (var i = 0; i < MostLayers; i++)
        {
            if (Names().IsMatch(layer) || Keys().IsMatch(layer))
            {
                return true;
            }

            var under = Seen(Decoded(layer));
            if (string.Equals(under, layer, StringComparison.Ordinal))
            {
                return false;
            }

            layer = under;
        }

        // No honest address is wrapped that deep.
        return true;
    }

    public static string Decoded(string text)
    {
        var decoded = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        decoded = decoded.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(decoded) : decoded;
        return decoded.Contains("\\u00", StringComparison.OrdinalIgnoreCase) ? Escapes().Replace(decoded, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString()) : decoded;
    }

    // Signs without width inside a name hide it from a program that reads, not from one that runs.
    static string Seen(string text) => text.Any(IsUnseen) ? string.Concat(text.Where(c => !IsUnseen(c))) : text;

    static bool IsUnseen(char c) => c > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format || c is '\u00AD';

    const RegexOptions Way = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"access[_\-. ]?token|client[_\-]?secret|app[_\-]?secret|fb_?exchange_?token|id_?token\s*[=:]|refresh[_\-]?token|api[_\-]?key\s*[=:]|j?session[_\-]?(key|id)\s*[=:]|\b(jwt|pwd|oauth\w*)\s*[=:]", Way, 1000)]
    private static partial Regex Names();

    // Keys of Meta begin like this, or with the number of an application; then come signed tokens, and what is sent after these words.
    [GeneratedRegex(@"EAA[0-9A-Za-z]{30,}|\b[0-9]{10,20}\|[0-9A-Za-z_\-]{20,}|\beyJ[0-9A-Za-z_\-]{8,}\.[0-9A-Za-z_\-]{8,}(\.[0-9A-Za-z_\-]*)?|\b[Bb]earer\s+[0-9A-Za-z._~+/\-]{16,}=*|\b[Kk]ey=[0-9A-Za-z_\-]{16,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"[?&;#]?\b(access[_\-. ]?token|client[_\-]?secret|app[_\-]?secret|fb_?exchange_?token|id_?token|refresh[_\-]?token|api[_\-]?key|j?session[_\-]?(key|id)|jwt|pwd|oauth\w*)\s*(=|:|%(25)*3D|%(25)*3A)\s*[^\s&;#""'<>]*", Way, 1000)]
    private static partial Regex Pairs();

    [GeneratedRegex(@"\S+", Way, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\\u(?<code>00[0-9a-f]{2})", Way, 1000)]
    private static partial Regex Escapes();
}
