namespace Beffroi.Eva.Player.Sorting;

/// <summary>Time in play, for the person to see or to hide. The server's own count, from the events, is the one that is kept.</summary>
public sealed class GentleClock(TimeProvider clock, TimeSpan already)
{
    private TimeSpan _spent = already;
    private DateTimeOffset? _since;

    public TimeSpan Elapsed => _spent + (_since is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero);

    public void Run() => _since ??= clock.GetUtcNow();

    public void Stop() => (_spent, _since) = (Elapsed, null);
}
