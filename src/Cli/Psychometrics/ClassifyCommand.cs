using System.CommandLine;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Where levels part.</summary>
sealed class ClassifyOptions
{
    public Option<double[]> Cuts { get; } = new("--cut")
    {
        Description = "Seuils entre les niveaux, en logits, croissants ; l’option se répète ou prend plusieurs nombres.",
        HelpName = "NOMBRE…",
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command) => command.Add(Cuts);
}

/// <summary>Share of people put in their true level, and put twice in the same one.</summary>
sealed record ClassifyLine(double? Accuracy, double? Consistency, double? Kappa)
{
    public JsonObject Json() => new()
    {
        ["accuracy"] = JsonNumber.Of(Accuracy),
        ["consistency"] = JsonNumber.Of(Consistency),
        ["kappa"] = JsonNumber.Of(Kappa),
    };
}

/// <summary>What is expected of a bank by abilities (Rudner) and by sums of scores (Lee), where they apply.</summary>
sealed record ClassifyReport(ClassifyLine? Rudner, ClassifyLine? Lee)
{
    public JsonObject Json() => new() { ["rudner"] = Rudner?.Json(), ["lee"] = Lee?.Json() };
}
