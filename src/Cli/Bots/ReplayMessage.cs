using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Bots;

/// <summary>A message as a version of Jetstream sends it.</summary>
static class ReplayMessage
{
    /// <summary>Null where the listener does not want its collection.</summary>
    public static byte[]? Of(byte[] first, long seq, HashSet<string> wanted, bool isSecond)
    {
        if (wanted.Count == 0 && !isSecond)
        {
            return first;
        }

        var message = JsonNode.Parse(first)!.AsObject();
        var commit = message["commit"] as JsonObject;
        if (wanted.Count > 0 && commit?["collection"]?.GetValue<string>() is { } collection && !wanted.Contains(collection))
        {
            return null;
        }

        return isSecond ? Second(message, commit, seq) : first;
    }

    static byte[]? Second(JsonObject message, JsonObject? commit, long seq)
    {
        if (commit is null)
        {
            return null;
        }

        var payload = new JsonObject
        {
            ["$type"] = "network.bsky.jetstream.subscribeEvents#commit",
            ["seq"] = seq,
            ["did"] = message["did"]?.DeepClone(),
            ["time"] = ReplayArchive.Instant(message["time_us"]!.GetValue<long>()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["rev"] = commit["rev"]?.DeepClone() ?? "r",
        };
        foreach (var name in (string[])["operation", "collection", "rkey", "cid", "record"])
        {
            if (commit[name] is { } value)
            {
                payload[name] = value.DeepClone();
            }
        }

        return Encoding.UTF8.GetBytes(new JsonObject { ["$type"] = "message", ["payload"] = payload }.ToJsonString());
    }
}
