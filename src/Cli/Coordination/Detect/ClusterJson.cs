using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>What the members of each cluster did together, for a person to look at.</summary>
static class ClusterJson
{
    static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR"), English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The shares of the members of clusters, and no others.</summary>
    public static IEnumerable<Share> Shares(IEnumerable<ShareTable> tables, CoordinationFindings findings)
    {
        var members = findings.Clusters.SelectMany(c => c.Members).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            bool[] wanted = [.. Enumerable.Range(0, table.Accounts.Count).Select(a => members.Contains(table.Accounts[a]))];
            for (var row = 0; row < table.Count; row++)
            {
                if (wanted[table.AccountOf[row]])
                {
                    yield return table[row];
                }
            }
        }
    }

    public static void Write(Stream stream, IReadOnlyList<ClusterEvidence> clusters)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" });
        json.WriteStartArray();
        foreach (var cluster in clusters)
        {
            Write(json, cluster);
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, ClusterEvidence evidence)
    {
        json.WriteStartObject();
        json.WriteNumber("cluster", evidence.Cluster.Number);
        json.WriteNumber("window", evidence.Window);
        json.WriteNumber("ties", evidence.Cluster.Ties);
        json.WriteNumber("weight", evidence.Cluster.Weight);
        json.WriteNumber("density", evidence.Cluster.Density);
        json.WriteNumber("meanDelay", evidence.Cluster.MeanDelay);
        json.WriteNumber("burstSynchrony", evidence.Synchrony);
        json.WriteNumber("burstSynchronyByChance", evidence.SynchronyByChance);
        json.WriteStartObject("sentences");
        Sentences(json, "fr", evidence.Sentences(French));
        Sentences(json, "en", evidence.Sentences(English));
        json.WriteEndObject();
        json.WriteStartArray("members");
        foreach (var member in evidence.Members)
        {
            json.WriteStartObject();
            json.WriteString("account", member.Account);
            json.WriteString("role", Role(member.Role));
            json.WriteNumber("leads", member.Leads);
            json.WriteNumber("follows", member.Follows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("objects", evidence.Objects);
        json.WriteStartArray("topObjects");
        foreach (var thing in evidence.Top)
        {
            json.WriteStartObject();
            json.WriteString("object", thing.ObjectId);
            json.WriteNumber("members", thing.Members);
            json.WriteStartArray("shares");
            foreach (var share in thing.Shares)
            {
                json.WriteStartObject();
                json.WriteString("account", share.AccountId);
                json.WriteString("content", share.ContentId);
                json.WriteString("time", EvidenceCsv.Time(share));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("days");
        foreach (var (day, shares) in evidence.Timeline)
        {
            json.WriteStartObject();
            json.WriteString("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("shares", shares);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Sentences(Utf8JsonWriter json, string language, IReadOnlyList<string> sentences)
    {
        json.WriteStartArray(language);
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
    }

    static string Role(ClusterRole role) => role switch
    {
        ClusterRole.Member => "member",
        ClusterRole.FirstMover => "firstMover",
        ClusterRole.Amplifier => "amplifier",
        ClusterRole.Bridge => "bridge",
    };
}
