using System.Runtime.InteropServices;
using System.Text;

namespace Beffroi.Detection;

/// <summary>Sums over the texts of an account.</summary>
[StructLayout(LayoutKind.Auto)]
struct TextCounts
{
    public int Posts, Leaks, Duplicates, HashtagPosts, Words, Shouted, Likened;
    public double Likeness;

    int _plainWords, _plainLetters, _letters, _capitals, _digits, _hashtags, _mentions, _links, _emoji;
    int _exclamations, _questions, _ellipses, _commas, _curly, _straight, _stretched, _lines, _finals, _initialCapitals, _initials;
    double _characters, _squares;

    public void Add(in TextShape shape)
    {
        _characters += shape.Characters;
        _squares += (double)shape.Characters * shape.Characters;
        (_letters, _capitals, _digits) = (_letters + shape.Letters, _capitals + shape.Capitals, _digits + shape.Digits);
        (_hashtags, _mentions, _links, _emoji) = (_hashtags + shape.Hashtags, _mentions + shape.Mentions, _links + shape.Links, _emoji + shape.Emoji);
        (_plainWords, _plainLetters) = (_plainWords + shape.PlainWords, _plainLetters + shape.PlainWordLetters);
    }

    /// <summary>Marks of punctuation and letters drawn out.</summary>
    public void AddMarks(ReadOnlySpan<char> text)
    {
        var (last, run, dots) = ('\0', 1, 0);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '!': _exclamations++; break;
                case '?': _questions++; break;
                case ',': _commas++; break;
                case '…': _ellipses++; break;
                case '\n': _lines++; break;
                case '\'' or '"': _straight++; break;
                case '’' or '‘' or '“' or '”' or '«' or '»': _curly++; break;
                default: break;
            }

            dots = letter == '.' ? dots + 1 : 0;
            _ellipses += dots == 3 ? 1 : 0;
            run = letter == last && char.IsLetter(letter) ? run + 1 : 1;
            _stretched += run == 3 ? 1 : 0;
            last = letter;
        }
    }

    /// <summary>How the text begins and ends, mentions, links and hashtags aside.</summary>
    public void AddOrder(ReadOnlySpan<char> text)
    {
        var (first, last) = (true, '\0');
        foreach (var range in text.SplitAny(" \t\r\n"))
        {
            var word = text[range];
            if (word.IsEmpty || word[0] is '@' or '#' || word.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (first && char.IsLetter(word[0]))
            {
                (_initials, _initialCapitals, first) = (_initials + 1, _initialCapitals + (char.IsUpper(word[0]) ? 1 : 0), false);
            }

            last = word[^1];
        }

        _finals += last is '.' or '!' or '?' or '…' ? 1 : 0;
    }

    public readonly void Fill(Span<float> to)
    {
        var mean = _characters / Posts;
        Set(to, AccountFeature.PostLength, (float)mean);
        Set(to, AccountFeature.PostLengthVariation, mean > 0 ? (float)(Math.Sqrt(Math.Max(0, (_squares / Posts) - (mean * mean))) / mean) : float.NaN);
        Set(to, AccountFeature.WordLength, Share(_plainLetters, _plainWords));
        Set(to, AccountFeature.Hashtags, Share(_hashtags, Posts));
        Set(to, AccountFeature.HashtagPosts, Share(HashtagPosts, Posts));
        Set(to, AccountFeature.Mentions, Share(_mentions, Posts));
        Set(to, AccountFeature.Links, Share(_links, Posts));
        Set(to, AccountFeature.Emoji, Share(_emoji, Posts));
        Set(to, AccountFeature.Exclamations, Share(_exclamations, Posts));
        Set(to, AccountFeature.Questions, Share(_questions, Posts));
        Set(to, AccountFeature.FinalPunctuation, Share(_finals, Posts));
        Set(to, AccountFeature.Ellipses, Share(_ellipses, Posts));
        Set(to, AccountFeature.Commas, Share(_commas, Words));
        Set(to, AccountFeature.CurlyQuotes, Share(_curly, _curly + _straight));
        Set(to, AccountFeature.Capitals, Share(_capitals, _letters));
        Set(to, AccountFeature.InitialCapitals, Share(_initialCapitals, _initials));
        Set(to, AccountFeature.ShoutedWords, Share(Shouted, Words));
        Set(to, AccountFeature.StretchedLetters, Share(_stretched, Posts));
        Set(to, AccountFeature.LineBreaks, Share(_lines, Posts));
        Set(to, AccountFeature.Digits, _characters > 0 ? (float)(_digits / _characters) : float.NaN);
        Set(to, AccountFeature.Duplicates, Share(Duplicates, Posts));
        Set(to, AccountFeature.OwnLikeness, Likened > 0 ? (float)(Likeness / Likened) : float.NaN);
        Set(to, AccountFeature.PromptLeaks, Share(Leaks, Posts));
    }

    static float Share(int part, int whole) => whole == 0 ? float.NaN : (float)part / whole;

    static void Set(Span<float> to, AccountFeature feature, float value) => to[(int)feature] = value;
}
