using Beffroi.Encyclopedia.Search.Folding;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Search;

/// <summary>One word that is looked for.</summary>
/// <param name="Typed">As typed, in lower case.</param>
/// <param name="Forms">What stands for it in the index: itself and its stems.</param>
/// <param name="Unfinished">Words that begin with it are found too.</param>
public sealed record WantedWord(string Typed, string Folded, IReadOnlyList<string> Forms, bool Unfinished)
{
    public static WantedWord Of(string typed, string folded, bool unfinished) =>
        new(typed, folded, [.. Langs.All.Select(l => Stem.Of(folded, l)).Prepend(folded).Distinct(StringComparer.Ordinal)], unfinished);

    /// <summary>Whether a term of the index stands for it.</summary>
    public bool Is(string term)
    {
        // Asked of each word of a thousand titles: no enumerator.
        for (var at = 0; at < Forms.Count; at++)
        {
            if (string.Equals(Forms[at], term, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of a text in this language is one of those looked for.</summary>
    public bool Meets(string folded, Lang language) =>
        Is(folded) || Is(Stem.Of(folded, language)) || (Unfinished && folded.StartsWith(Folded, StringComparison.Ordinal));
}

/// <summary>All the words of a query.</summary>
/// <param name="Any">One of them is enough.</param>
public sealed record Wanted(IReadOnlyList<WantedWord> Words, bool Any = false)
{
    /// <summary>Nobody looks for more; what is longer was pasted.</summary>
    public const int MostWords = 12;

    const int MostCharacters = 500;

    /// <summary>Null when nothing is looked for.</summary>
    public static Wanted? Read(string text)
    {
        text = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var tokens = Token.Of(text).ToList();
        var telling = tokens.Where(t => Terms.Says(t.Folded)).ToList();
        // Only words of grammar, or a letter: perhaps the beginning of a word.
        var kept = telling.Count > 0 ? telling : [.. tokens.TakeLast(1)];
        var words = kept.Take(MostWords).Select(t => WantedWord.Of(text.Substring(t.Start, t.Length).ToLowerInvariant(), t.Folded, unfinished: t.End == text.Length)).DistinctBy(w => w.Folded, StringComparer.Ordinal).ToList();
        return words.Count == 0 ? null : new(words);
    }

    /// <summary>The first two letters of each: a stem keeps them.</summary>
    public IReadOnlyList<string> Beginnings { get; } = [.. Words.Select(w => w.Folded[..Math.Min(w.Folded.Length, 2)]).Distinct(StringComparer.Ordinal)];

    public string Typed => string.Join(' ', Words.Select(w => w.Typed));
}
