using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>A defined term, where its definition is, and what it means in a sentence.</summary>
public sealed record DefinedTerm(string Words, string Key, string Summary);

/// <param name="Start">In the text.</param>
public sealed record FoundTerm(int Start, int Length, DefinedTerm Term);

/// <summary>The defined terms of a language, found in any text whatever their case and plural.</summary>
public sealed class Glossary
{
    /// <summary>Between two words of a term: a space, a hyphen, an apostrophe, but not the end of a sentence.</summary>
    const int GapMaxLength = 1;

    /// <summary>Shorter words keep their last letter: "cas" is not the plural of "ca".</summary>
    const int PluralMinLength = 4;

    public static readonly Glossary Empty = new([]);

    readonly Dictionary<string, List<(string[] Words, DefinedTerm Term)>> _byFirstWord = new(StringComparer.Ordinal);

    public Glossary(IEnumerable<DefinedTerm> terms)
    {
        foreach (var term in terms)
        {
            var words = Words(term.Words).Select(w => Fold(term.Words.AsSpan(w.Start, w.Length))).ToArray();
            if (words.Length > 0)
            {
                (_byFirstWord.TryGetValue(words[0], out var known) ? known : _byFirstWord[words[0]] = []).Add((words, term));
            }
        }

        // The longest term wins: "compte automatisé" before "compte".
        foreach (var known in _byFirstWord.Values)
        {
            known.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    /// <summary>The titles and synonyms of all definitions.</summary>
    public static async Task<Glossary> Of(EncyclopediaDb db, Lang language, CancellationToken ct)
    {
        var definitions = await db.Entries.AsNoTracking().Where(e => e.Type == EntryType.Definition)
            .OrderBy(e => e.Key)
            .SelectMany(e => e.Words.Where(w => w.Language == language), (e, w) => new { e.Key, e.OriginName, w.Title, w.Summary, w.Synonyms })
            .ToListAsync(ct);
        return new(definitions.SelectMany(d => d.Synonyms.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            // What was taken from elsewhere has titles of everyday words: only its identifier leads to it.
            .Concat(d.OriginName is null ? [d.Title] : []).Select(words => new DefinedTerm(words, d.Key, d.Summary))));
    }

    /// <summary>From left to right, without overlap; of each definition the first place only, and none of those already linked, which grow.</summary>
    public IReadOnlyList<FoundTerm> FindIn(string text, ISet<string> linked)
    {
        var found = new List<FoundTerm>();
        if (_byFirstWord.Count == 0)
        {
            return found;
        }

        var words = Words(text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (TermAt(text, words, i, linked) is var (term, count) && term is not null)
            {
                var last = words[i + count - 1];
                found.Add(new(words[i].Start, last.Start + last.Length - words[i].Start, term));
                linked.Add(term.Key);
                i += count - 1;
            }
        }

        return found;
    }

    (DefinedTerm? Term, int Count) TermAt(string text, List<(int Start, int Length)> words, int at, ISet<string> linked)
    {
        if (!_byFirstWord.TryGetValue(Fold(text.AsSpan(words[at].Start, words[at].Length)), out var known))
        {
            return default;
        }

        foreach (var (expected, term) in known)
        {
            if (!linked.Contains(term.Key) && Follows(text, words, at, expected) && (!IsAcronym(term.Words) || Says(text, words[at], term.Words)))
            {
                return (term, expected.Length);
            }
        }

        return default;
    }

    static bool Follows(string text, List<(int Start, int Length)> words, int at, string[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (at + i >= words.Count || (i > 0 && words[at + i].Start - words[at + i - 1].Start - words[at + i - 1].Length > GapMaxLength)
                || (i > 0 && text[words[at + i].Start - 1] is '.' or ',' or ';' or ':' or '!' or '?')
                || !string.Equals(Fold(text.AsSpan(words[at + i].Start, words[at + i].Length)), expected[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // "WHO" is not "who".
    static bool IsAcronym(string words) => words.Length <= 6 && words.All(char.IsUpper);

    static bool Says(string text, (int Start, int Length) word, string acronym) => text.AsSpan(word.Start, word.Length).StartsWith(acronym, StringComparison.Ordinal);

    static string Fold(ReadOnlySpan<char> word)
    {
        var singular = word.Length >= PluralMinLength && word[^1] is 's' or 'S' or 'x' or 'X' ? word[..^1] : word;
        return singular.ToString().ToLowerInvariant();
    }

    static IEnumerable<(int Start, int Length)> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            yield return (start, i - start);
        }
    }
}
