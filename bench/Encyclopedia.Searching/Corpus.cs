using System.Text.Json;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Searching;

/// <summary>The entries of DISARM as one file gives them, for a measure: how the product reads them is the importer's matter.</summary>
static class Corpus
{
    public static List<(string Key, EntryContent Content)> Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.EnumerateArray().Select(Entry)];
    }

    static (string, EntryContent) Entry(JsonElement row, int at)
    {
        var (id, kind) = (row.GetProperty("id").GetString()!, row.GetProperty("kind").GetString()!);
        var type = kind switch
        {
            "actor" or "actortype" => EntryType.Actor,
            "tool" => EntryType.Tool,
            "incident" => EntryType.Case,
            "technique" or "practice" => EntryType.Practice,
            _ => EntryType.Definition,
        };
        var fields = string.Join('\n', row.GetProperty("fields").EnumerateObject().Select(f => f.Value.ToString()));
        return ($"disarm-{id.ToLowerInvariant()}", new()
        {
            Type = type,
            Original = Lang.English,
            Phases = [(Phase)(at % 6), .. at % 3 == 0 ? new[] { (Phase)((at + 1) % 6) } : []],
            Criteria = at % 4 == 0 ? [new() { Criterion = (Criterion)(at % 5), Why = new() { En = "Because it was seen." } }] : [],
            Texts = new EntryTexts
            {
                En = new()
                {
                    Title = row.GetProperty("title").GetString()!,
                    Summary = row.GetProperty("summary").GetString()!,
                    Fields = new Dictionary<string, string>(StringComparer.Ordinal) { [Template.Of(type)[0].Name] = fields },
                },
            },
            Links = [.. row.GetProperty("links").EnumerateArray().Select(l => new EntryTie($"disarm-{l.GetString()!.ToLowerInvariant()}")).Distinct()],
        });
    }
}
