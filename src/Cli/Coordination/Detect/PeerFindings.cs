using System.Globalization;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>The modes that follow another tool.</summary>
static class PeerFindings
{
    public static DetectFound CooRTweet(ShareTable table, DetectRequest request, CancellationToken ct)
    {
        var found = Beffroi.Detection.CooRTweet.Find(table, request.Join, request.MinRepetition, request.EdgeWeight, ct);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var edges = found.Edges.Select(e => (Number(e.From), Number(e.To))).ToList();
        var (accounts, groups) = Components.Count(edges, numbers.Count);
        return new()
        {
            Objects = table.Objects.Count,
            Pairs = found.PairCount,
            Edges = found.Edges.Count,
            Accounts = accounts,
            Clusters = groups,
            Viral = found.Viral,
            WriteEdges = found.WriteEdges,
            Graph = () => Graph([.. numbers.Keys], edges.Zip(found.Edges, (e, told) => new GraphEdge(e.Item1, e.Item2, told.Weight, [told.AverageTimeDelta, told.Symmetry])), false, "avg_time_delta", "edge_symmetry_score"),
            Evidence = found.Pairs,
        };

        int Number(string account) => numbers.TryGetValue(account, out var known) ? known : numbers[account] = numbers.Count;
    }

    public static DetectFound Qut(QutNetwork found, long objects, IEnumerable<TiePair> evidence)
    {
        var (accounts, groups) = Components.Count(found.Edges.Select(e => (e.From, e.To)), found.Accounts.Count);
        return new()
        {
            Objects = objects,
            Pairs = found.Pairs,
            Edges = found.Edges.Count,
            Accounts = accounts,
            Clusters = groups,
            Viral = found.Viral,
            WriteEdges = writer => Write(writer, found),
            Graph = () => Graph(found.Accounts, found.Edges.Select(e => new GraphEdge(e.From, e.To, e.Weight, [])), true),
            Evidence = evidence,
        };
    }

    public static DetectFound Qut(ShareTable table, DetectRequest request, CancellationToken ct)
    {
        var found = QutNetwork.Find(table, request.Join, request.MinRepetition, ct);
        return Qut(found, table.Objects.Count, request.Outputs.WantsPairs ? Evidence(table, found, request, ct) : []);
    }

    static GraphFile Graph(IEnumerable<string> accounts, IEnumerable<GraphEdge> edges, bool directed, params string[] columns) => new()
    {
        Directed = directed,
        NodeColumns = [],
        EdgeColumns = [.. columns.Select(c => new GraphColumn(c, GraphColumnType.Number))],
        Nodes = [.. accounts.Select(a => new GraphNode(a, a, []))],
        Edges = [.. edges],
    };

    /// <summary>The two accounts of each edge, once for both directions, loops aside.</summary>
    public static List<(string One, string Other)> Ends(QutNetwork found) =>
        [.. found.Edges.Where(e => e.From != e.To).Select(e => (First: Math.Min(e.From, e.To), Second: Math.Max(e.From, e.To))).Distinct().Select(e => (found.Accounts[e.First], found.Accounts[e.Second]))];

    // The pairs between two accounts, in either direction, are those of their tie.
    static IEnumerable<TiePair> Evidence(ShareTable table, QutNetwork found, DetectRequest request, CancellationToken ct)
    {
        var sharing = CoSharing.Find(table, request.Join, ct);
        var ties = sharing.Network.Ties.Index().ToDictionary(t => (sharing.Network.Accounts[t.Item.First], sharing.Network.Accounts[t.Item.Second]), t => t.Index);
        return Ends(found).SelectMany(e => sharing.Evidence(ties[e]));
    }

    static void Write(TextWriter writer, QutNetwork found)
    {
        writer.Write("from,to,weight\n");
        foreach (var edge in found.Edges)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{CsvText.Field(found.Accounts[edge.From])},{CsvText.Field(found.Accounts[edge.To])},{edge.Weight}\n"));
        }
    }
}
