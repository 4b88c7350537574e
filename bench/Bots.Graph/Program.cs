using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Beffroi.Bots.Graph;
using Beffroi.Bots.Graphs;

// How long the drawing of a graph takes: on the server, and frame by frame in a browser without a graphics card.
// dotnet run -c Release --project bench/Bots.Graph -- [nodes] [interactions]      (BEFFROI_CHROMIUM says which browser)
var nodes = args is [var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : DrawnGraph.MostNodes;
var interactions = args is [_, var i] ? int.Parse(i, CultureInfo.InvariantCulture) : 10_000;

var clock = Stopwatch.StartNew();
var graph = DrawnGraph.OfInteractions(Talk.Of(nodes, interactions));
Console.WriteLine($"{graph.Nodes.Count} accounts, {graph.Edges.Count} links, {graph.Replay.Count} events: communities and places in {clock.ElapsedMilliseconds} ms");

await using var page = await ServedPage.Start(graph);
using var browser = page.OpenBrowser();
using var told = JsonDocument.Parse(await page.Answer);
browser.Kill(entireProcessTree: true);
if (told.RootElement.GetProperty("failed").GetString() is { } failed)
{
    await Console.Error.WriteLineAsync(failed);
    return 1;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"drawn in {told.RootElement.GetProperty("drawn").GetDouble():0} ms"));
foreach (var act in told.RootElement.GetProperty("frames").EnumerateObject())
{
    var times = act.Value.EnumerateArray().Select(t => t.GetDouble()).Order().ToArray();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{act.Name,-7} frame p50 {times[times.Length / 2]:0.0} ms, p95 {times[times.Length * 95 / 100]:0.0} ms, worst {times[^1]:0.0} ms"));
}

return 0;
