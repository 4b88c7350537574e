using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>Whether and how the chat reads feeds and tells outside programs: section <c>Chat:Network</c> of the configuration. Nothing goes outside unless it is turned on.</summary>
public sealed record ChatNetwork
{
    public bool Enabled { get; init; }

    /// <summary>Who asks, told to every site: let it hold an address where the operator is reached.</summary>
    public string UserAgent { get; init; } = "Beffroi chat";

    /// <summary>Hosts, with their port, that may be at a private address: <c>intranet.example:8080</c>. All others must be on the public Internet.</summary>
    public string[] PrivateHosts { get; init; } = [];

    /// <summary>For one answer, its body included.</summary>
    public double TimeoutSeconds { get; init; } = 15;

    /// <summary>Feeds read, or programs told, at once.</summary>
    public int AtOnce { get; init; } = 16;

    internal HttpClient Client() => GuardedConnection.Client(new() { UserAgent = UserAgent, PrivateHosts = PrivateHosts, TimeoutSeconds = TimeoutSeconds });
}
