using System.Diagnostics;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What the operator lets sources and explorations do: section <c>Bots</c> of the configuration. Keys are here and nowhere else. A class, so that no log writes it out.</summary>
[DebuggerDisplay("Sources")]
public sealed class SourcesSetup
{
    /// <summary>Whether this node runs sources and explorations.</summary>
    public EngineSetup Engine { get; init; } = new();
    public OutsideSetup Network { get; init; } = new();

    /// <summary>Folder whose folders are inboxes; null: none.</summary>
    public string? Inbox { get; init; }
    public BlueskySetup Bluesky { get; init; } = new();

    /// <summary>Instances that sources may listen to, each with a token of a user of it (scope <c>read:statuses</c>, since Mastodon 4.2.0).</summary>
    public MastodonSetup[] Mastodon { get; init; } = [];
    public XSetup X { get; init; } = new();

    /// <summary>How long a node that says nothing keeps a source or an exploration.</summary>
    public double LeaseSeconds { get; init; } = 60;

    /// <summary>Between two looks at what should run.</summary>
    public double PauseSeconds { get; init; } = 5;

    /// <summary>Posts or groups of passed messages that wait to be written, at most: beyond, reading pauses.</summary>
    public int Queue { get; init; } = 2000;

    public MastodonSetup? InstanceOf(string? host) => Array.Find(Mastodon, m => string.Equals(m.Host, host, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the operator has not given, for a source of this kind; null: it may run.</summary>
    public SourceError? Lacks(SourceKind kind, SourceSettings settings) => kind switch
    {
        SourceKind.Jetstream => Network.Enabled ? null : SourceError.OutsideOff,
        SourceKind.Mastodon => !Network.Enabled ? SourceError.OutsideOff : InstanceOf(settings.Host) is null ? SourceError.NoKey : null,
        SourceKind.X => !Network.Enabled ? SourceError.OutsideOff : X.BearerToken is not { Length: > 0 } || X.MonthlyCents <= 0 ? SourceError.NoKey : null,
        SourceKind.Inbox => Inbox is { Length: > 0 } && settings.Folder is { } folder && Directory.Exists(Path.Combine(Inbox, folder)) ? null : SourceError.NoInbox,
        SourceKind.Upload => null,
    };

    internal OutsideAccess Access() => new() { UserAgent = Network.UserAgent, PrivateHosts = [.. Network.PrivateHosts, .. Network.PlainHosts], TimeoutSeconds = Network.TimeoutSeconds };

    /// <summary><c>https</c>, except for the hosts that the operator says to be plain.</summary>
    internal Uri Address(string scheme, string host, string pathAndQuery) =>
        new((Network.PlainHosts.Contains(host, StringComparer.OrdinalIgnoreCase) ? scheme : scheme + "s") + "://" + host + pathAndQuery);
}

public sealed class EngineSetup
{
    public bool Enabled { get; init; } = true;
}

public sealed class OutsideSetup
{
    /// <summary>Nothing goes outside unless it is turned on.</summary>
    public bool Enabled { get; init; }

    /// <summary>Who asks, told to every network: let it hold an address where the operator is reached.</summary>
    public string UserAgent { get; init; } = "Beffroi";

    /// <summary>Hosts, with their port, that may be at a private address. All others must be on the public Internet.</summary>
    public string[] PrivateHosts { get; init; } = [];

    /// <summary>Private hosts, with their port, that are spoken to without TLS: archives replayed on this machine.</summary>
    public string[] PlainHosts { get; init; } = [];

    /// <summary>To connect and to begin to answer; a stream that says nothing for so long, and half as much again, is taken for dead.</summary>
    public double TimeoutSeconds { get; init; } = 20;
}

public sealed class BlueskySetup
{
    public string Jetstream { get; init; } = "jetstream2.us-east.bsky.network";

    /// <summary>Profiles and followers, public.</summary>
    public string AppView { get; init; } = "public.api.bsky.app";

    /// <summary>What a Jetstream still has (docs of Jetstream, August 2026).</summary>
    public double LookBackHours { get; init; } = 36;
}

[DebuggerDisplay("{Host}")]
public sealed class MastodonSetup
{
    public string Host { get; init; } = "";
    public string Token { get; init; } = "";
}

/// <summary>Prices of X's pay-per-use, in thousandths of a dollar (docs.x.com, read August 2026).</summary>
[DebuggerDisplay("X")]
public sealed class XSetup
{
    public string Host { get; init; } = "api.x.com";
    public string? BearerToken { get; init; }

    /// <summary>Most cents in a calendar month, all sources and explorations together; zero: nothing is bought.</summary>
    public long MonthlyCents { get; init; }
    public int PostPrice { get; init; } = 5;
    public int UserPrice { get; init; } = 10;

    /// <summary>Of the monthly cents, how many hundredths at most go to reading kept posts again, for those that were deleted since; zero: none is.</summary>
    public int RereadPercent { get; init; } = 20;

    /// <summary>Least days between two readings of the same post.</summary>
    public double RereadDays { get; init; } = 7;

    /// <summary>Rules that the operator's plan gives, and signs in each.</summary>
    public int MostRules { get; init; } = 1000;
    public int RuleLength { get; init; } = 1024;

    /// <summary>Between two searches where the only connection of the stream is taken.</summary>
    public double PollSeconds { get; init; } = 60;
}
