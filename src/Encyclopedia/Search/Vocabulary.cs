using Beffroi.Encyclopedia.Search.Folding;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Search;

/// <summary>The words that the entries are written with: what a mistyped word may have meant.</summary>
public sealed class Vocabulary
{
    /// <summary>Letters of the beginning of a word below which too many words are near.</summary>
    const int LeastBegun = 4;

    sealed class Known(string written)
    {
        /// <summary>With its accents, as it was first met.</summary>
        public string Written { get; } = written;

        public int Count { get; set; }
    }

    readonly Dictionary<string, Known>[] _words = [.. Langs.All.Select(_ => new Dictionary<string, Known>(StringComparer.Ordinal))];
    readonly Dictionary<int, List<(string Folded, uint Letters, Known Known, Lang Language)>> _byLength = [];

    public void Learn(string text, Lang language)
    {
        var words = _words[(int)language];
        foreach (var token in Token.Of(text).Where(t => t.Folded.Length > 2))
        {
            if (!words.TryGetValue(token.Folded, out var known))
            {
                words.Add(token.Folded, known = new(text.Substring(token.Start, token.Length).ToLowerInvariant()));
                if (!_byLength.TryGetValue(token.Folded.Length, out var same))
                {
                    _byLength.Add(token.Folded.Length, same = []);
                }

                same.Add((token.Folded, Letters(token.Folded), known, language));
            }

            known.Count++;
        }
    }

    /// <summary>The words that were perhaps meant; null when none is near, or when nothing is wrong.</summary>
    public Wanted? Correct(Wanted wanted, Lang language)
    {
        var words = wanted.Words.Select(w => Knows(w) ? w : Nearest(w, language)).ToList();
        return words.Contains(null) || words.SequenceEqual(wanted.Words) ? null : wanted with { Words = words! };
    }

    bool Knows(WantedWord word) => _words.Any(words => words.ContainsKey(word.Folded));

    WantedWord? Nearest(WantedWord word, Lang language)
    {
        var (folded, most) = (word.Folded, Spelling.Forgiven(word.Folded.Length));
        var letters = Letters(folded);
        var nearest = Enumerable.Range(folded.Length - most, (2 * most) + 1)
            .SelectMany(length => _byLength.GetValueOrDefault(length, []))
            // A mistake adds one letter and takes one away at most: most words are put aside without a closer look.
            .Where(known => uint.PopCount(known.Letters ^ letters) <= 2 * most)
            .Select(known => (known.Folded, known.Known, known.Language, Distance: Spelling.Distance(folded, known.Folded, most)))
            .Where(known => known.Distance <= most)
            .OrderBy(known => known.Distance)
            .ThenBy(known => known.Folded[0] == folded[0] ? 0 : 1)
            .ThenBy(known => known.Language == language ? 0 : 1)
            .ThenByDescending(known => known.Known.Count)
            .ThenBy(known => known.Folded, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Folded is not null ? WantedWord.Of(nearest.Known.Written, nearest.Folded, word.Unfinished) : word.Unfinished && folded.Length > LeastBegun ? Begun(folded, language) : null;
    }

    // A longer word whose beginning was mistyped: the first letter is nearly always right.
    WantedWord? Begun(string folded, Lang language)
    {
        var nearest = _byLength.Where(same => same.Key > folded.Length)
            .SelectMany(same => same.Value)
            .Where(known => known.Folded[0] == folded[0])
            .Select(known => (known.Folded, known.Known, known.Language, Distance: Spelling.Distance(folded, known.Folded.AsSpan(0, folded.Length), 1)))
            .Where(known => known.Distance <= 1)
            .OrderBy(known => known.Language == language ? 0 : 1)
            .ThenByDescending(known => known.Known.Count)
            .ThenBy(known => known.Folded, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Folded is null ? null : WantedWord.Of(nearest.Known.Written, nearest.Folded, unfinished: true);
    }

    static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + (c % 6));
        }

        return letters;
    }
}
