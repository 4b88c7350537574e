namespace Beffroi.Encyclopedia.Differences.ByWord;

/// <summary>A text in pieces that make it again when they are put side by side.</summary>
static class Tokens
{
    /// <summary>Lines, each with its end.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            var to = end < 0 ? text.Length : end + 1;
            lines.Add(text[from..to]);
            from = to;
        }

        return lines;
    }

    /// <summary>Words and other signs, each with the spaces that follow: spaces alone are everywhere, and would be taken for one another.</summary>
    /// <param name="withLineEnds">The ends of lines that follow belong to the word too; else each stands by itself.</param>
    public static IReadOnlyList<string> Words(string text, bool withLineEnds = false)
    {
        var words = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var to = from + 1;
            if (IsWord(text[from]))
            {
                while (to < text.Length && IsWord(text[to]))
                {
                    to++;
                }
            }
            else if (char.IsHighSurrogate(text[from]) && to < text.Length && char.IsLowSurrogate(text[to]))
            {
                to++;
            }

            while (to < text.Length && text[from] != '\n' && (IsBlank(text[to]) || (withLineEnds && text[to] == '\n')))
            {
                to++;
            }

            words.Add(text[from..to]);
            from = to;
        }

        return words;
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    static bool IsBlank(char c) => c != '\n' && char.IsWhiteSpace(c);
}
