using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>An entry as the corpus writes it; <see cref="Links"/> are ids of other entries.</summary>
sealed record CorpusEntry(string Id, string Kind, string Title, string Summary, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Links)
{
    /// <summary>A word that its page must show, written the same in HTML.</summary>
    public string Mark => Corpus.Words(Title).MaxBy(w => w.Length) ?? Id;
}

/// <summary>The entries that each wiki is given, in an order drawn once, and what is looked for in them.</summary>
sealed partial class Corpus
{
    public required string File { get; init; }
    public required IReadOnlyList<CorpusEntry> Entries { get; init; }

    /// <summary>One word or two words of one entry in turn, never the same: no wiki answers from an answer it keeps.</summary>
    public required IReadOnlyList<string> Queries { get; init; }

    /// <summary>The words that most entries have, one at a time, in an order drawn once: their answers are long to rank and to show.</summary>
    public required IReadOnlyList<string> CommonQueries { get; init; }

    public static Corpus Read(string file, int? most)
    {
        using var stream = System.IO.File.OpenRead(file);
        using var json = JsonDocument.Parse(stream);
        var read = json.RootElement.EnumerateArray().Select(Entry).ToList();
        var entries = read.Take(most ?? read.Count).ToList();
        return new()
        {
            File = Path.GetFullPath(file),
            Entries = entries,
            Queries = Draw(entries),
            CommonQueries = Common(entries),
        };
    }

    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    static CorpusEntry Entry(JsonElement entry) => new(
        entry.GetProperty("id").GetString()!,
        entry.GetProperty("kind").GetString()!,
        Plain(entry.GetProperty("title").GetString()!),
        Plain(entry.GetProperty("summary").GetString() ?? ""),
        [.. entry.GetProperty("fields").EnumerateObject().Select(f => KeyValuePair.Create(f.Name, Plain(f.Value.ToString())))],
        [.. entry.GetProperty("links").EnumerateArray().Select(l => l.GetString()!)]);

    static string Plain(string text) => WebUtility.HtmlDecode(Tag().Replace(text.Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase), "")).Trim();

    static string[] Common(List<CorpusEntry> entries)
    {
        var common = entries.SelectMany(e => Words(e.Summary.ToLowerInvariant()).Where(w => w.Length >= 5).Distinct(StringComparer.Ordinal))
            .GroupBy(w => w, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(200).Select(g => g.Key).ToArray();
        new Random(13).Shuffle(common);
        return common;
    }

    static List<string> Draw(List<CorpusEntry> entries)
    {
        var random = new Random(7);
        var told = entries.Select(e => Words(e.Summary).Where(w => w.Length >= 5).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()).Where(w => w.Length >= 10).ToArray();
        var drawn = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var tries = 0; drawn.Count < 1000 && tries < 5000; tries++)
        {
            var words = random.GetItems(random.GetItems(told, 1)[0], 1 + (drawn.Count % 2));
            drawn.Add(string.Join(' ', words.Distinct(StringComparer.OrdinalIgnoreCase)));
        }

        return [.. drawn];
    }

    [GeneratedRegex(@"(?<![\w'’-])[A-Za-z]{3,}(?![\w'’-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
