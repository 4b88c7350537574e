namespace Beffroi.Eva.Player.Events;

/// <summary>How long to wait before the same batch goes again: doubled each time, so that a server in trouble is left to recover.</summary>
public static class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>A person looks at the screen meanwhile: half a minute is the longest they wait once the network is back.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static TimeSpan After(int failures) =>
        failures >= 6 ? Longest : TimeSpan.FromTicks(First.Ticks << Math.Max(0, failures - 1));
}
