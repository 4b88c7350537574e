using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Clustering;

/// <summary>What members of a group did together, as it is kept beside it. A reason to look, never a proof.</summary>
public sealed record KeptEvidence
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    /// <summary>Seconds.</summary>
    public int Window { get; init; }

    /// <summary>Ties that are there over those that could be.</summary>
    public double Density { get; init; }

    /// <summary>Between two shares of a pair, in seconds.</summary>
    public double MeanDelay { get; init; }
    public int Ties { get; init; }

    /// <summary>Things that two members at least shared together.</summary>
    public int Objects { get; init; }

    /// <summary>Share of their acts that fall in a minute in which another member acts too, and what chance would give.</summary>
    public double Synchrony { get; init; }
    public double SynchronyByChance { get; init; }
    public IReadOnlyList<string> French { get; init; } = [];
    public IReadOnlyList<string> English { get; init; } = [];
    public IReadOnlyList<SharedThing> Top { get; init; } = [];
    public IReadOnlyList<DayCount> Timeline { get; init; } = [];

    /// <summary>The same text word for word, by two members or more.</summary>
    public IReadOnlyList<CopiedText> Copies { get; init; } = [];

    /// <summary>Nearly the same.</summary>
    public IReadOnlyList<CopiedText> NearCopies { get; init; } = [];

    /// <summary>First and last post that were looked at.</summary>
    public DateTimeOffset From { get; init; }
    public DateTimeOffset To { get; init; }

    public IReadOnlyList<string> Sentences(Lang l) => l.Say(French, English);

    public static KeptEvidence Of(Cluster cluster) => JsonSerializer.Deserialize<KeptEvidence>(cluster.Evidence, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <param name="What">Identifier of a post with its network, canonical address, hashtags, text or hash.</param>
/// <param name="Members">How many took part.</param>
/// <param name="Count">How many times in all.</param>
/// <param name="Shares">The first of them.</param>
public sealed record SharedThing(Trace Trace, string What, int Members, int Count, IReadOnlyList<ThingShare> Shares);

/// <param name="Second">Since 1970, UTC.</param>
public sealed record ThingShare(Guid Account, long Second)
{
    [JsonIgnore]
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(Second);
}

/// <param name="Day">UTC.</param>
public sealed record DayCount(DateOnly Day, int Count);

/// <param name="Text">Of the first post of it.</param>
/// <param name="Accounts">Distinct ones, in the order in which they came.</param>
public sealed record CopiedText(string Text, IReadOnlyList<Guid> Accounts, int Posts, DateTimeOffset First, DateTimeOffset Last);
