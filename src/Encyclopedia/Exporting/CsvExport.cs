using System.Globalization;
using System.Text;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>One line for each entry and language, for a spreadsheet: separated by semicolons, as French ones expect.</summary>
public static class CsvExport
{
    public const string Type = "text/csv; charset=utf-8";

    static readonly string[] Titles = ["cle", "type", "phases", "criteres", "langue", "titre", "resume", "texte", "sources", "liens", "site", "relue_le", "version", "modifiee_le", "origine", "licence"];

    public static async Task Write(Stream body, EncyclopediaDb db, CancellationToken ct)
    {
        await body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await Line(body, Titles, ct);
        await foreach (var entry in ExportedEntry.All(db, ct))
        {
            foreach (var language in Langs.All.Where(l => entry.Content.Texts[l] is not null))
            {
                await Line(body, Row(entry, language), ct);
            }
        }
    }

    static string[] Row(ExportedEntry entry, Lang language)
    {
        var (content, text) = (entry.Content, entry.Content.Texts[language]!);
        return
        [
            entry.Key,
            content.Type.Name(),
            string.Join(", ", content.Phases.Select(p => p.Name())),
            string.Join(", ", content.Criteria.Select(c => $"{c.Criterion.Name()}:{c.Stand.Name()}")),
            language.Code(),
            text.Title,
            text.Summary,
            MarkdownExport.Fields(content.Type, text, language),
            string.Join('\n', content.Sources.Select(s => s.Url is null ? s.Title : $"{s.Title} <{s.Url}>")),
            string.Join(", ", content.Links.Select(l => l.To)),
            content.Website ?? "",
            Entry.Review(entry.ReviewedOn)?.ToString("o", CultureInfo.InvariantCulture) ?? "",
            entry.Version.ToString(CultureInfo.InvariantCulture),
            French.IsoDay(entry.ChangedAt),
            content.Origin?.Name ?? "",
            content.Origin?.Licence ?? "",
        ];
    }

    static async Task Line(Stream body, string[] cells, CancellationToken ct) =>
        await body.WriteAsync(Encoding.UTF8.GetBytes(string.Join(';', cells.Select(Cell)) + "\r\n"), ct);

    // What begins like a formula is shown to a spreadsheet as text.
    static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.Any(c => c is ';' or '"' or '\r' or '\n') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
