namespace Beffroi.Encyclopedia.LinkHealth;

/// <summary>How an address stands, from what was noted of it.</summary>
public enum LinkState
{
    NeverChecked,
    Alive,

    /// <summary>It failed once or twice: it may come back.</summary>
    Failing,
    Dead,

    /// <summary>It is not asked for: its site refuses robots, or it is at a private address.</summary>
    NotAsked,
}

public static class LinkStates
{
    /// <summary>Failures in a row, days apart, that make an address dead.</summary>
    public const int FailuresOfTheDead = 3;

    public static LinkState State(this UrlHealth? health) => health switch
    {
        null or { Status: null, Failure: null } => LinkState.NeverChecked,
        { Failure: LinkFailure.Robots or LinkFailure.Refused } => LinkState.NotAsked,
        { FailuresInARow: 0 } => LinkState.Alive,
        { FailuresInARow: < FailuresOfTheDead } => LinkState.Failing,
        _ => LinkState.Dead,
    };

    /// <summary>Where a copy may be kept: the Internet Archive leads from this address to its nearest copy. Nothing is asked of it here.</summary>
    /// <param name="around">The day the page was read.</param>
    public static string ArchivedCopy(string url, DateOnly around) =>
        "https://web.archive.org/web/" + around.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture) + "/" + url;
}
