using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>What a mode found, and how it writes it.</summary>
sealed record DetectFound
{
    public required long Objects { get; init; }
    public required long Pairs { get; init; }
    public required long Edges { get; init; }
    public required int Accounts { get; init; }
    public required int Clusters { get; init; }
    public required IReadOnlyList<ViralObject> Viral { get; init; }
    public required Action<TextWriter> WriteEdges { get; init; }

    /// <summary>The network for Gephi and other programs.</summary>
    public required Func<GraphFile> Graph { get; init; }

    /// <summary>What members of each cluster did together; looked for when it is asked for. Null in the modes of other tools, which have no clusters of their own.</summary>
    public Func<IReadOnlyList<ClusterEvidence>>? Clustered { get; init; }

    /// <summary>The pairs of the written edges, each once; looked for when they are asked for.</summary>
    public required IEnumerable<TiePair> Evidence { get; init; }
}
