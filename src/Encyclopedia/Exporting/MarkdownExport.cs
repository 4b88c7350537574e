using System.Globalization;
using System.IO.Compression;
using System.Text;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>A folder of Markdown files in a ZIP, one for each entry and language, with a head that programs read.</summary>
public static class MarkdownExport
{
    public const string Type = "application/zip";

    /// <param name="body">A file: the end of a ZIP is written at once.</param>
    public static async Task Write(Stream body, EncyclopediaDb db, CancellationToken ct)
    {
        using var zip = new ZipArchive(body, ZipArchiveMode.Create, leaveOpen: true);
        await foreach (var entry in ExportedEntry.All(db, ct))
        {
            foreach (var language in Langs.All.Where(l => entry.Content.Texts[l] is not null))
            {
                var file = zip.CreateEntry($"{language.Code()}/{entry.Key}.md");
                file.LastWriteTime = entry.ChangedAt;
                await using var text = file.Open();
                await text.WriteAsync(Encoding.UTF8.GetBytes(Of(entry, language)), ct);
            }
        }
    }

    public static string Of(ExportedEntry entry, Lang l)
    {
        var (content, text) = (entry.Content, entry.Content.Texts[l]!);
        IEnumerable<string> parts =
        [
            Head(entry, l),
            $"# {text.Title}",
            text.Summary,
            Fields(content.Type, text, l),
            Section(l.Say("Étapes", "Steps"), content.Steps.Select(s => $"{s.Act.In(l)} ({s.Role.Say(l)}{Due(s)}) → {s.Expected.In(l)}")),
            Section(l.Say("Critères", "Criteria"), content.Criteria.Select(c => $"{c.Criterion.Say(l)}, {c.Stand.Say(l)}. {c.Why.In(l)}")),
            Section(l.Say("Fiabilité", "Reliability"), content.Reliability.Select(r => $"{r.Grade.Say(l)}, {r.By}, {r.On.ToString("o", CultureInfo.InvariantCulture)}. {r.Method.In(l)} {r.Limits.In(l)} {r.Results.In(l)}")),
            Section("Sources", content.Sources.Select(s => string.Join(", ", new[] { s.Title, s.Publisher, s.Published, s.Url is null ? null : $"<{s.Url}>" }.OfType<string>()))),
            Section(l.Say("Voir aussi", "See also"), content.Links.Select(t => $"{t.Relation.Say(l)} [[{t.To}]]")),
        ];
        return string.Join("\n\n", parts.Where(p => p.Length > 0)) + "\n";
    }

    /// <summary>The fields of the template, each under its question.</summary>
    public static string Fields(EntryType type, EntryText text, Lang l) =>
        string.Join("\n\n", Template.Of(type).Where(f => text.Fields.ContainsKey(f.Name)).Select(f => $"## {l.Say(f.French, f.English)}\n\n{text.Fields[f.Name].Trim()}"));

    static string Head(ExportedEntry entry, Lang l)
    {
        var content = entry.Content;
        IEnumerable<(string Name, string? Value)> lines =
        [
            ("key", entry.Key),
            ("lang", l.Code()),
            ("type", content.Type.Name()),
            ("phases", string.Join(", ", content.Phases.Select(p => p.Name()))),
            ("version", entry.Version.ToString(CultureInfo.InvariantCulture)),
            ("reviewed", Entry.Review(entry.ReviewedOn)?.ToString("o", CultureInfo.InvariantCulture)),
            ("website", content.Website),
            ("origin", content.Origin?.Name),
            ("licence", content.Origin?.Licence),
        ];
        return $"---\n{string.Join('\n', lines.Where(x => x.Value is not null).Select(x => $"{x.Name}: {x.Value!.ReplaceLineEndings(" ")}"))}\n---";
    }

    static string Section(string title, IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(x => $"- {x.ReplaceLineEndings(" ")}")) is { Length: > 0 } list ? $"## {title}\n\n{list}" : "";

    static string Due(Step step) => step.DueHours is { } hours ? string.Create(CultureInfo.InvariantCulture, $", {hours} h") : "";
}
