using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>A site of the outside world, on this machine: gives feeds, and takes what is sent to it.</summary>
sealed class OutsideServer : IAsyncDisposable
{
    readonly WebApplication _app;

    OutsideServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The chat may come here, and nowhere else that is private.</summary>
    public ChatNetwork Network => new() { Enabled = true, TimeoutSeconds = 5, PrivateHosts = [new Uri(Address).Authority] };

    /// <summary>What each path answers.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>All that came, in order.</summary>
    public ConcurrentQueue<Asked> Asked { get; } = [];

    public static async Task<OutsideServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new OutsideServer(app);
        app.Run(server.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Gives a feed, with a mark by which it is asked for only if it changed.</summary>
    public string Feed(string path, params (string Key, string Title)[] items)
    {
        var text = "<rss version=\"2.0\"><channel><title>Le Courrier inventé</title>"
            + string.Concat(items.Select((item, i) => $"<item><guid isPermaLink=\"false\">{item.Key}</guid><title>{item.Title}</title><link>{Address}/{item.Key}</link><pubDate>Mon, 23 Nov 2026 0{9 - i}:00:00 GMT</pubDate></item>"))
            + "</channel></rss>";
        var mark = $"\"{string.Join('-', items.Select(i => i.Key))}\"";
        Pages[path] = async http =>
        {
            http.Response.Headers.ETag = mark;
            if (http.Request.Headers.IfNoneMatch.ToString() == mark)
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            http.Response.ContentType = "application/rss+xml; charset=utf-8";
            await http.Response.WriteAsync(text);
        };
        return Address + path;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Asked.Enqueue(new(http.Request.Method, http.Request.Path.Value!, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (Pages.TryGetValue(http.Request.Path.Value!, out var page))
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
            await page(http);
        }
    }
}

sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
