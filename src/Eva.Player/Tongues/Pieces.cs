namespace Beffroi.Eva.Player.Tongues;

/// <summary>A sentence cut at its placeholders, and at the Latin words that stand between its quotation marks: a button's French name inside another language. By hand: regular expressions would travel to every telephone.</summary>
public static class Pieces
{
    public static IEnumerable<string> Of(string text)
    {
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] == '{' ? Placeholder(text, at) : at > 0 && text[at - 1] is '«' or '“' ? Name(text, at) : 0;
            if (length == 0)
            {
                continue;
            }

            if (at > from)
            {
                yield return text[from..at];
            }

            yield return text.Substring(at, length);
            from = at + length;
            at = from - 1;
        }

        if (from < text.Length)
        {
            yield return text[from..];
        }
    }

    /// <summary>Whether a piece is made of Latin words only.</summary>
    public static bool IsQuoted(string piece) => piece.Length > 0 && piece.All(IsLatin);

    // {name}, its braces included; 0 when the brace opens nothing.
    static int Placeholder(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end > at + 1 && end < text.Length && text[end] == '}' ? end + 1 - at : 0;
    }

    // Latin words up to the closing mark; 0 when something else comes before it.
    static int Name(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsLatin(text[end]))
        {
            end++;
        }

        return end > at && end < text.Length && text[end] is '»' or '”' ? end - at : 0;
    }

    static bool IsLatin(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 'À' and <= 'ÿ') or '’' or '\'' or ' ' or '+';
}
