using System.CommandLine;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics;

/// <summary>What reliability was asked for, besides the answers.</summary>
sealed class ReliabilityOptions
{
    public Option<double> Level { get; } = NumberOption.Make("--level", "Niveau de confiance des intervalles.", 0.95, 0.5, 0.999);

    public void AddTo(Command command) => command.Add(Level);
}

/// <summary>How reliable the sum of the scores is; null where a coefficient is undefined.</summary>
sealed record ReliabilityReport
{
    public required int Persons { get; init; }

    public required int Items { get; init; }

    public double? Alpha { get; init; }

    public double? AlphaLow { get; init; }

    public double? AlphaHigh { get; init; }

    public double? OmegaTotal { get; init; }

    public double? OmegaHierarchical { get; init; }

    public double? StandardError { get; init; }

    public JsonObject Json() => new()
    {
        ["n"] = Persons,
        ["items"] = Items,
        ["alpha"] = JsonNumber.Of(Alpha),
        ["alphaLow"] = JsonNumber.Of(AlphaLow),
        ["alphaHigh"] = JsonNumber.Of(AlphaHigh),
        ["omegaTotal"] = JsonNumber.Of(OmegaTotal),
        ["omegaHierarchical"] = JsonNumber.Of(OmegaHierarchical),
        ["sem"] = JsonNumber.Of(StandardError),
    };
}
