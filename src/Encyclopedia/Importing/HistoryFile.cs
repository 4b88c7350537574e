using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>Pages with all their revisions: <c>{path: [{date, author, comment, text}]}</c>, the text null where the page was deleted. Each page becomes an entry, each revision a version.</summary>
static partial class HistoryFile
{
    sealed record Revision
    {
        public required DateTimeOffset Date { get; init; }
        public required string Author { get; init; }
        public string Comment { get; init; } = "";
        public string? Text { get; init; }
    }

    static readonly JsonSerializerOptions Shape = new(JsonInput.Foreign) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static ReadFile Read(ReadOnlySpan<byte> bytes, Origin origin)
    {
        var (pages, fault) = JsonInput.Read<Dictionary<string, List<Revision>>>(bytes, Shape);
        if (pages is null)
        {
            return ReadFile.Refused(fault!);
        }

        var bad = pages.Where(p => p.Value is not { Count: > 0 } || p.Value.Any(r => r is null) || p.Value.All(r => r.Text is null)).Select(p => $"La page {p.Key} n’a pas de révision avec un texte.").ToList();
        return bad.Count > 0 ? ReadFile.Refused(bad) : ReadFile.Of([.. pages.Select(p => Entry(p.Key, p.Value, origin))]);
    }

    static IncomingEntry Entry(string path, List<Revision> revisions, Origin origin)
    {
        // A page that is deleted keeps its last text; one that begins deleted, its first.
        var text = revisions.First(r => r.Text is not null).Text!;
        var versions = new List<IncomingVersion>(revisions.Count);
        foreach (var revision in revisions)
        {
            text = revision.Text ?? text;
            var comment = revision.Text is null ? $"Page supprimée. {revision.Comment}" : revision.Comment;
            versions.Add(new(Content(path, text, origin), Days.Kept(revision.Date), Cut(revision.Author, EntryVersion.AuthorMaxLength), Cut(comment.Trim(), EntryVersion.CommentMaxLength)));
        }

        return new(ImportedText.Key("", Folder().Replace(path, "").Replace(".md", "", StringComparison.Ordinal)), DateOnly.FromDateTime(revisions[^1].Date.UtcDateTime), versions);
    }

    static EntryContent Content(string path, string raw, Origin origin)
    {
        var language = path.Contains("/fr/", StringComparison.Ordinal) ? Lang.French : Lang.English;
        var type = TypeOf(path);
        var body = FrontMatter().Replace(raw, "", 1).Trim();
        var text = new EntryText
        {
            Title = ImportedText.Title(Heading().Match(body) is { Success: true } heading ? heading.Groups["title"].Value : Named().Match(raw).Groups["title"].Value, path),
            Summary = ImportedText.Summary(Paragraph(body)),
            Fields = body.Length == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) : new(StringComparer.Ordinal) { [type is EntryType.Definition ? "text" : "more"] = body },
        };
        return new()
        {
            Type = type,
            Original = language,
            Phases = PhasesOf(path),
            Texts = new EntryTexts().With(language, text),
            Origin = origin with { Id = path },
        };
    }

    // The first paragraph that is neither a heading nor a list.
    static string Paragraph(string body) =>
        PlainText.Of(body.ReplaceLineEndings("\n").Split("\n\n").FirstOrDefault(p => p.Length > 0 && char.IsLetter(p[0])) ?? "");

    static EntryType TypeOf(string path) =>
        path.Contains("case-studies", StringComparison.Ordinal) ? EntryType.Case
        : path.Contains("practices", StringComparison.Ordinal) ? EntryType.Practice
        : path.Contains("tools", StringComparison.Ordinal) ? EntryType.Tool
        : path.Contains("actors", StringComparison.Ordinal) ? EntryType.Actor
        : EntryType.Definition;

    static IReadOnlyList<Phase> PhasesOf(string path)
    {
        var named = Enum.GetValues<Phase>().Where(p => path.Contains(p.ToString(), StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 ? named : Enum.GetValues<Phase>();
    }

    static string Cut(string text, int limit) => text.Length <= limit ? text : text[..(limit - 1)] + "…";

    const RegexOptions Way = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^_?pages/", Way, 1000)]
    private static partial Regex Folder();

    [GeneratedRegex(@"\A---\r?\n.*?\r?\n---\r?(\n|\z)", Way | RegexOptions.Singleline, 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^#{1,2} (?<title>[^\r\n]+)", Way | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^title: *(?<title>[^\r\n]+)", Way | RegexOptions.Multiline, 1000)]
    private static partial Regex Named();
}
