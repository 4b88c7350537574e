using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Chat.Tests.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Exchange;

/// <summary>Bundles against the standard, read by hand in it (STIX 2.1, OASIS, 10 June 2021): what each type must have, and what identifiers may point at.</summary>
public sealed partial class StixConformanceTests
{
    static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["report"] = ["created", "modified", "name", "published", "object_refs"],
        ["campaign"] = ["created", "modified", "name"],
        ["note"] = ["created", "modified", "content", "object_refs"],
        ["opinion"] = ["created", "modified", "opinion", "object_refs"],
        ["observed-data"] = ["created", "modified", "first_observed", "last_observed", "number_observed", "object_refs"],
        ["course-of-action"] = ["created", "modified", "name"],
        ["attack-pattern"] = ["created", "modified", "name"],
        ["threat-actor"] = ["created", "modified", "name"],
        ["relationship"] = ["created", "modified", "relationship_type", "source_ref", "target_ref"],
        ["identity"] = ["created", "modified", "name"],
        ["marking-definition"] = ["created", "name", "extensions"],
        ["extension-definition"] = ["created", "modified", "created_by_ref", "name", "schema", "version", "extension_types"],
        ["url"] = ["value"],
        ["domain-name"] = ["value"],
        ["user-account"] = ["account_login", "account_type"],
        ["file"] = ["hashes", "name"],
    };

    static readonly string[] Observables = ["url", "domain-name", "user-account", "file"];

    [Fact]
    public void Bundles_are_as_the_standard_wants_them()
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 100; seed++)
        {
            using var bundle = JsonDocument.Parse(StixWriter.Write(RoundTripTests.Drawn(seed), new() { Language = Lang.French }));
            Assert.Equal(["type", "id", "objects"], bundle.RootElement.EnumerateObject().Select(p => p.Name));
            Assert.Matches(Identifier(), bundle.RootElement.GetProperty("id").GetString());
            var objects = bundle.RootElement.GetProperty("objects").EnumerateArray().ToList();
            var ids = objects.Select(o => o.GetProperty("id").GetString()!).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            foreach (var item in objects)
            {
                types.Add(item.GetProperty("type").GetString()!);
                Check(item, [.. ids]);
            }
        }

        Assert.Empty(Required.Keys.Except(types));
    }

    [Fact]
    public void Techniques_are_those_of_DISARM_in_a_kill_chain_of_its_name()
    {
        var tactics = new Dictionary<string, string> { ["T0049"] = "maximise-exposure" };
        var phases = new HashSet<string>();
        var desk = Desk.Opened();
        desk.Write(new TechniqueNoted { Technique = "T0049", Why = "x" });
        desk.Write(new TechniqueNoted { Technique = "T0049.003", Name = "Bots", Why = "y" });
        var shared = SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!;
        using var bundle = JsonDocument.Parse(StixWriter.Write(shared, new() { Language = Lang.French, Tactics = tactics }));
        foreach (var technique in bundle.RootElement.GetProperty("objects").EnumerateArray().Where(o => o.GetProperty("type").GetString() is "attack-pattern"))
        {
            var reference = Assert.Single(technique.GetProperty("external_references").EnumerateArray());
            Assert.Equal("DISARM", reference.GetProperty("source_name").GetString());
            var phase = Assert.Single(technique.GetProperty("kill_chain_phases").EnumerateArray());
            Assert.Equal("disarm", phase.GetProperty("kill_chain_name").GetString());
            phases.Add(reference.GetProperty("external_id").GetString() + " " + phase.GetProperty("phase_name").GetString());
        }

        Assert.Equal(["T0049 maximise-exposure", "T0049.003 unspecified"], phases.Order(StringComparer.Ordinal));
    }

    static void Check(JsonElement item, HashSet<string> ids)
    {
        var type = item.GetProperty("type").GetString()!;
        var id = item.GetProperty("id").GetString()!;
        Assert.Matches(Identifier(), id);
        Assert.StartsWith(type + "--", id, StringComparison.Ordinal);
        Assert.Equal("2.1", item.GetProperty("spec_version").GetString());
        Assert.All(Required[type], name => Assert.True(item.TryGetProperty(name, out _), $"{type} has no {name}."));
        if (item.TryGetProperty("modified", out var modified))
        {
            Assert.True(string.CompareOrdinal(modified.GetString(), item.GetProperty("created").GetString()) >= 0);
        }

        if (type is not ("marking-definition" or "identity" or "extension-definition"))
        {
            Assert.NotEmpty(item.GetProperty("object_marking_refs").EnumerateArray());
        }

        if (type is "observed-data")
        {
            Assert.All(item.GetProperty("object_refs").EnumerateArray(), r => Assert.Contains(r.GetString()!.Split("--")[0], Observables));
        }

        if (type is "opinion")
        {
            Assert.Contains(item.GetProperty("opinion").GetString(), new[] { "strongly-disagree", "disagree", "neutral", "agree", "strongly-agree" });
        }

        // Of our extension only what the standard says of any value holds: our line is ours.
        Values(item, "", ids, inExtension: false);
    }

    /// <summary>No null and no empty list (2.13, 3.1); dates in UTC to the millisecond (2.16); names of properties (3.1); identifiers that are there.</summary>
    static void Values(JsonElement value, string name, HashSet<string> ids, bool inExtension)
    {
        Assert.NotEqual(JsonValueKind.Null, value.ValueKind);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (!inExtension && name is not ("hashes" or "extensions"))
                    {
                        Assert.Matches("^[a-z0-9_]{3,250}$|^id$", property.Name);
                    }

                    Values(property.Value, property.Name, ids, inExtension || property.Name is "extensions");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(inExtension || value.GetArrayLength() > 0, $"{name} is empty.");
                foreach (var inner in value.EnumerateArray())
                {
                    Values(inner, name, ids, inExtension);
                }

                break;
            case JsonValueKind.String when !inExtension:
                var text = value.GetString()!;
                if (name.EndsWith("_ref", StringComparison.Ordinal) || name.EndsWith("_refs", StringComparison.Ordinal))
                {
                    Assert.Contains(text, ids);
                }

                if (name is "created" or "modified" or "published" or "first_observed" or "last_observed")
                {
                    Assert.Matches(Timestamp(), text);
                }

                break;
            default:
                break;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]+[a-z0-9]--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.None, 1_000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$", RegexOptions.None, 1_000)]
    private static partial Regex Timestamp();
}
