using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Translations;

/// <summary>Which paragraphs of the original changed between two versions of an entry.</summary>
public static partial class ParagraphChanges
{
    /// <summary>Pairs compared at most in a field: beyond it, paragraphs that are the same somewhere in both are the unchanged ones, whatever their order.</summary>
    const long MostPairs = 1_000_000;

    public static IReadOnlyList<ParagraphChange> Between(EntryContent rendered, EntryContent now)
    {
        var (before, after) = (Places(rendered, now.Original), Places(now, now.Original));
        return
        [
            .. after.Keys.Concat(before.Keys).Distinct(StringComparer.Ordinal)
                .SelectMany(place => Of(place, before.GetValueOrDefault(place, ""), after.GetValueOrDefault(place, ""))),
        ];
    }

    /// <summary>Paragraphs stand apart by an empty line. Spaces and line ends inside one do not count.</summary>
    internal static IReadOnlyList<string> Split(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n").SelectMany(p => p.Split("\n \n")).Select(p => Spaces().Replace(p, " ").Trim()).Where(p => p.Length > 0)];

    static Dictionary<string, string> Places(EntryContent content, Lang language)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        if (content.Texts[language] is { } text)
        {
            places["title"] = text.Title;
            places["summary"] = text.Summary;
            foreach (var (name, words) in text.Fields)
            {
                places["fields." + name] = words;
            }
        }

        foreach (var note in content.Criteria)
        {
            places["criteria." + note.Criterion.Name()] = language.Say(note.Why.Fr, note.Why.En) ?? "";
        }

        foreach (var step in content.Steps)
        {
            places["steps." + step.Id] = language.Say(step.Act.Fr, step.Act.En) + "\n\n" + language.Say(step.Expected.Fr, step.Expected.En);
        }

        return places;
    }

    static IEnumerable<ParagraphChange> Of(string place, string before, string after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return [];
        }

        var (old, now) = (Split(before), Split(after));
        var head = 0;
        while (head < old.Count && head < now.Count && string.Equals(old[head], now[head], StringComparison.Ordinal))
        {
            head++;
        }

        var tail = 0;
        while (tail < old.Count - head && tail < now.Count - head && string.Equals(old[^(tail + 1)], now[^(tail + 1)], StringComparison.Ordinal))
        {
            tail++;
        }

        return Inside(place, [.. old.Take(old.Count - tail).Skip(head)], [.. now.Take(now.Count - tail).Skip(head)]);
    }

    // Runs that nothing joins are paired in order: what is left over was added or taken away.
    static List<ParagraphChange> Inside(string place, string[] old, string[] now)
    {
        var changes = new List<ParagraphChange>();
        var (i, j) = (0, 0);
        foreach (var (toOld, toNow) in Kept(old, now).Append((old.Length, now.Length)))
        {
            for (; i < toOld || j < toNow; i++, j++)
            {
                changes.Add(new(place, i < toOld ? old[i] : null, j < toNow ? now[j] : null));
            }

            (i, j) = (toOld + 1, toNow + 1);
        }

        return changes;
    }

    static IEnumerable<(int Old, int Now)> Kept(string[] old, string[] now) =>
        (long)old.Length * now.Length <= MostPairs ? LongestCommon(old, now) : FirstMet(old, now);

    static List<(int, int)> LongestCommon(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = string.Equals(old[i], now[j], StringComparison.Ordinal) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var kept = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < old.Length && j < now.Length;)
        {
            if (string.Equals(old[i], now[j], StringComparison.Ordinal))
            {
                kept.Add((i++, j++));
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return kept;
    }

    static IEnumerable<(int, int)> FirstMet(string[] old, string[] now)
    {
        var places = now.Select((text, at) => (text, at)).GroupBy(p => p.text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<int>(g.Select(p => p.at)), StringComparer.Ordinal);
        var last = -1;
        for (var i = 0; i < old.Length; i++)
        {
            if (places.TryGetValue(old[i], out var queue))
            {
                while (queue.TryPeek(out var at) && at <= last)
                {
                    queue.Dequeue();
                }

                if (queue.TryDequeue(out var met))
                {
                    last = met;
                    yield return (i, met);
                }
            }
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
