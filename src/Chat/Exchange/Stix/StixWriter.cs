using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>
/// Writes what may be shared of a case as a bundle of STIX 2.1 (OASIS, 10 June 2021): a report and a campaign, an object for each line, the observables, the techniques,
/// the identities and the markings. The same case gives the same bytes.
/// </summary>
public sealed class StixWriter
{
    public const string MediaType = "application/stix+json;version=2.1";

    static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 64 };

    readonly SharedCase shared;
    readonly StixWording wording;
    readonly Dictionary<string, JsonObject> objects = new(StringComparer.Ordinal);
    readonly Dictionary<string, Tlp> levels = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, string> ids = [];
    readonly HashSet<Guid> withdrawn;
    readonly Dictionary<Guid, DateTimeOffset> changed = [];
    readonly string campaign;

    StixWriter(SharedCase shared, StixWording wording)
    {
        this.shared = shared;
        this.wording = wording;
        campaign = StixId.Of("campaign", shared.CaseId);
        withdrawn = [.. shared.Events.Select(e => e.Fact).OfType<Withdrawn>().Select(w => w.Target)];
        foreach (var line in shared.Events.Where(e => e.Fact.Amends is not null))
        {
            changed[line.Fact.Amends!.Value] = line.At;
        }
    }

    public static byte[] Write(SharedCase shared, StixWording wording) => new StixWriter(shared, wording).Bundle();

    byte[] Bundle()
    {
        foreach (var line in shared.Events)
        {
            ids[line.Id] = StixLine.IdOf(line);
        }

        var opening = shared.Events[0];
        Put(Campaign(opening), CaseLevel());
        foreach (var line in shared.Events.Skip(1))
        {
            Put(line);
        }

        foreach (var attribution in shared.State.Attributions.Where(a => a.Stands))
        {
            Attribute(attribution);
        }

        // The report points at all the others: it is made last and read first.
        var report = StixLine.Report(opening, shared, wording, [.. objects.Keys], shared.Events.Max(e => e.At));
        Finish(report, opening, CaseLevel());
        StixRecord.Sign(report, opening);

        JsonObject[] all =
        [
            .. levels.Values.Append(CaseLevel()).Distinct().Order().Select(StixTlp.ObjectOf),
            StixRecord.MakerObject(),
            .. Identities(),
            StixRecord.Definition(),
            report,
            .. objects.Values,
        ];
        var array = new JsonArray([.. all]);
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(array.ToJsonString(Compact))));
        var bundle = new JsonObject { ["type"] = "bundle", ["id"] = StixId.OfName("bundle", print), ["objects"] = array };
        return Encoding.UTF8.GetBytes(bundle.ToJsonString(Compact));
    }

    void Put(CaseEvent line)
    {
        var level = shared.Levels[line.Id];
        var seen = new List<string>();
        foreach (var part in StixLine.Parts(line, wording))
        {
            seen.Add((string)part["id"]!);
            Put(part, level);
        }

        var about = line.Fact.Refers.Concat(line.Fact.Amends is { } amended ? [amended] : [])
            .Select(id => string.Equals(ids[id], ids[shared.Events[0].Id], StringComparison.Ordinal) ? campaign : ids[id])
            .Distinct(StringComparer.Ordinal).ToList();
        var item = StixLine.Of(line, wording, campaign, about, seen);
        Finish(item, line, level);
        StixRecord.Sign(item, line);
        Put(item, level);
    }

    /// <summary>An object that several lines name is as restricted as the least restricted of them: that one already tells it.</summary>
    void Put(JsonObject item, Tlp level)
    {
        var id = (string)item["id"]!;
        if (!objects.TryAdd(id, item))
        {
            level = level < levels[id] ? level : levels[id];
            item = objects[id];
        }

        levels[id] = level;
        item["object_marking_refs"] = new JsonArray(StixTlp.IdOf(level));
    }

    void Finish(JsonObject item, CaseEvent line, Tlp level)
    {
        var type = (string)item["type"]!;
        if (Creator(line.Author) is { } creator)
        {
            item["created_by_ref"] = creator;
        }

        if (changed.TryGetValue(line.Id, out var at) && type is not "report")
        {
            item["modified"] = StixParts.Time(at);
        }

        if (withdrawn.Contains(line.Id))
        {
            item["revoked"] = true;
        }

        item["lang"] = wording.Language.Code();
        item["object_marking_refs"] = new JsonArray(StixTlp.IdOf(level));
    }

    JsonObject Campaign(CaseEvent opening)
    {
        var item = StixParts.Dated("campaign", shared.CaseId, opening.At, shared.Events.Max(e => e.At));
        item["name"] = shared.State.Title;
        if (Creator(opening.Author) is { } creator)
        {
            item["created_by_ref"] = creator;
        }

        StixRecord.Derive(item);
        return item;
    }

    /// <summary>Of the case itself: that of its opening, and of the titles that it was given.</summary>
    Tlp CaseLevel() => shared.Events.Where(e => e.Fact is CaseOpened or CaseTitled).Max(e => shared.Levels[e.Id]);

    /// <summary>Only what two named analysts stand for is said as a relation: elsewhere it would be read as a fact.</summary>
    void Attribute(AttributionFile attribution)
    {
        var proposed = attribution.Proposed;
        var level = attribution.Backed.Select(b => shared.Levels[b.Id]).Append(shared.Levels[proposed.Id]).Max();
        var actor = StixParts.Dated("threat-actor", StixId.NameOf("threat-actor", proposed.Fact.Actor), proposed.At, proposed.At);
        actor["name"] = proposed.Fact.Actor;
        StixRecord.Derive(actor);
        Put(actor, level);
        var relation = StixParts.Dated("relationship", StixId.NameOf("attribution", proposed.Id.ToString("D")), proposed.At, proposed.At);
        relation["relationship_type"] = "attributed-to";
        relation["source_ref"] = campaign;
        relation["target_ref"] = (string)actor["id"]!;
        relation["confidence"] = proposed.Fact.Confidence.Stix();
        StixRecord.Derive(relation);
        Put(relation, level);
    }

    static string? Creator(Author author) => (author.Organisation ?? author.Person) is { } id ? StixId.Of("identity", id) : null;

    IEnumerable<JsonObject> Identities()
    {
        foreach (var author in shared.Events.Select(e => e.Author).DistinctBy(a => a.Organisation ?? a.Person))
        {
            if ((author.Organisation ?? author.Person) is { } id)
            {
                // STIX gives a version to every object; an identity made from a case has no other date than the first one.
                var since = shared.Events.First(e => (e.Author.Organisation ?? e.Author.Person) == id).At;
                var item = StixParts.Dated("identity", id, since, since);
                item["name"] = author.Organisation is null ? wording.Names.Signer(author) ?? wording.Names.Person(id, wording.Language) : wording.Names.Organisation(id);
                item["identity_class"] = author.Organisation is null ? "individual" : "organization";
                yield return item;
            }
        }
    }
}

/// <summary>What the words of a bundle are made with.</summary>
public sealed record StixWording
{
    public required Lang Language { get; init; }
    public CaseNames Names { get; init; } = CaseNames.None;

    /// <summary>Short name of the tactic of each technique of DISARM: <see cref="DisarmTactics"/>.</summary>
    public IReadOnlyDictionary<string, string> Tactics { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
