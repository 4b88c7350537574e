using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>Observables and techniques that a bundle of another program holds, each once.</summary>
sealed partial class StixSightings
{
    readonly Dictionary<string, DateTimeOffset> firstSeen = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> whyUsed = new(StringComparer.Ordinal);
    readonly HashSet<string> known = new(StringComparer.Ordinal);

    public StixSightings(StixBundle bundle)
    {
        foreach (var observed in bundle.Objects.Where(o => o.Type is "observed-data"))
        {
            foreach (var id in observed.Texts("object_refs"))
            {
                if (observed.Time("first_observed") is { } at && (!firstSeen.TryGetValue(id, out var before) || at < before))
                {
                    firstSeen[id] = at;
                }
            }
        }

        foreach (var relation in bundle.Objects.Where(o => o is { Type: "relationship" } && o.Text("relationship_type") is "uses"))
        {
            if (relation.Text("target_ref") is { } target && relation.Text("description") is { Length: > 0 } why)
            {
                whyUsed.TryAdd(target, why);
            }
        }
    }

    public void Know(IEnumerable<Observable> observables) => known.UnionWith(observables.Select(KeyOf));

    public void Know(IEnumerable<string> techniquesOrUrls) => known.UnionWith(techniquesOrUrls);

    /// <summary>Whether it is something that the case holds already.</summary>
    public bool IsKnown(StixObject item) =>
        (item.Type is "attack-pattern" && Disarm.IdOf(item) is { } technique && known.Contains(technique))
        || Read(item).Any(o => known.Contains(KeyOf(o)))
        || (item.Type is "url" && item.Text("value") is { } url && known.Contains(url));

    /// <summary>What this object tells that was not told before.</summary>
    public IEnumerable<(CaseFact Fact, DateTimeOffset? At, string Key)> Of(StixObject item)
    {
        if (item.Type is "attack-pattern" && Disarm.IdOf(item) is { } technique)
        {
            if (known.Add(technique))
            {
                yield return (new TechniqueNoted { Technique = technique, Name = Bare(item.Text("name"), technique), Why = Why(item) }, null, technique);
            }

            yield break;
        }

        if (item.Type is "url" && item.Text("value") is { } told && known.Contains(told))
        {
            yield break;
        }

        foreach (var observable in Read(item))
        {
            if (known.Add(KeyOf(observable)))
            {
                DateTimeOffset? at = firstSeen.TryGetValue(item.Id, out var first) ? first : item.Time("first_observed") ?? item.Time("valid_from");
                yield return (new ObservableNoted { Observable = observable, Note = item.Text("x_opencti_description") is { Length: > 0 and <= Need.Text } note && !note.Any(char.IsControl) ? note : null }, at, KeyOf(observable));
            }
        }
    }

    /// <summary>Cyber-observables, the simple patterns of indicators, the media of OpenCTI, and the observed data of STIX 2.0, which hold their objects.</summary>
    static IEnumerable<Observable> Read(StixObject item) => item.Type switch
    {
        "indicator" => Pattern(item.Text("pattern") ?? ""),
        "observed-data" when item.Object("objects") is { } inner => inner.Json.Select(p => p.Value).OfType<JsonObject>().Take(1_000).SelectMany(o => One(new(o))),
        _ => One(item),
    };

    static IEnumerable<Observable> One(StixObject item)
    {
        var read = item.Type switch
        {
            "url" when item.Text("value") is { } value => Observable.Read(ObservableKind.Url, value),
            "media-content" when item.Text("url") is { } value => Observable.Read(ObservableKind.Url, value),
            "domain-name" when item.Text("value") is { } value => Observable.Read(ObservableKind.Domain, value),
            "user-account" when item.Text("account_type") is { } type && (item.Text("account_login") ?? item.Text("user_id")) is { } name =>
                Observable.Read(ObservableKind.Account, name, StixParts.Network(type)),
            _ => null,
        };
        return read is null ? [] : [read];
    }

    /// <summary>Only comparisons for equality joined by OR: anything else says more than that something was seen.</summary>
    static IEnumerable<Observable> Pattern(string pattern)
    {
        if (pattern.Length > 20_000 || !Simple().IsMatch(pattern))
        {
            return [];
        }

        return Comparison().Matches(pattern)
            .Select(m => Observable.Read(
                m.Groups["type"].Value is "url" ? ObservableKind.Url : ObservableKind.Domain,
                m.Groups["value"].Value.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)))
            .OfType<Observable>();
    }

    string Why(StixObject technique)
    {
        var why = whyUsed.GetValueOrDefault(technique.Id) ?? technique.Text("description") ?? technique.Text("name") ?? "STIX";
        why = new([.. why.Where(c => !char.IsControl(c) || c is '\n' or '\r' or '\t')]);
        return string.IsNullOrWhiteSpace(why) ? "STIX" : why.Length <= Need.Text ? why : why[..Need.Line] + "…";
    }

    static string? Bare(string? name, string technique)
    {
        name = name is not null && name.StartsWith(technique, StringComparison.Ordinal) ? name[technique.Length..].Trim() : name;
        return name is { Length: > 0 and <= Need.Title } && !name.Any(char.IsControl) ? name : null;
    }

    static string KeyOf(Observable observable) => FactWords.Shown(observable) + "\n" + observable.Kind.ToString();

    [GeneratedRegex(@"^\s*\[\s*(?:url|domain-name):value\s*=\s*'(?:[^'\\]|\\.)*'(?:\s*\]?\s*OR\s*\[?\s*(?:url|domain-name):value\s*=\s*'(?:[^'\\]|\\.)*')*\s*\]\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Simple();

    [GeneratedRegex(@"(?<type>url|domain-name):value\s*=\s*'(?<value>(?:[^'\\]|\\.)*)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();
}
