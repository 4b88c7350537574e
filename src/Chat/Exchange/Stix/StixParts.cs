using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>The parts that bundles are made of.</summary>
static class StixParts
{
    public static string Time(DateTimeOffset at) => CaseJson.Round(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    /// <summary>An object with its dates (STIX 2.1, 3.2).</summary>
    public static JsonObject Dated(string type, Guid id, DateTimeOffset created, DateTimeOffset modified) => new()
    {
        ["type"] = type,
        ["spec_version"] = "2.1",
        ["id"] = StixId.Of(type, id),
        ["created"] = Time(created),
        ["modified"] = Time(modified),
    };

    /// <summary>STIX 2.1, 6: what was seen. Null for a hashtag, which has no object there.</summary>
    public static JsonObject? Observable(Observable observable) => observable.Kind switch
    {
        ObservableKind.Url => Observable("url", new() { ["value"] = observable.Value }),
        ObservableKind.Domain => Observable("domain-name", new() { ["value"] = observable.Value }),
        ObservableKind.Account => Observable("user-account", new() { ["account_type"] = AccountType(observable.Network!), ["account_login"] = observable.Value }),
        ObservableKind.Hashtag => null,
    };

    public static JsonObject Url(string value) => Observable("url", new() { ["value"] = value });

    public static JsonObject File(EvidenceKept kept)
    {
        var file = Observable("file", new() { ["hashes"] = new JsonObject { ["SHA-256"] = kept.Sha256 }, ["name"] = kept.FileName });
        file["size"] = kept.Size;
        file["mime_type"] = kept.MediaType;
        return file;
    }

    /// <summary>Vocabulary of STIX 2.1, 10.1 (open): it knows two of our networks, one by its old name.</summary>
    public static string AccountType(string network) => network is "x" ? "twitter" : network;

    public static string Network(string accountType) => accountType.ToLowerInvariant() is "twitter" ? "x" : accountType.ToLowerInvariant();

    /// <summary>
    /// A technique of DISARM by its own identifier. The kill chain is named after DISARM: its own bundle says "mitre-attack", by which tools put it in the wrong matrix.
    /// </summary>
    public static JsonObject Technique(TechniqueNoted noted, IReadOnlyDictionary<string, string> tactics)
    {
        var id = noted.Technique;
        return new()
        {
            ["type"] = "attack-pattern",
            ["spec_version"] = "2.1",
            ["id"] = StixId.OfName("attack-pattern", "disarm:" + id),
            ["created_by_ref"] = StixRecord.Maker,
            ["created"] = DisarmSince,
            ["modified"] = DisarmSince,
            ["name"] = noted.Name is null ? id : $"{id} {noted.Name}",
            ["kill_chain_phases"] = new JsonArray(new JsonObject { ["kill_chain_name"] = "disarm", ["phase_name"] = tactics.GetValueOrDefault(id, "unspecified") }),
            ["external_references"] = new JsonArray(new JsonObject
            {
                ["source_name"] = "DISARM",
                ["external_id"] = id,
                ["url"] = $"https://github.com/DISARMFoundation/DISARMframeworks/blob/main/generated_pages/techniques/{id}.md",
            }),
        };
    }

    /// <summary>Of the version of DISARM whose identifiers we know (10 February 2025).</summary>
    const string DisarmSince = "2025-02-10T00:00:00.000Z";

    static JsonObject Observable(string type, JsonObject contributing)
    {
        var item = new JsonObject { ["type"] = type, ["spec_version"] = "2.1", ["id"] = StixId.OfObservable(type, contributing) };
        foreach (var (name, value) in contributing)
        {
            item[name] = value?.DeepClone();
        }

        return item;
    }
}
