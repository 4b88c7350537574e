using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Testing.Networks;

/// <summary>Speaks as X's API v2: rules of the filtered stream, the stream with its one connection, recent search, users and followers, all with limits.</summary>
public sealed class XServer : LocalServer
{
    public const string Token = "x-test-token";

    /// <summary>Published before, which recent search finds.</summary>
    public List<JsonObject> Published { get; } = [];

    /// <summary>Lines of the stream, as on the wire.</summary>
    public List<string> Lines { get; } = [];
    public Dictionary<string, (string Value, string Tag)> Rules { get; } = [];
    public Dictionary<string, JsonObject> Users { get; } = [];
    public Dictionary<string, List<string>> Followers { get; } = [];

    /// <summary>Posts that are looked up by their number and are no longer there, with what X says of each.</summary>
    public Dictionary<string, string> Gone { get; } = [];

    /// <summary>Somebody else holds the one connection.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Requests that are still refused for the rate, and when they will not be.</summary>
    public int Limited { get; set; }
    public DateTimeOffset Reset { get; set; }
    int _rule = 100;

    public static async Task<XServer> Start()
    {
        var server = new XServer();
        await server.Open();
        return server;
    }

    public static JsonObject Post(long id, string author, string text, string? retweeted = null) => new()
    {
        ["id"] = $"{id}", ["author_id"] = author, ["text"] = text, ["created_at"] = "2026-11-20T10:00:00.000Z", ["lang"] = "fr",
        ["public_metrics"] = new JsonObject { ["retweet_count"] = 4, ["reply_count"] = 3, ["like_count"] = 2, ["quote_count"] = 1 },
        ["referenced_tweets"] = retweeted is null ? null : new JsonArray(new JsonObject { ["type"] = "retweeted", ["id"] = retweeted }),
    };

    public static JsonObject User(string id, string name, long followers = 10, long following = 5, long posts = 100, bool isProtected = false) => new()
    {
        ["id"] = id, ["name"] = name, ["username"] = name, ["created_at"] = "2026-10-01T00:00:00.000Z", ["description"] = "bio", ["protected"] = isProtected, ["verified"] = false,
        ["public_metrics"] = new JsonObject { ["followers_count"] = followers, ["following_count"] = following, ["tweet_count"] = posts, ["listed_count"] = 0 },
    };

    public string Line(JsonObject post, string tag = "") => new JsonObject
    {
        ["data"] = post.DeepClone(), ["includes"] = new JsonObject { ["users"] = Included([post]) }, ["matching_rules"] = new JsonArray(new JsonObject { ["id"] = "1", ["tag"] = tag }),
    }.ToJsonString();

    protected override void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (context.Request.Headers.Authorization != $"Bearer {Token}")
            {
                context.Response.StatusCode = 401;
            }
            else if (Limited > 0)
            {
                Limited--;
                context.Response.StatusCode = 429;
                context.Response.Headers["x-rate-limit-reset"] = Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                await next();
            }
        });
        app.MapGet("/2/tweets/search/stream/rules", () => Json(new() { ["data"] = new JsonArray([.. Rules.Select(r => (JsonNode)new JsonObject { ["id"] = r.Key, ["value"] = r.Value.Value, ["tag"] = r.Value.Tag })]) }));
        app.MapPost("/2/tweets/search/stream/rules", Change);
        app.MapGet("/2/tweets/search/stream", Stream);
        app.MapGet("/2/tweets/search/recent", (int max_results, string? since_id, string? next_token) =>
        {
            var all = Published.Where(p => since_id is null || long.Parse((string)p["id"]!, CultureInfo.InvariantCulture) > long.Parse(since_id, CultureInfo.InvariantCulture)).OrderByDescending(p => long.Parse((string)p["id"]!, CultureInfo.InvariantCulture)).ToList();
            var start = next_token is null ? 0 : int.Parse(next_token, CultureInfo.InvariantCulture);
            var page = all.Skip(start).Take(max_results).ToList();
            var meta = new JsonObject { ["result_count"] = page.Count };
            if (start + max_results < all.Count)
            {
                meta["next_token"] = $"{start + max_results}";
            }

            return Json(new() { ["data"] = new JsonArray([.. page.Select(p => p.DeepClone())]), ["includes"] = new JsonObject { ["users"] = Included(page) }, ["meta"] = meta });
        });
        app.MapGet("/2/tweets", LookUp);
        app.MapGet("/2/users/by", (string usernames) => Json(new() { ["data"] = new JsonArray([.. usernames.Split(',').SelectMany(n => Users.Values.Where(u => (string?)u["username"] == n)).Select(u => u.DeepClone())]) }));
        app.MapGet("/2/users/{id}/followers", (string id, int max_results, string? pagination_token) =>
        {
            var all = Followers.GetValueOrDefault(id) ?? [];
            var start = pagination_token is null ? 0 : int.Parse(pagination_token, CultureInfo.InvariantCulture);
            var meta = new JsonObject { ["result_count"] = Math.Min(max_results, all.Count - start) };
            if (start + max_results < all.Count)
            {
                meta["next_token"] = $"{start + max_results}";
            }

            return Json(new() { ["data"] = new JsonArray([.. all.Skip(start).Take(max_results).Select(f => Users[f].DeepClone())]), ["meta"] = meta });
        });
    }

    IResult LookUp(string ids)
    {
        var asked = ids.Split(',');
        if (asked.Length > 100)
        {
            return Results.StatusCode(400);
        }

        var body = new JsonObject();
        if (asked.Where(a => !Gone.ContainsKey(a)).ToArray() is { Length: > 0 } here)
        {
            body["data"] = new JsonArray([.. here.Select(a => (JsonNode)new JsonObject { ["id"] = a, ["text"] = "secret" })]);
        }

        if (asked.Where(Gone.ContainsKey).ToArray() is { Length: > 0 } gone)
        {
            body["errors"] = new JsonArray([.. gone.Select(a => (JsonNode)new JsonObject
            {
                ["value"] = a, ["detail"] = $"Could not find tweet with ids: [{a}].", ["title"] = "Not Found Error", ["resource_type"] = "tweet", ["parameter"] = "ids", ["resource_id"] = a,
                ["type"] = "https://api.twitter.com/2/problems/" + Gone[a],
            })]);
        }

        return Json(body);
    }

    static IResult Json(JsonObject body) => Results.Content(body.ToJsonString(), "application/json");

    JsonArray Included(IEnumerable<JsonObject> posts) => new([.. posts.Select(p => (string)p["author_id"]!).Distinct().Where(Users.ContainsKey).Select(a => Users[a].DeepClone())]);

    async Task<IResult> Change(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        foreach (var id in body["delete"]?["ids"]?.AsArray() ?? [])
        {
            Rules.Remove((string)id!);
        }

        var invalid = 0;
        foreach (var rule in body["add"]?.AsArray() ?? [])
        {
            var value = (string)rule!["value"]!;
            if (value.Length > 1024 || Rules.Count >= 1000)
            {
                invalid++;
            }
            else
            {
                Rules[$"{_rule++}"] = (value, (string)rule["tag"]!);
            }
        }

        return Json(new() { ["meta"] = new JsonObject { ["summary"] = new JsonObject { ["invalid"] = invalid } } });
    }

    async Task Stream(HttpContext context)
    {
        if (IsTaken)
        {
            context.Response.StatusCode = 429;
            await context.Response.WriteAsync("""{"title":"ConnectionException","detail":"This stream is currently at the maximum allowed connection limit.","connection_issue":"TooManyConnections"}""");
            return;
        }

        await context.Response.WriteAsync("\r\n");
        foreach (var line in Lines.ToArray())
        {
            await context.Response.WriteAsync(line + "\r\n");
        }
    }
}
