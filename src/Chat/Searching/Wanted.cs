using Beffroi.Kit;

namespace Beffroi.Chat.Searching;

/// <summary>One word that is looked for.</summary>
/// <param name="Forms">What stands for it in the index: itself and its stems.</param>
/// <param name="Unfinished">Words that begin with it are found too.</param>
public sealed record WantedWord(string Folded, IReadOnlyList<string> Forms, bool Unfinished)
{
    public bool Meets(string folded) => Forms.Contains(folded, StringComparer.Ordinal)
        || (Unfinished && folded.StartsWith(Folded, StringComparison.Ordinal))
        || Langs.All.Any(l => Forms.Contains(MessageWords.Stem(folded, l), StringComparer.Ordinal));
}

/// <summary>All the words of a question: each is wanted. The last may be unfinished.</summary>
public sealed record Wanted(IReadOnlyList<WantedWord> Words)
{
    /// <summary>Nobody looks for more; what is longer was pasted.</summary>
    public const int MostWords = 12;

    const int MostCharacters = 500;

    /// <summary>Null when nothing is looked for.</summary>
    public static Wanted? Read(string? text)
    {
        text = text is { Length: > MostCharacters } ? text[..MostCharacters] : text ?? "";
        var all = MessageWords.In(text).Where(w => w.Folded.Length > 0).ToList();
        var telling = all.Where(w => MessageWords.Says(w.Folded)).ToList();
        // Words of grammar alone, or a letter: perhaps the beginning of a word.
        var kept = telling.Count > 0 ? telling : [.. all.TakeLast(1)];
        var words = kept.Take(MostWords).DistinctBy(w => w.Folded, StringComparer.Ordinal).Select(w => new WantedWord(
            w.Folded, [.. Langs.All.Select(l => MessageWords.Stem(w.Folded, l)).Prepend(w.Folded).Distinct(StringComparer.Ordinal)], w.End == text.Length)).ToList();
        return words.Count == 0 ? null : new(words);
    }

    /// <summary>A few words around the first that was found: those found are marked.</summary>
    public IReadOnlyList<(string Text, bool Found)> Around(string text)
    {
        var met = MessageWords.In(text).Where(w => Words.Any(x => x.Meets(w.Folded))).ToList();
        var from = met.Count == 0 ? 0 : Math.Max(0, met[0].Start - Before);
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]) && met[0].Start - from < 2 * Before)
        {
            from--;
        }

        var to = Math.Min(text.Length, from + Length);
        while (to < text.Length && !char.IsWhiteSpace(text[to]) && to - from < Length + Before)
        {
            to++;
        }

        var pieces = new List<(string, bool)>();
        var at = from;
        foreach (var word in met.Where(w => w.Start >= from && w.End <= to))
        {
            pieces.Add((text[at..word.Start], false));
            pieces.Add((text[word.Start..word.End], true));
            at = word.End;
        }

        pieces.Add((text[at..to], false));
        return [(from > 0 ? "… " : "", false), .. pieces.Where(p => p.Item1.Length > 0), (to < text.Length ? " …" : "", false)];
    }

    const int Before = 60;
    const int Length = 240;
}
