using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Detect;

/// <summary>What was asked.</summary>
sealed record DetectRequest
{
    public required string File { get; init; }

    /// <summary>Which traces of posts; none when the file gives shares.</summary>
    public required IReadOnlyList<Trace> On { get; init; }

    public required DetectMode Mode { get; init; }

    public required WindowJoin Join { get; init; }

    public required int MinRepetition { get; init; }

    public required double EdgeWeight { get; init; }

    public required double MaxErrors { get; init; }

    public required bool All { get; init; }

    public required DetectOutputs Outputs { get; init; }

    public required long? Memory { get; init; }

    public required string? Work { get; init; }
}

/// <summary>Files to write.</summary>
sealed record DetectOutputs(string? Edges, string? Pairs, string? Evidence, string? Gexf, string? GraphMl, string? Clusters)
{
    public bool WantsPairs => Pairs is not null || Evidence is not null;
}
