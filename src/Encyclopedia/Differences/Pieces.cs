using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beffroi.Encyclopedia.Differences;

/// <summary>One item of a list: what makes it itself, and its fields as texts.</summary>
public sealed record Piece(string Id, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// A content taken to pieces: lists of items that know which one they are, so that two contents can be compared and merged without looking at positions.
/// What is taken to pieces is put together again without any loss.
/// </summary>
public sealed class Pieces
{
    public const string Entry = "entry";
    public const string Texts = "texts";

    /// <summary>Lists in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> Lists =
        [Entry, "phases", Texts, "criteria", "steps", "availability", "reliability", "sources", "links", "origin"];

    static readonly string[] Single = ["availability", "origin"];
    static readonly string[] Nested = ["fields", "why", "act", "expected", "method", "limits", "results"];

    readonly Dictionary<string, IReadOnlyList<Piece>> _lists = new(StringComparer.Ordinal);

    public IReadOnlyList<Piece> this[string list]
    {
        get => _lists.GetValueOrDefault(list, []);
        init => _lists[list] = value;
    }

    public Piece? Find(string list, string id) => this[list].FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <param name="like">An earlier content: what only changed its address or its day keeps the identity that it had there.</param>
    public static Pieces Of(EntryContent content, Pieces? like = null)
    {
        var root = (JsonObject)JsonSerializer.SerializeToNode(content, EntryJson.Options)!;
        var pieces = new Pieces();
        foreach (var list in Lists)
        {
            pieces._lists[list] = Distinct(list, Raw(list, root)).ToList();
            if (like is not null)
            {
                pieces._lists[list] = Recognition.Of(list, pieces[list], like[list]);
            }
        }

        return pieces;
    }

    public static Pieces From(IReadOnlyDictionary<string, IReadOnlyList<Piece>> lists)
    {
        var pieces = new Pieces();
        foreach (var (list, items) in lists)
        {
            pieces._lists[list] = items;
        }

        return pieces;
    }

    /// <summary>A field as <see cref="EntryChecks"/> names it, counted from 0 in its list; null where there is none.</summary>
    public string? PathOf(EntryPlace place)
    {
        var at = this[place.List].Index().Where(p => string.Equals(p.Item.Id, place.Id, StringComparison.Ordinal)).Select(p => p.Index).DefaultIfEmpty(-1).First();
        return place.Field is not { Length: > 0 } field || at < 0 ? null : place.List switch
        {
            Entry => field,
            Texts => $"{Texts}.{place.Id}.{field}",
            var single when Single.Contains(single, StringComparer.Ordinal) => $"{single}.{field}",
            var list => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list}.{at}.{field}"),
        };
    }

    /// <exception cref="JsonException">Something that an entry cannot lack is missing.</exception>
    public EntryContent ToContent()
    {
        var root = new JsonObject();
        foreach (var (name, value) in this[Entry][0].Fields)
        {
            root[name] = value;
        }

        root["texts"] = new JsonObject(this[Texts].Select(text => KeyValuePair.Create<string, JsonNode?>(text.Id, Node(text.Fields))));
        root["phases"] = Array(this["phases"].Select(p => (JsonNode)p.Fields[""]));
        foreach (var list in new[] { "criteria", "steps", "reliability", "sources", "links" })
        {
            root[list] = Array(this[list].Select(p => Node(p.Fields)));
        }

        foreach (var list in Single.Where(l => this[l].Count > 0))
        {
            root[list] = Node(this[list][0].Fields);
        }

        return root.Deserialize<EntryContent>(EntryJson.Options)!;
    }

    static IEnumerable<Piece> Raw(string list, JsonObject root) => list switch
    {
        Entry => [new("", root.Where(p => p.Value is JsonValue).ToDictionary(p => p.Key, p => p.Value!.GetValue<string>(), StringComparer.Ordinal))],
        Texts => ((JsonObject)root["texts"]!).Where(p => p.Value is not null).Select(p => new Piece(p.Key, Fields((JsonObject)p.Value!))),
        "phases" => Items(root[list]).Select(Word),
        _ when Single.Contains(list, StringComparer.Ordinal) => root[list] is JsonObject one ? [new(list, Fields(one))] : [],
        _ => Items(root[list]).Select(item => Fields((JsonObject)item)).Select(fields => new Piece(Recognition.IdOf(list, fields), fields)),
    };

    static Piece Word(JsonNode word) => new(word.GetValue<string>(), new Dictionary<string, string>(StringComparer.Ordinal) { [""] = word.GetValue<string>() });

    static IEnumerable<JsonNode> Items(JsonNode? array) => array is JsonArray items ? items.OfType<JsonNode>() : [];

    static IEnumerable<Piece> Distinct(string list, IEnumerable<Piece> pieces)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            var times = seen[piece.Id] = seen.GetValueOrDefault(piece.Id) + 1;
            if (times == 1)
            {
                yield return piece;
            }
            else if (!string.Equals(list, "phases", StringComparison.Ordinal))
            {
                yield return piece with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{piece.Id} #{times}") };
            }
        }
    }

    static Dictionary<string, string> Fields(JsonObject item)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in item)
        {
            switch (value)
            {
                case JsonObject inner:
                    foreach (var (sub, text) in inner.Where(p => p.Value is not null))
                    {
                        fields[$"{name}.{sub}"] = Scalar(text!);
                    }

                    break;
                case JsonArray array:
                    fields[name] = string.Join('\n', array.Select(word => word!.GetValue<string>()));
                    break;
                case JsonValue scalar:
                    fields[name] = Scalar(scalar);
                    break;
            }
        }

        return fields;
    }

    static string Scalar(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    static JsonObject Node(IReadOnlyDictionary<string, string> fields)
    {
        var node = new JsonObject();
        foreach (var nested in Nested.Where(n => fields.Keys.Any(k => k.StartsWith(n + ".", StringComparison.Ordinal))))
        {
            node[nested] = new JsonObject();
        }

        foreach (var (name, value) in fields)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0)
            {
                node[name[..dot]]![name[(dot + 1)..]] = value;
                continue;
            }

            node[name] = name switch
            {
                "renders" or "dueHours" or "blocking" => JsonNode.Parse(value),
                "tools" or "synonyms" => Array(value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(t => (JsonNode)t)),
                _ => value,
            };
        }

        foreach (var must in Required(fields).Where(m => !node.ContainsKey(m)))
        {
            node[must] = new JsonObject();
        }

        return node;
    }

    // A wording without words in either language is still a wording.
    static IEnumerable<string> Required(IReadOnlyDictionary<string, string> fields) =>
        fields.ContainsKey("criterion") ? ["why"]
        : fields.ContainsKey("grade") ? ["method", "limits", "results"]
        : fields.ContainsKey("role") ? ["act", "expected"]
        : [];

    static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);
}
