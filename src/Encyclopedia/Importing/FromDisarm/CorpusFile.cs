using System.Text.Json;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>A list of the objects of DISARM with their fields and links: <c>[{id, kind, title, summary, fields, links}]</c>.</summary>
static class CorpusFile
{
    sealed record Item
    {
        public required string Id { get; init; }
        public required string Kind { get; init; }
        public required string Title { get; init; }
        public string Summary { get; init; } = "";
        public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
        public IReadOnlyList<string> Links { get; init; } = [];

        public string Field(string name) => Fields.GetValueOrDefault(name)?.Trim() ?? "";
    }

    static readonly JsonSerializerOptions Shape = new(JsonInput.Foreign) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static ReadFile Read(ReadOnlySpan<byte> bytes)
    {
        var (items, fault) = JsonInput.Read<List<Item>>(bytes, Shape);
        if (items is null)
        {
            return ReadFile.Refused(fault!);
        }

        if (items.Any(i => i is null || i.Links.Any(l => l is null)))
        {
            return ReadFile.Refused("Une liste du fichier contient « null ».");
        }

        var kinds = items.DistinctBy(i => i.Id, StringComparer.Ordinal).ToDictionary(i => i.Id, i => i.Kind, StringComparer.Ordinal);
        var faults = items.Where(i => TypeOf(i.Kind) is null).Select(i => $"{i.Id} : la nature « {i.Kind} » est inconnue.")
            .Concat(from item in items from link in item.Links where !kinds.ContainsKey(link) select $"{item.Id} renvoie à {link}, qui n’est pas dans le fichier.")
            .ToList();
        return faults.Count > 0 ? ReadFile.Refused(faults) : ReadFile.Of([.. items.Select(i => Disarm.Entry(i.Id, Content(i, kinds)))]);
    }

    static EntryType? TypeOf(string kind) => kind switch
    {
        "technique" or "tactic" or "metatechnique" or "actortype" => EntryType.Definition,
        "practice" => EntryType.Practice,
        "incident" => EntryType.Case,
        "actor" => EntryType.Actor,
        "tool" => EntryType.Tool,
        _ => null,
    };

    static EntryContent Content(Item item, Dictionary<string, string> kinds)
    {
        var type = TypeOf(item.Kind)!.Value;
        var site = type is EntryType.Tool or EntryType.Actor && ImportedText.Urls(item.Field("url")) is [var first, ..] ? first : null;
        return new()
        {
            Type = type,
            Original = Lang.English,
            Phases = DisarmPhases.Of(item.Kind, item.Field),
            Texts = new() { En = Text(item) },
            Sources = [.. ImportedText.Urls(item.Field("urls")).Select(ImportedText.Source)],
            Links = [.. item.Links.Distinct(StringComparer.Ordinal).Select(to => new EntryTie(Disarm.Key(to), RelationOf(item.Kind, kinds[to])))],
            Website = site,
            Origin = Disarm.Origin(item.Id, null),
        };
    }

    static EntryText Text(Item item)
    {
        var title = item.Title.StartsWith(item.Id + " ", StringComparison.Ordinal) ? item.Title[(item.Id.Length + 1)..] : item.Title;
        return new()
        {
            Title = ImportedText.Title(title, item.Id),
            Summary = ImportedText.Summary(item.Summary),
            Fields = DisarmFields.Of(item.Kind, item.Summary, item.Field).Where(f => f.Text.Length > 0).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal),
            Synonyms = [item.Id],
        };
    }

    static Relation RelationOf(string from, string to) => (from, to) switch
    {
        ("technique", "tactic" or "technique") or ("practice", "metatechnique") => Relation.PartOf,
        ("practice", "technique" or "tactic") => Relation.Counters,
        ("incident", "technique") => Relation.Shows,
        ("tool", "actor") => Relation.MadeBy,
        _ => Relation.See,
    };
}
