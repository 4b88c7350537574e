using System.Globalization;
using System.Text;

namespace Beffroi.Encyclopedia.Search.Folding;

/// <summary>A word of a text: where it stands, and what it is without case nor accents.</summary>
public readonly record struct Token(int Start, int Length, string Folded)
{
    /// <summary>What is longer is no word: it is cut, so that an index keeps small.</summary>
    public const int MaxLength = 40;

    public int End => Start + Length;

    /// <summary>Runs of letters and digits. An apostrophe or a hyphen ends a word: « l’information » gives two.</summary>
    /// <param name="beginnings">First letters, in lower case and without accents, of those that matter: others may be left out. Null: all matter.</param>
    public static IEnumerable<Token> Of(string text, IReadOnlyList<string>? beginnings = null)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && IsMark(text[i])));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                if (beginnings is null || MayBegin(text.AsSpan(start, i - start), beginnings))
                {
                    yield return new(start, i - start, Fold(text.AsSpan(start, Math.Min(i - start, MaxLength))));
                }

                start = -1;
            }
        }
    }

    // A letter that is not plain may stand for another: only plain ones tell that a word does not matter.
    static bool MayBegin(ReadOnlySpan<char> word, IReadOnlyList<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (word.Length >= beginning.Length && word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return word[..Math.Min(word.Length, 3)].ContainsAnyExceptInRange('\0', '\u007F');
    }

    // An accent typed after its letter belongs to the word.
    static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower.ContainsAnyExceptInRange('\0', '\u007F') ? Bare(lower) : new(lower);
    }

    static string Bare(ReadOnlySpan<char> word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in new string(word).Normalize(NormalizationForm.FormD))
        {
            _ = c switch
            {
                'œ' => bare.Append("oe"),
                'æ' => bare.Append("ae"),
                'ß' => bare.Append("ss"),
                'ø' => bare.Append('o'),
                'ł' => bare.Append('l'),
                'đ' => bare.Append('d'),
                _ => IsMark(c) ? bare : bare.Append(c),
            };
        }

        return bare.ToString();
    }
}
