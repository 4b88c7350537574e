using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Graphs;

/// <summary>The graph as its page's script and other programs read it.</summary>
static class GraphJson
{
    public static object Of(DrawnGraph graph, Lang l) => new
    {
        directed = graph.Directed,
        leftOut = graph.LeftOut,
        nodes = graph.Nodes.Select(n => new
        {
            label = n.Label, href = Addresses.Account(l, n.Account), x = Math.Round(n.X, 2), y = Math.Round(n.Y, 2), community = n.Community, received = n.Received, given = n.Given,
            first = n.First.ToUnixTimeSeconds(), last = n.Last.ToUnixTimeSeconds(), probability = n.Probability, @class = n.Class,
        }),
        edges = graph.Edges.Select(e => new { from = e.From, to = e.To, size = e.Size, weight = Math.Round(e.Weight, 4), first = e.First.ToUnixTimeSeconds(), last = e.Last.ToUnixTimeSeconds() }),
        replay = graph.Replay.Select(r => new long[] { r.Second, r.From, r.To }),
    };

    public static GraphFile File(DrawnGraph graph) => new()
    {
        Directed = graph.Directed,
        NodeColumns = [new("community", GraphColumnType.Whole), new("received", GraphColumnType.Whole), new("given", GraphColumnType.Whole), new("probability", GraphColumnType.Number), new("class", GraphColumnType.Text)],
        EdgeColumns = [new("size", GraphColumnType.Whole)],
        Nodes = [.. graph.Nodes.Select(n => new GraphNode(n.Account.ToString(), n.Label, [(long)n.Community, (long)n.Received, (long)n.Given, n.Probability, n.Class?.ToString()]) { Place = (n.X, n.Y), Size = 1 + n.Received, Span = (n.First, n.Last) })],
        Edges = [.. graph.Edges.Select(e => new GraphEdge(e.From, e.To, e.Weight, [(long)e.Size]) { Span = (e.First, e.Last) })],
    };
}
