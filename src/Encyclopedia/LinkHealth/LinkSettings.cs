namespace Beffroi.Encyclopedia.LinkHealth;

/// <summary>Whether and how addresses outside are checked: section <c>Encyclopedia:Links</c> of the configuration. Nothing is asked outside unless it is turned on.</summary>
public sealed record LinkSettings
{
    public bool Enabled { get; init; }

    /// <summary>Who asks, told to every site: let it hold an address where the operator is reached.</summary>
    public string UserAgent { get; init; } = "Beffroi link checker";

    /// <summary>Hosts, with their port, that may be at a private address: <c>intranet.example:8080</c>. All others must be on the public Internet.</summary>
    public string[] PrivateHosts { get; init; } = [];

    /// <summary>Between two requests to one host.</summary>
    public double SecondsBetweenRequests { get; init; } = 5;

    /// <summary>For one answer.</summary>
    public double TimeoutSeconds { get; init; } = 15;

    /// <summary>Addresses of one turn, an hour.</summary>
    public int AddressesPerTurn { get; init; } = 200;

    /// <summary>Hosts asked at once.</summary>
    public int HostsAtOnce { get; init; } = 4;

    /// <summary>After an answer, days until the next check.</summary>
    public int DaysBetweenChecks { get; init; } = 14;
}
