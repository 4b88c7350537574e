using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Beffroi.Chat.Rules.Feeds;

/// <summary>From the bytes of a feed to its characters, and from its mark-up to plain words.</summary>
static partial class FeedText
{
    /// <summary>In the order of RFC 7303 3: the mark at the beginning, what HTTP said, what the document says of itself, UTF-8. Null where that is no known encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var (encoding, skipped) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0x3C, 0x00, ..] => (Encoding.Unicode, 0),
            [0x00, 0x3C, ..] => (Encoding.BigEndianUnicode, 0),
            _ => (Named(charset ?? Declared(bytes)), 0),
        };
        // A sign that XML has not, alone in the middle of a summary, is no reason to lose a feed.
        return encoding is null ? null : string.Concat(encoding.GetString(bytes[skipped..]).Where(c => c is >= ' ' and < '\uFFFE' or '\n' or '\r' or '\t'));
    }

    static string? Declared(ReadOnlySpan<byte> bytes) =>
        Declaration().Match(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)])) is { Success: true } found ? found.Groups["name"].Value : null;

    static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Encoding.UTF8;
        }

        var trimmed = name.Trim().Trim('"', '\'');
        // As browsers do (WHATWG Encoding): who says Latin-1 or ASCII writes windows-1252.
        var meant = trimmed.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : trimmed;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(meant) ?? Encoding.GetEncoding(meant);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Words without tags, references resolved, spaces made one; null when nothing is left.</summary>
    public static string? Plain(string? markup, int maximum)
    {
        if (markup is null)
        {
            return null;
        }

        var text = new StringBuilder();
        // Far enough to fill what is kept, whatever the tags between.
        var bare = markup.Length > 100_000 ? markup[..100_000] : markup;
        var position = 0;
        while (position < bare.Length)
        {
            var tag = bare.IndexOf('<', position);
            if (tag < 0 || tag + 1 >= bare.Length)
            {
                text.Append(bare, position, bare.Length - position);
                break;
            }

            text.Append(bare, position, tag - position);
            if (!char.IsAsciiLetter(bare[tag + 1]) && bare[tag + 1] is not ('/' or '!' or '?'))
            {
                text.Append('<');
                position = tag + 1;
                continue;
            }

            text.Append(' ');
            position = After(bare, tag);
        }

        var words = string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words.Length <= maximum ? words : words[..(maximum - 1)].TrimEnd() + "…";
    }

    // What stands inside a script or a style is no word.
    static int After(string text, int tag)
    {
        foreach (var hidden in (ReadOnlySpan<string>)["script", "style"])
        {
            if (string.Compare(text, tag + 1, hidden, 0, hidden.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var closing = text.IndexOf("</" + hidden, tag, StringComparison.OrdinalIgnoreCase);
                if (closing < 0)
                {
                    return text.Length;
                }

                tag = closing;
            }
        }

        var end = text.IndexOf('>', tag);
        return end < 0 ? text.Length : end + 1;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?<name>[A-Za-z][A-Za-z0-9._-]*)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
