using System.Globalization;

namespace Beffroi.Detection;

/// <summary>Type of a column of a <see cref="GraphFile"/>.</summary>
public enum GraphColumnType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole number.</summary>
    Whole,

    /// <summary>Number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>A named column of nodes or edges.</summary>
/// <param name="Name">As shown in Gephi.</param>
/// <param name="Type">Its type.</param>
public sealed record GraphColumn(string Name, GraphColumnType Type);

/// <summary>A node as it is written.</summary>
/// <param name="Id">Identifier in the file.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Values">One for each column of nodes, in order: text, long, double, bool, or null for none.</param>
public sealed record GraphNode(string Id, string Label, IReadOnlyList<object?> Values)
{
    /// <summary>Place; null for none.</summary>
    public (double X, double Y)? Place { get; init; }

    /// <summary>Size; null for none.</summary>
    public double? Size { get; init; }

    /// <summary>First and last moment; null for none.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Span { get; init; }
}

/// <summary>An edge as it is written.</summary>
/// <param name="From">Index of a node.</param>
/// <param name="To">Index of a node.</param>
/// <param name="Weight">Above 0.</param>
/// <param name="Values">One for each column of edges.</param>
public sealed record GraphEdge(int From, int To, double Weight, IReadOnlyList<object?> Values)
{
    /// <summary>First and last moment; null for none.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Span { get; init; }
}

/// <summary>A graph ready to be written for Gephi and other programs: see <see cref="Gexf"/> and <see cref="GraphMl"/>.</summary>
public sealed record GraphFile
{
    /// <summary>Whether edges have a direction.</summary>
    public required bool Directed { get; init; }

    /// <summary>Columns of nodes.</summary>
    public required IReadOnlyList<GraphColumn> NodeColumns { get; init; }

    /// <summary>Columns of edges, weight apart.</summary>
    public required IReadOnlyList<GraphColumn> EdgeColumns { get; init; }

    /// <summary>Nodes.</summary>
    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    /// <summary>Edges.</summary>
    public required IReadOnlyList<GraphEdge> Edges { get; init; }

    /// <summary>Clusters and kept ties; roles when the evidence is given. Ties have no direction; who leads is in their columns.</summary>
    public static GraphFile Of(CoordinationFindings findings, IReadOnlyList<ClusterEvidence>? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var roles = (evidence ?? []).SelectMany(e => e.Members).ToDictionary(m => m.Account, m => m.Role.ToString(), StringComparer.Ordinal);
        var spans = (evidence ?? []).SelectMany(e => e.Top).SelectMany(o => o.Shares).GroupBy(s => s.AccountId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (DateTimeOffset.FromUnixTimeSeconds(g.Min(s => s.Timestamp)), DateTimeOffset.FromUnixTimeSeconds(g.Max(s => s.Timestamp))), StringComparer.Ordinal);
        var members = findings.AccountFindings.Where(a => a.Cluster is not null).ToArray();
        var place = members.Select((m, at) => (m.Account, at)).ToDictionary(p => p.Account, p => p.at, StringComparer.Ordinal);
        return new()
        {
            Directed = false,
            NodeColumns = [new("cluster", GraphColumnType.Whole), new("score", GraphColumnType.Number), new("strength", GraphColumnType.Number), new("activity", GraphColumnType.Whole), new("role", GraphColumnType.Text)],
            EdgeColumns =
            [
                new("objects", GraphColumnType.Whole), new("expected", GraphColumnType.Number), new("log10_chance", GraphColumnType.Number), new("log10_adjusted", GraphColumnType.Number),
                new("mean_delay", GraphColumnType.Number), new("symmetry", GraphColumnType.Number), new("direction", GraphColumnType.Number), new("backbone", GraphColumnType.Flag),
            ],
            Nodes = [.. members.Select(m => new GraphNode(m.Account, m.Account, [(long)m.Cluster!.Value, m.Score, m.Strength, (long)m.Activity, roles.GetValueOrDefault(m.Account)])
            {
                Size = m.Strength,
                Span = spans.TryGetValue(m.Account, out var span) ? span : null,
            })],
            Edges = [.. findings.Kept.Select(t => new GraphEdge(place[findings.Accounts[t.Tie.First]], place[findings.Accounts[t.Tie.Second]], Math.Max(t.Weight, 1e-9),
                [(long)t.Tie.Objects, t.Expected, t.LogChance, t.LogAdjusted, t.Tie.MeanDelay, t.Symmetry, t.Direction, t.InBackbone]))],
        };
    }

    /// <summary>Who repeats whom.</summary>
    public static GraphFile Of(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new()
        {
            Directed = true,
            NodeColumns = [new("community", GraphColumnType.Whole), new("received", GraphColumnType.Whole), new("given", GraphColumnType.Whole)],
            EdgeColumns = [new("reposts", GraphColumnType.Whole), new("quotes", GraphColumnType.Whole)],
            Nodes = [.. graph.Nodes.Select(n => new GraphNode(n.Account, n.Account, [(long)n.Community, (long)n.Received, (long)n.Given]) { Place = (n.X, n.Y), Size = 1 + n.Received, Span = (n.First, n.Last) })],
            Edges = [.. graph.Edges.Select(e => new GraphEdge(e.From, e.To, e.Weight, [(long)e.Reposts, (long)e.Quotes]) { Span = (e.First, e.Last) })],
        };
    }

    /// <summary>A value as XML says it: no culture, no control character nor half of a pair, infinities by name.</summary>
    internal static string Written(object value) => value switch
    {
        string text => Clean(text),
        bool flag => flag ? "true" : "false",
        double number => double.IsPositiveInfinity(number) ? "INF" : double.IsNegativeInfinity(number) ? "-INF" : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} has no place in a graph.", nameof(value)),
    };

    internal static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x20 and not (0xFFFE or 0xFFFF or (>= 0x7F and <= 0x9F)) or '\t' or '\n')
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
