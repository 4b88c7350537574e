using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Testing.Networks;

/// <summary>Speaks as the public interface of Bluesky: profiles, and followers without their counts.</summary>
public sealed class BlueskyServer : LocalServer
{
    public Dictionary<string, JsonObject> Profiles { get; } = [];

    /// <summary>DIDs, newest first.</summary>
    public Dictionary<string, List<string>> Followers { get; } = [];

    /// <summary>Statuses to answer with before all is well again.</summary>
    public Queue<int> Failures { get; } = [];

    public static async Task<BlueskyServer> Start()
    {
        var server = new BlueskyServer();
        await server.Open();
        return server;
    }

    public void Add(string name, long posts, long followers, long following, string? description = null, DateTimeOffset? created = null) => Profiles[Did(name)] = new()
    {
        ["did"] = Did(name), ["handle"] = $"{name}.example", ["displayName"] = name, ["description"] = description ?? "", ["createdAt"] = (created ?? new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["postsCount"] = posts, ["followersCount"] = followers, ["followsCount"] = following, ["labels"] = new JsonArray(),
    };

    public static string Did(string name) => "did:plc:" + name;

    protected override void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (Failures.TryDequeue(out var status))
            {
                context.Response.StatusCode = status;
            }
            else
            {
                await next();
            }
        });
        app.MapGet("/xrpc/app.bsky.actor.getProfiles", (string[] actors) => actors.Length > 25
            ? Results.StatusCode(400)
            : Json(new() { ["profiles"] = new JsonArray([.. actors.Select(a => Profiles.Values.FirstOrDefault(p => (string?)p["did"] == a || (string?)p["handle"] == a)).OfType<JsonObject>().Select(p => p.DeepClone())]) }));
        app.MapGet("/xrpc/app.bsky.graph.getFollowers", (string actor, int limit, int? cursor) =>
        {
            var all = Followers.GetValueOrDefault(actor) ?? [];
            var start = cursor ?? 0;
            var body = new JsonObject { ["subject"] = new JsonObject { ["did"] = actor, ["handle"] = "subject.example" }, ["followers"] = new JsonArray([.. all.Skip(start).Take(limit).Select(d => Brief(Profiles[d]))]) };
            if (start + limit < all.Count)
            {
                body["cursor"] = $"{start + limit}";
            }

            return Json(body);
        });
    }

    static JsonNode Brief(JsonObject profile) => new JsonObject { ["did"] = profile["did"]!.DeepClone(), ["handle"] = profile["handle"]!.DeepClone(), ["displayName"] = profile["displayName"]!.DeepClone() };

    static IResult Json(JsonObject body) => Results.Content(body.ToJsonString(), "application/json");
}
