using System.Buffers;
using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>How an account writes: what its texts are made of, all together. Made for one account, and thrown away.</summary>
sealed class PostTexts
{
    static readonly SearchValues<string> Leaks = SearchValues.Create(
    [
        "as an ai", "ai language model", "language model", "en tant qu'ia", "en tant qu’ia", "modèle de langage", "i cannot fulfill", "i can't assist", "i cannot assist", "here's a tweet", "here is a tweet", "here are some tweets",
        "voici un tweet", "voici quelques tweets", "sure, here", "sure! here", "bien sûr, voici", "certainly! here", "[insert", "[your ", "[nom", "[lien", "tweet:", "tweet 1",
    ], StringComparison.OrdinalIgnoreCase);

    readonly Dictionary<ulong, int> _hashtags = [];
    readonly HashSet<ulong> _vocabulary = [], _texts = [];
    HashSet<ulong> _words = [], _before = [];
    TextCounts _n;

    public void Add(ReadOnlySpan<char> text)
    {
        var shape = TextShape.Of(text);
        _n.Posts++;
        _n.Add(shape);
        _n.Leaks += text.ContainsAny(Leaks) ? 1 : 0;
        _n.Duplicates += AddWords(text) ? 0 : 1;
        _n.AddMarks(text);
        _n.AddOrder(text);
    }

    public void Fill(Span<float> to)
    {
        to[(int)AccountFeature.PostLength..AccountFeatures.Count].Fill(float.NaN);
        if (_n.Posts > 0)
        {
            _n.Fill(to);
            Span<int> counts = _hashtags.Count <= 128 ? stackalloc int[_hashtags.Count] : new int[_hashtags.Count];
            var at = 0;
            foreach (var count in _hashtags.Values)
            {
                counts[at++] = count;
            }

            to[(int)AccountFeature.HashtagEntropy] = Entropy.Of(counts);
            to[(int)AccountFeature.Vocabulary] = _n.Words == 0 ? float.NaN : _vocabulary.Count / MathF.Sqrt(_n.Words);
        }
    }

    /// <summary>False when the same words, links aside, were written before.</summary>
    bool AddWords(ReadOnlySpan<char> text)
    {
        _words.Clear();
        var (whole, hashtags) = (Fnv.Start, 0);
        foreach (var range in text.SplitAny(" \t\r\n\u00A0\u202F"))
        {
            var word = text[range];
            if (word.IsEmpty || word.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var key = Fnv.Of(word);
            whole = Fnv.Add(whole, key);
            if (word is ['#', _, ..])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_hashtags, key, out _)++;
                hashtags++;
            }
            else if (word[0] != '@')
            {
                var plain = word.Trim(".,;:!?\"'()«»“”’‘…*-_");
                if (!plain.IsEmpty)
                {
                    key = Fnv.Of(plain);
                    _vocabulary.Add(key);
                    _words.Add(key);
                    _n.Words++;
                    _n.Shouted += IsShouted(plain) ? 1 : 0;
                }
            }
        }

        _n.HashtagPosts += hashtags > 0 ? 1 : 0;
        if (_n.Posts > 1 && (_words.Count > 0 || _before.Count > 0))
        {
            var common = 0;
            foreach (var word in _words)
            {
                common += _before.Contains(word) ? 1 : 0;
            }

            _n.Likeness += (double)common / (_words.Count + _before.Count - common);
            _n.Likened++;
        }

        (_words, _before) = (_before, _words);
        return _texts.Add(whole);
    }

    static bool IsShouted(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
            {
                return false;
            }

            letters += char.IsUpper(letter) ? 1 : 0;
        }

        return letters >= 3;
    }
}
