namespace Beffroi.Eva.Player;

/// <summary>The page's clock: set once on the wall clock, then monotonic, so that a duration is never negative.</summary>
public sealed class BrowserTime(Browser browser) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMilliseconds(browser.Now());
}
