using System.CommandLine;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Which scale is brought onto which, and how.</summary>
sealed class LinkOptions
{
    public Option<string?> From { get; } = new("--from") { Description = "Banque à ramener sur l’échelle de l’autre, nécessaire.", HelpName = "BANQUE" };

    public Option<string?> To { get; } = new("--to") { Description = "Banque dont l’échelle est gardée, nécessaire ; les items de même nom sont les ancres.", HelpName = "BANQUE" };

    public Option<string?> Output { get; } = new("--output") { Description = "Fichier où écrire la première banque ramenée, en CSV.", HelpName = "BANQUE" };

    public void AddTo(Command command)
    {
        command.Add(From);
        command.Add(To);
        command.Add(Output);
    }
}

/// <summary>θ on the kept scale = slope × θ + intercept (A and B of the field); null when a method is undefined for these anchors.</summary>
sealed record LinkLine(double? Slope, double? Intercept)
{
    public JsonObject Json() => new() { ["A"] = JsonNumber.Of(Slope), ["B"] = JsonNumber.Of(Intercept) };
}

/// <summary>The four methods, side by side.</summary>
sealed record LinkReport(int Anchors, LinkLine MeanMean, LinkLine MeanSigma, LinkLine Haebara, LinkLine StockingLord)
{
    public JsonObject Json() => new()
    {
        ["anchors"] = Anchors,
        ["meanMean"] = MeanMean.Json(),
        ["meanSigma"] = MeanSigma.Json(),
        ["haebara"] = Haebara.Json(),
        ["stockingLord"] = StockingLord.Json(),
    };
}
