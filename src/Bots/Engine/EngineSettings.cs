namespace Beffroi.Bots.Engine;

/// <summary>What the operator may say of the engine (<c>Bots:Engine</c>).</summary>
public sealed record EngineSettings
{
    /// <summary>Whether this node hosts a silo, and runs sources and explorations. False: it only shows pages.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Several silos of one cluster, that find each other through <c>ConnectionStrings:Redis</c>; all on one database. False: this node alone.</summary>
    public bool Cluster { get; init; }

    /// <summary>Address at which other silos reach this one. Silos trust whoever reaches them: a private network, never a public one.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port of the silo; 0: one that is free.</summary>
    public int Port { get; init; }

    /// <summary>Least time between two steps of a fold: what comes meanwhile goes together.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time without looking at the end of the log.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">A figure is out of bounds: the site does not start.</exception>
    public EngineSettings Checked() => Port is >= 0 and <= 65535 && Pace > TimeSpan.Zero && Look > TimeSpan.Zero && System.Net.IPAddress.TryParse(Address, out _)
        ? this : throw new InvalidOperationException("Bots:Engine has a port from 0 to 65535, an IP address, and times above zero.");
}
