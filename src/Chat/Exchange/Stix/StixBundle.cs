using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>A bundle of STIX 2.1 as somebody sent it (OASIS, 10 June 2021, 8). Objects that make no sense are told and left out; the rest is read.</summary>
public sealed class StixBundle
{
    /// <summary>Ours.</summary>
    public const int MaxObjects = 200_000;

    /// <summary>More would not be read.</summary>
    const int MaxTold = 50;

    readonly Dictionary<string, StixObject> byId = new(StringComparer.Ordinal);

    StixBundle(string id) => Id = id;

    public string Id { get; }

    /// <summary>In the order of the file, the last version of each.</summary>
    public IReadOnlyList<StixObject> Objects { get; private set; } = [];

    /// <summary>What was left out, and why.</summary>
    public ImmutableList<Notice> Told { get; private set; } = [];

    public StixObject? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The bundle, or what is wrong with the file.</summary>
    public static StixBundle? Read(ReadOnlySpan<byte> bytes, out Fault? fault)
    {
        var root = SafeJson.Read(bytes, out fault);
        if (fault is not null)
        {
            return null;
        }

        if (root is not JsonObject json || new StixObject(json) is not { Type: "bundle" } top)
        {
            fault = SafeJson.File(
                "Ce n’est pas un paquet STIX\u00A0: un objet de type «\u00A0bundle\u00A0» est attendu.",
                "This is no STIX bundle: an object of type \"bundle\" is expected.");
            return null;
        }

        if (json["objects"] is not JsonArray { Count: > 0 } items)
        {
            fault = SafeJson.File("Ce paquet STIX est vide.", "This STIX bundle is empty.");
            return null;
        }

        if (items.Count > MaxObjects)
        {
            fault = SafeJson.File(
                string.Create(CultureInfo.InvariantCulture, $"Ce paquet compte {items.Count} objets, pour {MaxObjects} au plus."),
                string.Create(CultureInfo.InvariantCulture, $"This bundle has {items.Count} objects, for {MaxObjects} at most."));
            return null;
        }

        var bundle = new StixBundle(top.Id);
        bundle.Take(items);
        if (bundle.Objects.Count == 0)
        {
            fault = SafeJson.File("Aucun objet de ce paquet n’est lisible.", "No object of this bundle can be read.");
            return null;
        }

        return bundle;
    }

    void Take(JsonArray items)
    {
        var order = new List<string>();
        var unreadable = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not JsonObject json)
            {
                Tell(ref unreadable, i, "ce n’est pas un objet", "it is no object");
                continue;
            }

            var item = new StixObject(json);
            if (!StixId.TryRead(item.Id, out var type, out _))
            {
                Tell(ref unreadable, i, "son identifiant n’en est pas un", "its identifier is none");
            }
            else if (!string.Equals(type, item.Type, StringComparison.Ordinal))
            {
                Tell(ref unreadable, i, "son identifiant est celui d’un autre type", "its identifier is that of another type");
            }
            else if (!byId.TryGetValue(item.Id, out var other))
            {
                byId.Add(item.Id, item);
                order.Add(item.Id);
            }
            else if (item.Time("modified") > other.Time("modified"))
            {
                byId[item.Id] = item;
            }
        }

        Objects = [.. order.Select(id => byId[id])];
        if (unreadable > MaxTold)
        {
            Told = Told.Add(new(Notice.Unreadable,
                string.Create(CultureInfo.InvariantCulture, $"{unreadable - MaxTold} autres objets sont illisibles."),
                string.Create(CultureInfo.InvariantCulture, $"{unreadable - MaxTold} other objects cannot be read.")));
        }

        var absent = Objects.SelectMany(o => o.References()).Where(r => !byId.ContainsKey(r) && StixTlp.LevelOf(r) is null).Distinct(StringComparer.Ordinal).Count();
        if (absent > 0)
        {
            Told = Told.Add(new(Notice.Absent,
                string.Create(CultureInfo.InvariantCulture, $"{absent} objets sont cités et n’y sont pas."),
                string.Create(CultureInfo.InvariantCulture, $"{absent} objects are referred to and are not there.")));
        }
    }

    void Tell(ref int unreadable, int index, string french, string english)
    {
        unreadable++;
        if (unreadable <= MaxTold)
        {
            Told = Told.Add(new(Notice.Unreadable,
                string.Create(CultureInfo.InvariantCulture, $"Objet {index + 1}\u00A0: {french}."),
                string.Create(CultureInfo.InvariantCulture, $"Object {index + 1}: {english}.")));
        }
    }
}
