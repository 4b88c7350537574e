using System.Collections.Immutable;
using System.Globalization;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>
/// Reads a bundle of STIX 2.1: the lines of ours as they were, line for line; what another program wrote as the nearest thing that a case has.
/// What is not understood is told, and stays in the file.
/// </summary>
public static class StixReader
{
    /// <summary>The cases of a bundle, or what is wrong with the file. One at least.</summary>
    public static ImmutableList<ImportedCase>? Read(ReadOnlySpan<byte> bytes, ImportFor by, out Fault? fault)
    {
        if (by.Author.Person is null || by.Default.Audience is null)
        {
            throw new ArgumentException("An import is made by a person, and says who may read what says nothing.", nameof(by));
        }

        var bundle = StixBundle.Read(bytes, out fault);
        if (bundle is null)
        {
            return null;
        }

        var told = bundle.Told.ToBuilder();
        var cases = Ours(bundle, told);
        var others = bundle.Objects.Where(o => StixRecord.Of(o) is null).ToList();
        if (cases.Count == 0)
        {
            // Objects of ours without their opening are but what they say.
            cases = [new StixForeign(bundle, by, told).NewCase(bundle.Objects)];
        }
        else
        {
            cases[0] = new StixForeign(bundle, by, told).Added(cases[0], others);
        }

        return [.. cases.Select(c => c with { Told = told.ToImmutable() })];
    }

    static List<ImportedCase> Ours(StixBundle bundle, ImmutableList<Notice>.Builder told)
    {
        var lines = new List<CaseEvent>();
        foreach (var item in bundle.Objects)
        {
            if (StixRecord.Of(item) is not { } record || record.Json.ContainsKey("derived"))
            {
                continue;
            }

            if (StixRecord.LineOf(record, out var why) is not { } line)
            {
                told.Add(new(Notice.Unreadable, $"{item.Id}\u00A0: ligne illisible ici ({why}).", $"{item.Id}: a line that cannot be read here ({why})."));
                continue;
            }

            if (ImportedCase.IsAltered(line))
            {
                told.Add(new(Notice.Changed,
                    $"{item.Id}\u00A0: la ligne a été modifiée depuis qu’elle a été scellée, elle n’est pas reprise.",
                    $"{item.Id}: the line was changed since it was sealed, and is not taken."));
                continue;
            }

            if (!StixRecord.IsAsWritten(item, record))
            {
                told.Add(new(Notice.Changed,
                    $"{item.Id}\u00A0: l’objet a été modifié depuis l’export\u00A0; la ligne d’origine est reprise.",
                    $"{item.Id}: the object was changed since the export; the line of origin is taken."));
            }

            lines.Add(line);
        }

        return [.. lines.GroupBy(l => l.CaseId).Select(g => Whole([.. g.OrderBy(l => l.Number)], told)).OfType<ImportedCase>()];
    }

    /// <summary>Lines may be missing, when somebody took objects away: those that hang on them go too, and it is told.</summary>
    static ImportedCase? Whole(List<CaseEvent> lines, ImmutableList<Notice>.Builder told)
    {
        if (lines[0].Fact is not CaseOpened)
        {
            told.Add(new(Notice.Absent,
                "L’ouverture d’un dossier manque\u00A0: ce qui en reste n’est lu que par ses objets.",
                "The opening of a case is missing: what is left of it is read by its objects only."));
            return null;
        }

        var kept = new List<CaseEvent>();
        var ids = new HashSet<Guid>();
        foreach (var line in lines)
        {
            if ((kept.Count > 0 && line.Fact is CaseOpened) || ids.Contains(line.Id) || line.Fact.Refers.Concat(line.Fact.Amends is { } amended ? [amended] : []).Any(r => !ids.Contains(r)))
            {
                continue;
            }

            ids.Add(line.Id);
            kept.Add(line with { Number = kept.Count + 1 });
        }

        var missing = Math.Max(lines[^1].Number, lines.Count) - kept.Count;
        if (missing > 0)
        {
            told.Add(new(Notice.Absent,
                string.Create(CultureInfo.InvariantCulture, $"{missing} lignes de ce dossier manquent dans le paquet, ou renvoient à ce qui manque."),
                string.Create(CultureInfo.InvariantCulture, $"{missing} lines of this case are missing in the bundle, or refer to what is missing.")));
        }

        return ImportedCase.OfLines(kept[0].CaseId, [.. kept], out _);
    }
}
