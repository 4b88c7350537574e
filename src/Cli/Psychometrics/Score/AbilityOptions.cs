using System.CommandLine;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Score;

/// <summary>How abilities are estimated.</summary>
sealed class AbilityOptions
{
    readonly Option<string> _method = Method();

    readonly Option<double> _priorMean = NumberOption.Make("--prior-mean", "Moyenne des personnes avant toute réponse, en logits (eap, map).", 0, -20, 20);

    readonly Option<double> _priorSd = NumberOption.Make("--prior-sd", "Écart type des personnes avant toute réponse, en logits (eap, map).", 1, 0.01, 20);

    public void AddTo(Command command)
    {
        command.Add(_method);
        command.Add(_priorMean);
        command.Add(_priorSd);
    }

    public AbilityEstimator Read(ParseResult parsed) => new()
    {
        Method = parsed.GetValue(_method) switch
        {
            "map" => AbilityMethod.MaximumAPosteriori,
            "ml" => AbilityMethod.MaximumLikelihood,
            "wle" => AbilityMethod.WeightedLikelihood,
            _ => AbilityMethod.ExpectedAPosteriori,
        },
        Prior = Quadrature.Normal(parsed.GetValue(_priorMean), parsed.GetValue(_priorSd)),
    };

    static Option<string> Method()
    {
        var method = new Option<string>("--method")
        {
            Description = "L’estimateur : eap et map tiennent compte de ce qu’on sait des personnes avant toute réponse, ml et wle des réponses seules.",
            HelpName = "MÉTHODE",
            DefaultValueFactory = _ => "eap",
        };
        method.AcceptOnlyFromAmong("eap", "map", "ml", "wle");
        return method;
    }
}
