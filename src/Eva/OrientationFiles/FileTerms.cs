using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>What goes with a file: who publishes it, and the day it tells of.</summary>
public static class FileTerms
{
    static readonly DateOnly Oldest = new(2000, 1, 1);

    public static string? ReadSource(string? typed, Errors errors)
    {
        var source = typed?.Trim() ?? "";
        if (source.Length is 0 or > OrientationFile.SourceMaxLength)
        {
            errors.Add("Source", $"Dites qui publie ce fichier, en {OrientationFile.SourceMaxLength} caractères au plus. Exemple : France Travail, enquête BMO 2026");
            return null;
        }

        return source;
    }

    /// <summary>A day that is not to come: nothing was measured in the future.</summary>
    public static DateOnly? ReadDay(string? typed, TimeProvider clock, Errors errors)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (!DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < Oldest)
        {
            errors.Add("MeasuredOn", "Donnez le jour de la mesure. Exemple : 31/12/2025");
            return null;
        }

        if (day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            errors.Add("MeasuredOn", "Le jour de la mesure est passé");
            return null;
        }

        return day;
    }

    public static OrientationFile Draft(FileKind kind, FileReading reading, string source, DateOnly measured, string name, Guid? author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Use = OrientationFile.UseOf(kind),
            Source = source,
            MeasuredOn = measured,
            FileName = string.Concat(name.Where(c => !char.IsControl(c)).Take(OrientationFile.FileNameMaxLength)),
            AuthorId = author,
            At = now,
            Count = reading.Content.Count,
            Content = (reading.Content with { Notes = reading.Notes }).ToJson(),
        };
    }

    /// <summary>What a file would bring, in counts, before it is confirmed.</summary>
    public static IReadOnlyList<string> Summary(FileContent content, IReadOnlyList<PassageRow> passage)
    {
        ArgumentNullException.ThrowIfNull(content);
        var join = new FapRome(passage);
        var families = content.Tension.DistinctBy(t => (t.Fap, t.Name)).ToList();
        var joined = families.Count(f => join.Of(f).Any());
        return
        [
            .. families.Count > 0
                ?
                [
                    $"{French.Count(families.Select(f => f.Fap).Distinct(StringComparer.Ordinal).Count(), "famille de métiers", "familles de métiers")} dans {French.Count(content.Tension.Select(t => t.Territory).Where(t => t is not TensionRow.France).Distinct(StringComparer.Ordinal).Count(), "département", "départements")}.",
                    $"{French.Count(joined, "famille rejoint", "familles rejoignent")} un métier du ROME par {(join.IsImported ? "la table de passage importée" : "notre courte table, en exemple")} ; {French.Count(families.Count - joined, "autre ne classe", "autres ne classent")} aucun métier.",
                ]
                : (string[])[],
            .. content.Offers.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key.Label()} : {French.Count(g.Count(), "offre", "offres")}."),
            .. content.Offers.Count > 0 ? [$"{French.Count(content.Offers.Select(o => o.Department).Distinct(StringComparer.Ordinal).Count(), "département", "départements")}."] : (string[])[],
            .. content.Passage.Count > 0 ? [$"{French.Count(content.Passage.Count, "correspondance", "correspondances")}, {French.Count(content.Passage.Select(p => p.Fap).Distinct(StringComparer.Ordinal).Count(), "famille", "familles")}, {French.Count(content.Passage.Select(p => p.Rome).Distinct(StringComparer.Ordinal).Count(), "métier", "métiers")}."] : (string[])[],
            .. content.Notes,
        ];
    }
}
