using System.Text.Json.Nodes;

namespace Beffroi.Eva.Scoring;

/// <summary>A score as the command « eva score --json » prints it; null where there is nothing. No figure is rounded.</summary>
public static class ScoreJson
{
    public static JsonObject Of(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new()
        {
            ["litteratie"] = score.Litteratie is { } reading ? Of(reading, "cefr") : null,
            ["numeratie"] = score.Numeratie is { } numeracy ? Of(numeracy, "cenf") : null,
            ["synthese"] = score.Synthesis is { } synthesis ? TechnicalName.Of(synthesis) : null,
            ["flags"] = new JsonArray([.. score.Flags.Select(flag => JsonValue.Create(flag.Technical))]),
        };
    }

    static JsonObject Of(Scale scale, string framework) => new()
    {
        ["score"] = scale.Value,
        [framework] = scale.FrameworkLevel,
        ["anlci"] = TechnicalName.Of(scale.Anlci),
        ["standardError"] = scale.StandardError,
        ["probabilities"] = scale.FrameworkProbabilities is { } levels
            ? new JsonObject(levels.Select(level => KeyValuePair.Create<string, JsonNode?>(level.Level, level.Probability)))
            : null,
    };
}
