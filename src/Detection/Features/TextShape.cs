using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Beffroi.Detection;

/// <summary>What a text is made of, counted in one pass. A character is a Unicode scalar value.</summary>
[StructLayout(LayoutKind.Auto)]
struct TextShape
{
    public int Characters, Letters, Capitals, Digits, Spaces, Punctuation, Symbols, Emoji, Words, Links, Mentions, Hashtags;

    /// <summary>Letters of words that are neither links, mentions nor hashtags, and the number of these words.</summary>
    public int PlainWordLetters, PlainWords;

    static readonly Kind[] AsciiKinds = [.. Enumerable.Range(0, 128).Select(c => KindOf(new Rune(c)))];

    enum Kind
    {
        Mark,
        Letter,
        Capital,
        Digit,
        Emoji,
        Punctuation,
        Symbol,
    }

    public static TextShape Of(ReadOnlySpan<char> text)
    {
        var shape = default(TextShape);
        var (wordLetters, plain, inWord) = (0, true, false);
        for (var at = 0; at < text.Length;)
        {
            var (rune, width) = (default(Rune), 1);
            if (char.IsAscii(text[at]))
            {
                rune = new(text[at]);
            }
            else
            {
                Rune.DecodeFromUtf16(text[at..], out rune, out width);
            }

            shape.Characters++;
            if (Rune.IsWhiteSpace(rune))
            {
                shape.Spaces++;
                Close(ref shape);
            }
            else
            {
                if (!inWord)
                {
                    (inWord, plain) = (true, Open(text[at..], ref shape));
                    shape.Words++;
                }

                wordLetters += shape.Count(rune);
            }

            at += width;
        }

        Close(ref shape);
        return shape;

        void Close(ref TextShape shape)
        {
            if (inWord && plain && wordLetters > 0)
            {
                shape.PlainWords++;
                shape.PlainWordLetters += wordLetters;
            }

            (wordLetters, inWord) = (0, false);
        }
    }

    /// <summary>Whether a pictogram, or what joins pictograms.</summary>
    public static bool IsEmoji(Rune rune) => rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x231A and <= 0x23FF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B05 and <= 0x2B55) or 0x203C or 0x2049 or 0x2122 or 0x2139;

    /// <summary>1 for a letter, 0 otherwise.</summary>
    int Count(Rune rune)
    {
        switch (rune.IsAscii ? AsciiKinds[rune.Value] : KindOf(rune))
        {
            case Kind.Capital:
                (Letters, Capitals) = (Letters + 1, Capitals + 1);
                return 1;
            case Kind.Letter:
                Letters++;
                return 1;
            case Kind.Digit:
                Digits++;
                break;
            case Kind.Emoji:
                (Emoji, Symbols) = (Emoji + 1, Symbols + 1);
                break;
            case Kind.Punctuation:
                Punctuation++;
                break;
            case Kind.Symbol:
                Symbols++;
                break;
            case Kind.Mark:
                break;
        }

        return 0;
    }

    static Kind KindOf(Rune rune) =>
        Rune.IsLetter(rune) ? Rune.IsUpper(rune) ? Kind.Capital : Kind.Letter
        : Rune.IsDigit(rune) ? Kind.Digit
        : IsEmoji(rune) ? Kind.Emoji
        : Rune.IsPunctuation(rune) ? Kind.Punctuation
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format ? Kind.Mark
        : Kind.Symbol;

    /// <summary>What a word is by its beginning; false for what is not a plain word.</summary>
    static bool Open(ReadOnlySpan<char> rest, ref TextShape shape)
    {
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            shape.Links++;
            return false;
        }

        if (rest.Length > 1 && char.IsLetterOrDigit(rest[1]))
        {
            shape.Mentions += rest[0] == '@' ? 1 : 0;
            shape.Hashtags += rest[0] == '#' ? 1 : 0;
            return rest[0] is not ('@' or '#');
        }

        return true;
    }
}
