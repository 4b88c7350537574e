namespace Beffroi.Testing;

/// <summary>One database of one test: made from a template in a few milliseconds, gone with the test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract string ConnectionString { get; }

    public abstract ValueTask DisposeAsync();
}

/// <summary>What a database holds before the test begins.</summary>
public enum Content
{
    /// <summary>Tables only.</summary>
    Empty,

    /// <summary>The named world: the same people and campaigns as in the demonstration.</summary>
    World,
}
