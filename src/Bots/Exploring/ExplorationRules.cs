using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Detection;

namespace Beffroi.Bots.Exploring;

public enum ExplorationWay
{
    /// <summary>Who follows, as the network says.</summary>
    Followers,

    /// <summary>Who repeated the same posts, in what the watch collected.</summary>
    CoSharers,
}

/// <summary>Where an exploration starts, how it goes on, what it keeps and when it stops. Kept as JSON in <see cref="Exploration.Rules"/>.</summary>
public sealed record ExplorationRules
{
    public const int MostSeeds = 100;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Handles, or lasting identifiers.</summary>
    public required IReadOnlyList<string> Seeds { get; init; }
    public required ExplorationWay Way { get; init; }

    /// <summary>Mastodon: the instance that is asked.</summary>
    public string? Host { get; init; }

    /// <summary>Steps from a seed, at most. The first detector had no limit; three already reach most of a network.</summary>
    public int MostDepth { get; init; } = 3;

    /// <summary>Questions to the network by minute. The first detector asked one.</summary>
    public int PerMinute { get; init; } = 10;

    /// <summary>Questions in all.</summary>
    public int MostRequests { get; init; } = 2000;

    /// <summary>Accounts looked at, in all.</summary>
    public int MostAccounts { get; init; } = 20_000;

    /// <summary>Accounts looked at from one account. The first detector took the last 200 followers.</summary>
    public int Each { get; init; } = 200;

    /// <summary>X: cents in all; it buys nothing without.</summary>
    public int MostCents { get; init; }

    /// <summary>The rule of the dormant account; null: not used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DormantRule? Dormant { get; init; } = new();

    /// <summary>Probability of automation from which an account matches; null: not used.</summary>
    public double? LeastScore { get; init; }

    /// <summary>Co-sharers: things shared with the account that led there, at least.</summary>
    public int LeastShared { get; init; } = 2;

    /// <summary>Stops when fewer of the last <see cref="ShareOf"/> accounts looked at match, in percent; null: never for that.</summary>
    public int? LeastPercent { get; init; }
    public int ShareOf { get; init; } = 500;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ExplorationRules Of(Exploration exploration) => JsonSerializer.Deserialize<ExplorationRules>(exploration.Rules, Json) ?? throw new InvalidOperationException("The rules of this exploration were not written here.");
}
