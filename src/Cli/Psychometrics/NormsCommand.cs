using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Of what norms are made.</summary>
sealed class NormsOptions
{
    public Option<double> Level { get; } = NumberOption.Make("--level", "Niveau de confiance des intervalles.", 0.95, 0.5, 0.999);

    public void AddTo(Command command) => command.Add(Level);
}

/// <summary>One sum of scores and the percentile that it reaches, with its interval.</summary>
sealed record NormLine(int Score, int Persons, double? Percentile, double? Low, double? High)
{
    public JsonObject Json() => new()
    {
        ["score"] = Score,
        ["n"] = Persons,
        ["percentile"] = JsonNumber.Of(Percentile),
        ["low"] = JsonNumber.Of(Low),
        ["high"] = JsonNumber.Of(High),
    };
}

/// <summary>The norms of a cohort.</summary>
sealed record NormsReport(int Persons, double? Mean, double? Sd, ImmutableArray<NormLine> Scores)
{
    public JsonObject Json() => new()
    {
        ["n"] = Persons,
        ["mean"] = JsonNumber.Of(Mean),
        ["sd"] = JsonNumber.Of(Sd),
        ["scores"] = new JsonArray([.. Scores.Select(s => s.Json())]),
    };
}
