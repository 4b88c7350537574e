using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Hints;

/// <summary>Reads what an entry says with the eyes of the editorial rules: no private person, a reason for each criterion, a source, no judgement.</summary>
public static partial class EditorialHints
{
    /// <summary>Of those that only advise; of people, all are given.</summary>
    const int MostAdvice = 40;

    /// <param name="before">What is published already: what it says is not asked about again.</param>
    /// <param name="around">What is said of the proposal and will be public with it.</param>
    public static IReadOnlyList<Hint> Of(EntryContent content, EntryContent? before, params (string Place, string Text)[] around)
    {
        var said = before is null ? "" : string.Join('\n', Prose(before).Concat(Names(before)).SelectMany(p => Hints.People.Readings(p.Text)));
        var hints = new List<Hint>();
        if (content.Sources.Count == 0)
        {
            hints.Add(new(HintKind.Source, "sources", ""));
        }

        hints.AddRange(content.Criteria.Select((note, i) => (note, i)).Where(c => IsUnjustified(c.note)).Select(c => new Hint(HintKind.Criterion, $"criteria.{c.i}.why", c.note.Criterion.ToString())));
        hints.AddRange(Prose(content).SelectMany(p => Judgements().Matches(p.Text).Select(m => m.Value).Where(word => !said.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => new Hint(HintKind.Judgement, p.Place, word))));
        var people = Prose(content).Concat(Names(content)).Concat(around).SelectMany(p => People(p.Place, p.Text)).Where(h => !said.Contains(h.Words, StringComparison.Ordinal));
        return [.. hints.DistinctBy(h => (h.Kind, h.Key)).Take(MostAdvice), .. people.DistinctBy(h => h.Key, StringComparer.Ordinal)];
    }

    /// <summary>The likely persons that a text names.</summary>
    public static IEnumerable<Hint> People(string place, string text) => Hints.People.In(text).Select(name => new Hint(HintKind.Person, place, name));

    /// <summary>Short texts where a name may stand, and no judgement.</summary>
    static IEnumerable<(string Place, string Text)> Names(EntryContent content)
    {
        foreach (var language in Langs.All)
        {
            foreach (var synonym in content.Texts[language]?.Synonyms ?? [])
            {
                yield return ($"texts.{language.Code()}.synonyms", synonym);
            }
        }

        foreach (var (source, i) in content.Sources.Select((source, i) => (source, i)))
        {
            yield return ($"sources.{i}.title", source.Title);
            yield return ($"sources.{i}.publisher", source.Publisher ?? "");
        }

        foreach (var (note, i) in content.Reliability.Select((note, i) => (note, i)))
        {
            yield return ($"reliability.{i}.by", note.By);
        }
    }

    static bool IsUnjustified(CriterionNote note)
    {
        var why = note.Why.In(Lang.French);
        return why.Count(char.IsLetter) < 15 || Obvious().IsMatch(why) || Obvious().IsMatch(note.Why.In(Lang.English));
    }

    static IEnumerable<(string Place, string Text)> Prose(EntryContent content)
    {
        foreach (var language in Langs.All)
        {
            if (content.Texts[language] is not { } text)
            {
                continue;
            }

            var at = $"texts.{language.Code()}.";
            yield return (at + "title", text.Title);
            yield return (at + "summary", text.Summary);
            foreach (var (name, words) in text.Fields)
            {
                yield return ($"{at}fields.{name}", words);
            }
        }

        foreach (var (note, i) in content.Criteria.Select((note, i) => (note, i)))
        {
            yield return ($"criteria.{i}.why", Both(note.Why));
        }

        foreach (var (step, i) in content.Steps.Select((step, i) => (step, i)))
        {
            yield return ($"steps.{i}.act", Both(step.Act) + "\n" + Both(step.Expected));
        }

        foreach (var (note, i) in content.Reliability.Select((note, i) => (note, i)))
        {
            yield return ($"reliability.{i}.results", string.Join('\n', Both(note.Method), Both(note.Limits), Both(note.Results)));
        }
    }

    static string Both(Wording wording) => $"{wording.Fr}\n{wording.En}";

    [GeneratedRegex(@"\b(?:malheureusement|heureusement|scandaleu(?:x|se|ses)|honteu(?:x|se|ses)|évidemment|bien sûr|clairement|remarquables?|excellente?s?|ridicules?|odieu(?:x|se|ses)|inacceptables?|ignobles?|génia(?:l|le|les|ux)|lamentables?|soi-disant|grotesques?|unfortunately|fortunately|shameful|obviously|of course|clearly|remarkable|excellent|ridiculous|outrageous|unacceptable|disgusting|brilliant|so-called|terrible|awful|amazing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Judgements();

    [GeneratedRegex(@"\b(?:bon sens|common sense|c['’]est évident|va de soi|self-evident|everybody knows|tout le monde sait)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Obvious();
}
