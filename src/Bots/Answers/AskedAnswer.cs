using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Detection;

namespace Beffroi.Bots.Answers;

/// <summary>What is answered about one account: signs and how sure, never a verdict on a person.</summary>
public sealed record AskedAnswer
{
    // What is unknown is written too: what is required is read back.
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Handle { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Network? Network { get; init; }

    /// <summary>False: no profile was given, and no account of that name is among those that the organisation watches. Nothing else is then said.</summary>
    public required bool Found { get; init; }

    /// <summary>Whether the organisation watches it: its posts were then looked at too.</summary>
    public bool Watched { get; init; }
    public AutomationClass? Class { get; init; }

    /// <summary>Probability that a program runs it, at <see cref="AssumedShare"/>; null: too little is known to compute one.</summary>
    public double? Probability { get; init; }

    /// <summary>90 % interval of the probability.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }

    /// <summary>Share of automated accounts assumed among those looked at.</summary>
    public double? AssumedShare { get; init; }

    /// <summary>Why it is undetermined.</summary>
    public ScoreDoubt? Doubt { get; init; }
    public int Posts { get; init; }
    public required string Summary { get; init; }

    /// <summary>What weighs most, in plain words.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
    public string? Model { get; init; }

    /// <summary>How an answer may be used.</summary>
    public required string Caution { get; init; }

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToLine() => JsonSerializer.Serialize(this, Json);
}
