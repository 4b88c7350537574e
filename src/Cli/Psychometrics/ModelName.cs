using System.CommandLine;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

/// <summary>The models of calibration, as they are typed and as banks write them.</summary>
static class ModelName
{
    public static Option<string> Option()
    {
        var model = new Option<string>("--model")
        {
            Description = "Le modèle : rasch, 1pl, 2pl, 3pl, grm (réponse graduée), gpcm ou pcm (crédit partiel).",
            HelpName = "MODÈLE",
            DefaultValueFactory = _ => "2pl",
        };
        model.AcceptOnlyFromAmong("rasch", "1pl", "2pl", "3pl", "grm", "gpcm", "pcm");
        return model;
    }

    public static ItemFamily Family(string name) => name switch
    {
        "rasch" => ItemFamily.Rasch,
        "1pl" => ItemFamily.OneParameter,
        "2pl" => ItemFamily.TwoParameter,
        "3pl" => ItemFamily.ThreeParameter,
        "grm" => ItemFamily.GradedResponse,
        "gpcm" => ItemFamily.GeneralisedPartialCredit,
        "pcm" => ItemFamily.PartialCredit,
        _ => throw new InvalidOperationException("The parser let an unknown model pass."),
    };

    public static bool IsRightOrWrong(ItemFamily family) => family switch
    {
        ItemFamily.Rasch or ItemFamily.OneParameter or ItemFamily.TwoParameter or ItemFamily.ThreeParameter => true,
        ItemFamily.GradedResponse or ItemFamily.PartialCredit or ItemFamily.GeneralisedPartialCredit => false,
    };

    /// <summary>Whether discriminations are 1.</summary>
    public static bool HasFixedSlope(ItemFamily family) => family is ItemFamily.Rasch or ItemFamily.PartialCredit;
}
