using Beffroi.Encyclopedia.Search.Folding;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Search;

/// <summary>A few words around what was found.</summary>
static class Snippet
{
    const int Length = 220;
    const int Before = 60;
    const int LongestWord = 40;

    /// <summary>Words marked at most.</summary>
    const int Most = 50;

    /// <summary>From the summary where it holds the words, else from the body; the beginning of the summary when neither does.</summary>
    public static IReadOnlyList<(string Text, bool Found)> Of(string summary, string body, Wanted? wanted, Lang language)
    {
        if (wanted is null)
        {
            return [];
        }

        var (inSummary, said) = Met(summary, wanted, language);
        if (said == wanted.Words.Count)
        {
            return Around(summary, inSummary);
        }

        var (inBody, more) = Met(body, wanted, language);
        return more > said ? Around(body, inBody) : Around(summary, inSummary);
    }

    /// <summary>The words that are met, and how many of those looked for they are. Where all are, what is beyond the snippet is not read.</summary>
    static (List<Token> Met, int Distinct) Met(string text, Wanted wanted, Lang language)
    {
        var (met, seen, distinct) = (new List<Token>(), new bool[wanted.Words.Count], 0);
        foreach (var token in Token.Of(text, wanted.Beginnings))
        {
            if (met.Count == Most || (distinct == seen.Length && token.Start > met[0].Start + Length))
            {
                break;
            }

            var known = false;
            for (var i = 0; i < seen.Length; i++)
            {
                if (wanted.Words[i].Meets(token.Folded, language))
                {
                    known = true;
                    distinct += seen[i] ? 0 : 1;
                    seen[i] = true;
                }
            }

            if (known)
            {
                met.Add(token);
            }
        }

        return (met, distinct);
    }

    static List<(string, bool)> Around(string text, List<Token> met)
    {
        var from = met.Count == 0 ? 0 : WordStart(text, Math.Max(0, met[0].Start - Before));
        var to = WordEnd(text, Math.Min(text.Length, from + Length));
        var pieces = new List<(string, bool)>();
        var at = from;
        void Plain(int until, string before = "", string after = "")
        {
            var words = before + Flat(text[at..until]) + after;
            if (words.Length > 0)
            {
                pieces.Add((words, false));
            }
        }

        var lead = from > 0 ? "… " : "";
        foreach (var token in met.Where(t => t.Start >= from && t.End <= to))
        {
            Plain(token.Start, lead);
            lead = "";
            pieces.Add((text.Substring(token.Start, token.Length), true));
            at = token.End;
        }

        Plain(to, lead, to < text.Length ? " …" : "");
        return pieces;
    }

    static int WordStart(string text, int at)
    {
        for (var least = Math.Max(0, at - LongestWord); at > least && !char.IsWhiteSpace(text[at - 1]);)
        {
            at--;
        }

        return at;
    }

    static int WordEnd(string text, int at)
    {
        for (var most = Math.Min(text.Length, at + LongestWord); at < most && !char.IsWhiteSpace(text[at]);)
        {
            at++;
        }

        return at;
    }

    static string Flat(string text) => text.ReplaceLineEndings(" ");
}
