using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Cli.Bots;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>Archives of Bluesky's stream, invented or made from what people really published.</summary>
static class Archives
{
    public static readonly long Start = ReplayArchive.Micros(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public static string Post(int number, string text, string did = "did:plc:someone", long? micros = null, string operation = "create", string collection = "app.bsky.feed.post", string? repostOf = null) => new JsonObject
    {
        ["did"] = did, ["time_us"] = micros ?? Start + (number * 1000L), ["kind"] = "commit",
        ["commit"] = new JsonObject
        {
            ["rev"] = "r", ["operation"] = operation, ["collection"] = repostOf is null ? collection : "app.bsky.feed.repost", ["rkey"] = $"k{number}", ["cid"] = "c",
            ["record"] = repostOf is null
                ? new JsonObject { ["text"] = text, ["createdAt"] = At(micros ?? Start + (number * 1000L)), ["langs"] = new JsonArray("fr") }
                : new JsonObject { ["subject"] = new JsonObject { ["uri"] = repostOf, ["cid"] = "c" }, ["createdAt"] = At(micros ?? Start + (number * 1000L)) },
        },
    }.ToJsonString();

    public static ReplayArchive Of(IEnumerable<string> lines)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines);
            return ReplayArchive.Open(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Posts of the bot-or-not challenge, in French and in English: people's own, they stand outside the repository and are read where they are present.</summary>
    public static string Real()
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared/data/bots/bot-or-not_posts.csv.gz") is var path && File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip("The posts of the bot-or-not challenge are not shipped with the project and are not beside it.");
        return "";
    }

    static string At(long micros) => ReplayArchive.Instant(micros).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
