using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Testing.Networks;

/// <summary>Speaks as an instance of Mastodon: the public stream, the public timeline, accounts and their followers.</summary>
public sealed class MastodonServer : LocalServer
{
    public const string Token = "mastodon-test-token";

    readonly List<JsonObject> _timeline = [];
    readonly List<string> _stream = [];

    /// <summary>Followers by name of account, newest first.</summary>
    public Dictionary<string, List<JsonObject>> Followers { get; } = [];
    public Dictionary<string, JsonObject> Accounts { get; } = [];

    /// <summary>What a post says when it is asked for by its number; those that are not here are not there.</summary>
    public Dictionary<string, JsonObject> Statuses { get; } = [];

    /// <summary>Something on the way answers for the instance: no page of its own is found.</summary>
    public bool Lost { get; set; }

    /// <summary>Leaves the stream open, silent, rather than close it.</summary>
    public bool StaysOpen { get; init; }

    public static async Task<MastodonServer> Start(bool staysOpen = false)
    {
        var server = new MastodonServer { StaysOpen = staysOpen };
        await server.Open();
        return server;
    }

    /// <summary>What the stream says, as written on the wire.</summary>
    public void Say(string raw) => _stream.Add(raw);

    public void Update(JsonObject status) => Say($"event: update\ndata: {status.ToJsonString()}\n\n");

    /// <summary>A status that was edited, as it says now.</summary>
    public void Edited(JsonObject status) => Say($"event: status.update\ndata: {status.ToJsonString()}\n\n");

    /// <summary>A status that was deleted: its number here alone is told.</summary>
    public void Deleted(string id) => Say($"event: delete\ndata: {id}\n\n");

    /// <summary>Published while nobody listened.</summary>
    public void Published(JsonObject status) => _timeline.Add(status);

    public static JsonObject Status(long id, string acct, string text, params string[] tags) => new()
    {
        ["id"] = $"{id}", ["uri"] = $"https://home.example/users/{acct}/statuses/{id}", ["created_at"] = "2026-11-20T10:00:00.000Z", ["visibility"] = "public", ["language"] = "fr",
        ["content"] = $"<p>{text}</p>", ["favourites_count"] = 3, ["reblogs_count"] = 2, ["replies_count"] = 1, ["in_reply_to_id"] = null, ["reblog"] = null,
        ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)new JsonObject { ["name"] = t })]),
        ["account"] = Account(id + 1_000_000, acct),
    };

    public static JsonObject Account(long id, string acct, long followers = 10, long following = 5, long statuses = 100, bool locked = false) => new()
    {
        ["id"] = $"{id}", ["username"] = acct.Split('@')[0], ["acct"] = acct, ["display_name"] = acct, ["locked"] = locked, ["bot"] = false, ["created_at"] = "2026-10-01T00:00:00.000Z",
        ["note"] = "<p>bio</p>", ["followers_count"] = followers, ["following_count"] = following, ["statuses_count"] = statuses,
    };

    protected override void Map(WebApplication app)
    {
        app.MapGet("/api/v1/streaming/public", Stream);
        app.MapGet("/api/v1/timelines/public", (HttpRequest request, long min_id, int limit) => Allowed(request)
            ? Results.Content(new JsonArray([.. _timeline.Where(s => Id(s) > min_id).OrderBy(Id).Take(limit).Reverse().Select(s => s.DeepClone())]).ToJsonString(), "application/json")
            : Results.StatusCode(401));
        app.MapGet("/api/v1/statuses/{id}", (HttpRequest request, string id) => !Allowed(request) ? Results.StatusCode(401)
            : Lost ? Results.Content("<h1>404</h1>", "text/html", statusCode: 404)
            : Statuses.TryGetValue(id, out var status) ? Results.Content(status.ToJsonString(), "application/json")
            : Results.Json(new { error = "Record not found" }, statusCode: 404));
        app.MapGet("/api/v1/accounts/lookup", (HttpRequest request, string acct) => !Allowed(request) ? Results.StatusCode(401) : Accounts.TryGetValue(acct.Split('@')[0], out var account) ? Results.Content(account.ToJsonString(), "application/json") : Results.NotFound());
        app.MapGet("/api/v1/accounts/{id}/followers", (HttpContext context, string id, int limit, int? max_id) =>
        {
            var name = Accounts.First(a => (string?)a.Value["id"] == id).Key;
            var all = Followers.GetValueOrDefault(name) ?? [];
            var start = max_id ?? 0;
            if (start + limit < all.Count)
            {
                context.Response.Headers.Link = $"<https://{Host}/api/v1/accounts/{id}/followers?limit={limit}&max_id={start + limit}>; rel=\"next\"";
            }

            return Results.Content(new JsonArray([.. all.Skip(start).Take(limit).Select(a => a.DeepClone())]).ToJsonString(), "application/json");
        });
    }

    static long Id(JsonObject status) => long.Parse((string)status["id"]!, System.Globalization.CultureInfo.InvariantCulture);

    static bool Allowed(HttpRequest request) => request.Headers.Authorization == $"Bearer {Token}";

    async Task Stream(HttpContext context)
    {
        if (!Allowed(context.Request))
        {
            context.Response.StatusCode = 401;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(":)\n");
        foreach (var said in _stream.ToArray())
        {
            // As Latin-1: a test that wants broken UTF-8 writes its bytes so.
            await context.Response.Body.WriteAsync(said.Any(c => c is > '\u007f' and < '\u0100') ? Encoding.Latin1.GetBytes(said) : Encoding.UTF8.GetBytes(said));
        }

        await context.Response.Body.FlushAsync();
        if (StaysOpen)
        {
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping).Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
