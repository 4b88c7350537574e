using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>The red framework of DISARM as a STIX 2.1 bundle: its matrix with the tactics in their order, which nothing else tells, techniques and what is part of what. Its platforms and the name of its kill chain come from another framework and mean nothing.</summary>
static class StixBundle
{
    const string Matrix = "x-mitre-matrix";

    sealed record Bundle
    {
        public required string Type { get; init; }
        public required IReadOnlyList<Item> Objects { get; init; }
    }

    sealed record Item
    {
        public required string Type { get; init; }
        public required string Id { get; init; }
        public string? Name { get; init; }
        public string? Description { get; init; }
        public bool Revoked { get; init; }
        public string? XMitreShortname { get; init; }
        public IReadOnlyList<KillChainPhase>? KillChainPhases { get; init; }
        public IReadOnlyList<Reference>? ExternalReferences { get; init; }
        public IReadOnlyList<string>? TacticRefs { get; init; }
        public string? RelationshipType { get; init; }
        public string? SourceRef { get; init; }
        public string? TargetRef { get; init; }

        public string? ExternalId => ExternalReferences?.Select(r => r?.ExternalId).FirstOrDefault(id => !string.IsNullOrWhiteSpace(id));
        public string? Url => ExternalReferences?.Select(r => r?.Url).FirstOrDefault(url => url is not null && Checking.EntryFaults.IsUrl(url));
    }

    sealed record KillChainPhase
    {
        public required string PhaseName { get; init; }
    }

    sealed record Reference
    {
        public string? ExternalId { get; init; }
        public string? Url { get; init; }
    }

    public static ReadFile Read(ReadOnlySpan<byte> bytes, IReadOnlyDictionary<string, FrenchLabel> labels)
    {
        var (bundle, fault) = JsonInput.Read<Bundle>(bytes, JsonInput.Foreign);
        if (bundle is null)
        {
            return ReadFile.Refused(fault!);
        }

        if (bundle.Type is not "bundle" || bundle.Objects.Any(o => o is null))
        {
            return ReadFile.Refused("Ce n’est pas un paquet STIX 2.1 : « type » vaut « bundle », et chaque objet en est un.");
        }

        var kept = bundle.Objects.Where(o => o.Type is Matrix or "x-mitre-tactic" or "attack-pattern" && !o.Revoked).ToList();
        var faults = Faults(bundle, kept);
        if (faults.Count > 0)
        {
            return ReadFile.Refused(faults);
        }

        var byId = kept.ToDictionary(o => o.Id, StringComparer.Ordinal);
        var parents = bundle.Objects.Where(IsPart).Select(r => (Part: r.SourceRef!, Of: r.TargetRef!))
            .Concat(from matrix in kept from tactic in Tactics(matrix) select (Part: tactic, Of: matrix.Id))
            .ToLookup(p => p.Part, p => byId[p.Of].ExternalId!, StringComparer.Ordinal);
        var tactics = kept.Where(o => o.XMitreShortname is not null).ToDictionary(o => o.XMitreShortname!, o => o.ExternalId!, StringComparer.Ordinal);
        return ReadFile.Of([.. kept.Select(o => Disarm.Entry(o.ExternalId!, Content(o, InOrder(o, byId), parents, tactics, labels)))]);
    }

    static IEnumerable<string> Tactics(Item item) => item.Type is Matrix ? (item.TacticRefs ?? []).Distinct(StringComparer.Ordinal) : [];

    // The first is what an operation does first.
    static string InOrder(Item item, Dictionary<string, Item> byId)
    {
        var tactics = Tactics(item).Select((tactic, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. [[{Disarm.Key(byId[tactic].ExternalId!)}]]")).ToList();
        return tactics.Count == 0 ? "" : $"Tactics, in their order:\n\n{string.Join('\n', tactics)}";
    }

    static bool IsPart(Item relation) => relation is { Type: "relationship", RelationshipType: "subtechnique-of", Revoked: false };

    static List<string> Faults(Bundle bundle, List<Item> kept)
    {
        var known = kept.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var tactics = kept.Where(o => o.Type is "x-mitre-tactic").Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var names = kept.Select(o => o.XMitreShortname).OfType<string>().ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> faults =
        [
            .. kept.Where(o => o.ExternalId is null || string.IsNullOrWhiteSpace(o.Name)).Select(o => $"{o.Id} n’a pas d’identifiant externe ou pas de nom."),
            .. kept.GroupBy(o => o.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"{same.Key} est là {same.Count()} fois."),
            .. kept.Where(o => o.XMitreShortname is not null).GroupBy(o => o.XMitreShortname, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"Deux tactiques s’appellent {same.Key}."),
            .. bundle.Objects.Where(IsPart).Where(r => !known.Contains(r.SourceRef ?? "") || !known.Contains(r.TargetRef ?? "")).Select(r => $"{r.Id} relie un objet qui n’est pas dans le paquet."),
            .. from matrix in kept from tactic in Tactics(matrix) where !tactics.Contains(tactic) select $"{matrix.Id} nomme une tactique qui n’est pas dans le paquet.",
            .. kept.SelectMany(o => o.KillChainPhases ?? [], (o, p) => (o, p)).Where(x => x.p is null || !names.Contains(x.p.PhaseName)).Select(x => $"{x.o.Id} est d’une tactique qui n’est pas dans le paquet."),
        ];
        return kept.Count == 0 ? ["Le paquet ne contient ni tactique ni technique."] : [.. faults];
    }

    /// <param name="list">Stands under the description in English; what is read in French has its own words only.</param>
    static EntryContent Content(Item item, string list, ILookup<string, string> parents, Dictionary<string, string> tactics, IReadOnlyDictionary<string, FrenchLabel> labels)
    {
        var id = item.ExternalId!;
        var above = (item.KillChainPhases ?? []).Select(p => tactics[p.PhaseName]).Concat(parents[item.Id]).Distinct(StringComparer.Ordinal);
        return new()
        {
            Type = EntryType.Definition,
            Original = Lang.English,
            Phases = Disarm.Words,
            Texts = new()
            {
                En = Text(id, item.Name!, item.Description ?? "", list),
                Fr = labels.TryGetValue(id, out var label) ? Text(id, label.Title, label.Description) : null,
            },
            Links = [.. above.Select(to => new EntryTie(Disarm.Key(to), Relation.PartOf))],
            Origin = Disarm.Origin(id, item.Url),
        };
    }

    static EntryText Text(string id, string name, string description, string list = "")
    {
        var text = string.Join("\n\n", new[] { description, list }.Where(part => part.Length > 0));
        return new()
        {
            Title = ImportedText.Title(name, id),
            Summary = ImportedText.Summary(description),
            Fields = text.Length == 0 ? new Dictionary<string, string>(StringComparer.Ordinal) : new(StringComparer.Ordinal) { ["text"] = text },
            Synonyms = [id],
        };
    }
}
