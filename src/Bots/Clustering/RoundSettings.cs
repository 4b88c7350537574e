using Beffroi.Detection;

namespace Beffroi.Bots.Clustering;

/// <summary>What the operator may say of the turns that look for clusters, signs and rises (<c>Bots:Findings</c>).</summary>
public sealed record RoundSettings
{
    /// <summary>Whether this node looks (<c>Bots:Engine:Enabled</c>).</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Days of posts that clusters are looked for in, to the last post.</summary>
    public int Days { get; init; } = 7;

    /// <summary>Most posts of them, the latest.</summary>
    public int MostPosts { get; init; } = 100_000;

    /// <summary>Between two turns of a watch that has new posts; and of one that has none, whose counts may still grow.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(10);
    public TimeSpan QuietPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a node may hold a watch.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>By how much a count must grow between two readings.</summary>
    public RiseThresholds Rises { get; init; } = new();
    public VolumeRiseOptions Bursts { get; init; } = new();
}
