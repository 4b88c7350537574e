using System.Globalization;
using System.Xml.Linq;

namespace Beffroi.Detection.Tests.Drawings;

public sealed class GraphFileTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(2));

    static readonly GraphFile Graph = new()
    {
        Directed = true,
        NodeColumns = [new("rôle <x>", GraphColumnType.Text), new("n", GraphColumnType.Whole)],
        EdgeColumns = [new("part", GraphColumnType.Number), new("vrai", GraphColumnType.Flag)],
        Nodes = [new("a&b\u0001\ud83d", "É \"x\"\u0000", ["<b>", 3L]) { Place = (1.5, -2), Size = 4, Span = (Start, Start.AddHours(1)) }, new("c", "c", [null, -1L])],
        Edges = [new(0, 1, 0.25, [double.NegativeInfinity, true]) { Span = (Start, Start) }],
    };

    [Fact]
    public void Gexf_is_as_its_schema_says()
    {
        var text = Text(s => Gexf.Write(Graph, s));
        XNamespace g = "http://gexf.net/1.3", viz = "http://gexf.net/1.3/viz";
        var root = XDocument.Parse(text).Root!;
        Assert.Equal((g + "gexf", "1.3"), (root.Name, root.Attribute("version")!.Value));
        var graph = root.Element(g + "graph")!;
        Assert.Equal(("directed", "static"), (graph.Attribute("defaultedgetype")!.Value, graph.Attribute("mode")!.Value));
        Assert.Equal(["attributes", "attributes", "nodes", "edges"], graph.Elements().Select(e => e.Name.LocalName));
        Assert.Equal([("node", "0", "rôle <x>", "string"), ("node", "1", "n", "long"), ("edge", "0", "part", "double"), ("edge", "1", "vrai", "boolean")],
            graph.Descendants(g + "attribute").Select(a => (a.Parent!.Attribute("class")!.Value, a.Attribute("id")!.Value, a.Attribute("title")!.Value, a.Attribute("type")!.Value)));
        var node = graph.Descendants(g + "node").First();
        Assert.Equal(("a&b\ufffd", "É \"x\""), (node.Attribute("id")!.Value, node.Attribute("label")!.Value));
        Assert.Equal([("0", "<b>"), ("1", "3")], node.Descendants(g + "attvalue").Select(v => (v.Attribute("for")!.Value, v.Attribute("value")!.Value)));
        Assert.Equal(("1.5", "-2", "4"), (node.Element(viz + "position")!.Attribute("x")!.Value, node.Element(viz + "position")!.Attribute("y")!.Value, node.Element(viz + "size")!.Attribute("value")!.Value));
        Assert.Single(graph.Descendants(g + "node").Last().Descendants(g + "attvalue"));
        var edge = Assert.Single(graph.Descendants(g + "edge"));
        Assert.Equal(("0", "a&b\ufffd", "c", "0.25"), (edge.Attribute("id")!.Value, edge.Attribute("source")!.Value, edge.Attribute("target")!.Value, edge.Attribute("weight")!.Value));
        Assert.Equal(["-INF", "true"], edge.Descendants(g + "attvalue").Select(v => v.Attribute("value")!.Value));
        Assert.Null(node.Attribute("start"));
    }

    [Fact]
    public void Dynamic_gexf_says_when_each_comes_and_goes_in_universal_time()
    {
        var graph = XDocument.Parse(Text(s => Gexf.Write(Graph, s, dynamic: true))).Root!.Elements().Last();
        Assert.Equal(("dynamic", "dateTime", "interval"), (graph.Attribute("mode")!.Value, graph.Attribute("timeformat")!.Value, graph.Attribute("timerepresentation")!.Value));
        var node = graph.Descendants().First(e => e.Name.LocalName == "node");
        Assert.Equal(("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"), (node.Attribute("start")!.Value, node.Attribute("end")!.Value));
    }

    [Fact]
    public void GraphMl_is_as_its_schema_says()
    {
        XNamespace g = "http://graphml.graphdrawing.org/xmlns";
        var root = XDocument.Parse(Text(s => GraphMl.Write(Graph, s))).Root!;
        Assert.Equal(g + "graphml", root.Name);
        var keys = root.Elements(g + "key").ToDictionary(k => k.Attribute("id")!.Value, k => (k.Attribute("for")!.Value, k.Attribute("attr.name")!.Value, k.Attribute("attr.type")!.Value));
        Assert.Equal(8 + 5, keys.Count);
        Assert.Equal(("node", "rôle <x>", "string"), keys["n6"]);
        Assert.Equal(("edge", "weight", "double"), keys["e0"]);
        var graph = root.Element(g + "graph")!;
        Assert.Equal("directed", graph.Attribute("edgedefault")!.Value);
        Assert.All(graph.Descendants(g + "data"), d => Assert.Contains(d.Attribute("key")!.Value, keys.Keys));
        var node = graph.Elements(g + "node").First().Elements().ToDictionary(d => keys[d.Attribute("key")!.Value].Item2, d => d.Value);
        Assert.Equal(("É \"x\"", "1.5", "2026-03-02T10:00:00Z", "<b>", "3"), (node["label"], node["x"], node["first"], node["rôle <x>"], node["n"]));
        Assert.Equal(("a&b\ufffd", "c"), (graph.Element(g + "edge")!.Attribute("source")!.Value, graph.Element(g + "edge")!.Attribute("target")!.Value));
    }

    [Fact]
    public void Findings_and_interactions_are_written_whole_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            var (findings, evidence) = Networks.ClusterEvidenceTests.Found();
            var file = GraphFile.Of(findings, evidence);
            Assert.Equal((4, 6), (file.Nodes.Count, file.Edges.Count));
            Assert.All(file.Nodes, n => Assert.Equal(file.NodeColumns.Count, n.Values.Count));
            Assert.All(file.Edges, e => Assert.Equal(file.EdgeColumns.Count, e.Values.Count));
            foreach (var text in new[] { Text(s => Gexf.Write(file, s, dynamic: true)), Text(s => GraphMl.Write(file, s)) })
            {
                Assert.Contains("FirstMover", text, StringComparison.Ordinal);
                Assert.Equal(4, XDocument.Parse(text).Descendants().Count(e => e.Name.LocalName == "node"));
            }

            var interactions = GraphFile.Of(InteractionGraph.Of([new("a", "b", "1", Start, Start.AddHours(1), false)]));
            Assert.Equal((2, 1, true), (interactions.Nodes.Count, interactions.Edges.Count, interactions.Directed));
            Assert.Contains("weight=\"1\"", Text(s => Gexf.Write(interactions, s)), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
