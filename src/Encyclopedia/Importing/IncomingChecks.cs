using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>What keeps a whole file from being imported.</summary>
static class IncomingChecks
{
    public static IReadOnlyList<string> Of(IReadOnlyList<IncomingEntry> entries)
    {
        var faults = new List<string>();
        foreach (var entry in entries)
        {
            if (!EntryChecks.IsKey(entry.Key))
            {
                faults.Add($"« {Short(entry.Key)} » n’est pas un identifiant de fiche : lettres minuscules sans accent, chiffres et traits d’union, {Entry.KeyMaxLength} caractères au plus.");
                continue;
            }

            if (entry.Versions[^1].Withheld is not null)
            {
                faults.Add($"Fiche {entry.Key} : la dernière version est retirée de la lecture, et aucune ne la remplace.");
            }

            foreach (var (i, version) in entry.Versions.Index())
            {
                var where = entry.Versions.Count == 1 ? $"Fiche {entry.Key}" : $"Fiche {entry.Key}, version {i + 1}";
                faults.AddRange(EntryChecks.Of(version.Content, Lang.French, entry.Key).All.Select(e => $"{where}, {e.Field} : {e.Message}."));
                if (version.Comment.Length > EntryVersion.CommentMaxLength || version.AuthorName?.Length > EntryVersion.AuthorMaxLength)
                {
                    faults.Add($"{where} : le commentaire ({EntryVersion.CommentMaxLength} caractères au plus) ou l’auteur ({EntryVersion.AuthorMaxLength} au plus) est trop long.");
                }

                if (version.Withheld is { } withheld && (withheld.Reason.Length is 0 or > VersionWithheld.ReasonMaxLength || !EntryFaults.IsClean(withheld.Reason)))
                {
                    faults.Add($"{where} : elle est retirée de la lecture sans raison lisible, de {VersionWithheld.ReasonMaxLength} caractères au plus.");
                }
            }
        }

        faults.AddRange(entries.GroupBy(e => e.Key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"La fiche {Short(same.Key)} est là {same.Count()} fois."));
        if (Circle(entries) is { } circle)
        {
            faults.Add($"Ces fiches font partie les unes des autres, en rond : {string.Join(" → ", circle.Take(10))}.");
        }

        return faults;
    }

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    // Walked without recursion: a chain may be as long as the file.
    static List<string>? Circle(IReadOnlyList<IncomingEntry> entries)
    {
        var parents = entries.DistinctBy(e => e.Key, StringComparer.Ordinal)
            .ToDictionary(e => e.Key, e => e.Last.Links.Where(l => l.Relation == Relation.PartOf).Select(l => l.To).ToList(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in parents.Keys)
        {
            var path = new List<(string Key, int Next)> { (start, 0) };
            var onPath = new HashSet<string>(StringComparer.Ordinal) { start };
            while (path.Count > 0)
            {
                var (key, next) = path[^1];
                if (done.Contains(key) || !parents.TryGetValue(key, out var above) || next >= above.Count)
                {
                    done.Add(key);
                    onPath.Remove(key);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                path[^1] = (key, next + 1);
                if (!onPath.Add(above[next]))
                {
                    return [.. path.Select(p => p.Key).SkipWhile(k => !string.Equals(k, above[next], StringComparison.Ordinal)), above[next]];
                }

                path.Add((above[next], 0));
            }
        }

        return null;
    }
}
