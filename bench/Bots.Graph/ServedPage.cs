using System.Diagnostics;
using Beffroi.Bots.Graphs;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Graph;

/// <summary>One page with the graph's own module and style, under a policy as strict as that of the site.</summary>
sealed class ServedPage : IAsyncDisposable
{
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
    const string Markup = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Graph</title><link rel="stylesheet" href="/findings.css">
        <script type="module" src="/graph.js"></script><script type="module" src="/probe.js"></script></head>
        <body><div class="bots-graph" data-graph="/data" data-colour="community" hidden></div></body></html>
        """;

    readonly WebApplication _app;
    readonly TaskCompletionSource<string> _answer = new();
    readonly string _profile = Directory.CreateTempSubdirectory("beffroi-graph-").FullName;

    ServedPage(WebApplication app) => _app = app;

    public Task<string> Answer => _answer.Task.WaitAsync(TimeSpan.FromMinutes(5));

    public static async Task<ServedPage> Start(DrawnGraph graph)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var page = new ServedPage(builder.Build());
        page.Map(graph);
        await page._app.StartAsync();
        return page;
    }

    public System.Diagnostics.Process OpenBrowser()
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var start = new System.Diagnostics.ProcessStartInfo(Environment.GetEnvironmentVariable("BEFFROI_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--window-size=1280,900", "--no-first-run", "--disable-background-networking", $"--user-data-dir={_profile}", "--remote-debugging-port=0", address })
        {
            start.ArgumentList.Add(argument);
        }

        var browser = System.Diagnostics.Process.Start(start)!;
        browser.BeginErrorReadLine();
        browser.BeginOutputReadLine();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_profile, recursive: true);
    }

    void Map(DrawnGraph graph)
    {
        _app.Use(async (http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            await next(http);
        });
        _app.MapGet("/", () => TypedResults.Content(Markup, "text/html"));
        _app.MapGet("/data", () => TypedResults.Json(GraphJson.Of(graph, Lang.English), ShowGraph.Json));
        _app.MapGet("/graph.js", () => TypedResults.PhysicalFile(Own("dist/graph.js"), "text/javascript"));
        _app.MapGet("/findings.css", () => TypedResults.PhysicalFile(Own("findings.css"), "text/css"));
        _app.MapGet("/probe.js", () => TypedResults.Stream(typeof(ServedPage).Assembly.GetManifestResourceStream("probe.js")!, "text/javascript"));
        _app.MapPost("/done", async (HttpRequest request) => _answer.TrySetResult(await new StreamReader(request.Body).ReadToEndAsync()));
    }

    // Where the sources are: the module is built into them.
    static string Own(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "src/Bots/wwwroot", file) is var found && File.Exists(found))
            {
                return found;
            }
        }

        throw new FileNotFoundException("The module of the graph is not built.", file);
    }
}
