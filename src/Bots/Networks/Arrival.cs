using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>What a source brings, in the order of the network: posts that matched, and how far it is.</summary>
public sealed record Arrival
{
    public IReadOnlyList<IncomingPost> Posts { get; init; } = [];

    /// <summary>Identifiers of what its author deleted since: it goes from here too, after these posts are written.</summary>
    public IReadOnlyList<(Network Network, string NativeId)> Gone { get; init; } = [];

    /// <summary>The same, by what a server calls them.</summary>
    public IReadOnlyList<string> GoneNames { get; init; } = [];

    /// <summary>What its author changed since.</summary>
    public IReadOnlyList<IncomingPost> Edited { get; init; } = [];

    /// <summary>Where to go on from once this is written; null: as before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Posts that were read, and messages that could not be.</summary>
    public int Read { get; init; }
    public int Broken { get; init; }

    /// <summary>What they cost, in thousandths of a dollar.</summary>
    public long Price { get; init; }

    /// <summary>Something to say without stopping: a gap, a file that could not be read.</summary>
    public SourceError? Notice { get; init; }
    public string? NoticeDetail { get; init; }

    /// <summary>Done once this is written: a file is moved, for instance.</summary>
    public Action? Written { get; init; }
}
