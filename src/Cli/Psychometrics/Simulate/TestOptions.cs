using System.Collections.Immutable;
using System.CommandLine;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>How the tests go: the defaults are those of <see cref="CatOptions"/>.</summary>
sealed class TestOptions
{
    const double PresetError = 0.3;

    readonly Option<double?> _stopSe = NumberOption.MakeOptional("--stop-se", "Erreur type à laquelle le test s’arrête, en logits ; sans l’option ni --cut, 0,3.", 0.01, 5);
    readonly Option<int> _max = NumberOption.MakeWhole("--max", "Nombre de questions auquel le test s’arrête.", 40, 1, 10_000);
    readonly Option<int> _min = NumberOption.MakeWhole("--min", "Nombre de réponses avant lequel il ne s’arrête pas.", 0, 0, 10_000);
    readonly Option<double[]> _cuts = NumberOption.MakeSeveral("--cut", "Seuils entre des niveaux, en logits, croissants : le test s’arrête quand le niveau de la personne est assez sûr.", -20, 20);
    readonly Option<double> _probability = NumberOption.Make("--probability", "Probabilité du niveau à laquelle il est assez sûr (--cut).", 0.95, 0.51, 0.9999);
    readonly Option<int> _among = NumberOption.MakeWhole("--randomesque", "Tire la question parmi ce nombre de meilleures.", 1, 1, 100);
    readonly Option<double> _priorMean = NumberOption.Make("--prior-mean", "Moyenne supposée avant toute réponse, en logits.", 0, -20, 20);
    readonly Option<double> _priorSd = NumberOption.Make("--prior-sd", "Écart type supposé avant toute réponse, en logits.", 1, 0.01, 20);
    readonly Option<double?> _target = NumberOption.MakeOptional("--target", "Chance de réussite visée, pour la bienveillance (mfi).", 0.05, 0.95);
    readonly Option<string> _method = Among("--method", "L’estimateur du niveau après chaque réponse : eap, map, ml ou wle.", "eap", "eap", "map", "ml", "wle");
    readonly Option<string> _select = Among(
        "--select", "Le choix de la question : mfi (information maximale), mpwi et mlwi (information moyenne), kl et klp (Kullback-Leibler), mepv (variance attendue), difficulty (difficulté la plus proche), random.",
        "mfi", "mfi", "mpwi", "mlwi", "kl", "klp", "mepv", "difficulty", "random");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_stopSe, _max, _min, _cuts, _probability, _select, _target, _among, _method, _priorMean, _priorSd])
        {
            command.Add(option);
        }
    }

    /// <summary>Cuts between levels; empty when the tests are not about them.</summary>
    public ImmutableArray<double> Cuts(ParseResult parsed) => [.. parsed.GetValue(_cuts) ?? []];

    /// <exception cref="CommandFailedException">Cuts do not increase.</exception>
    public AdaptiveTest Read(ParseResult parsed, Crowd crowd) => new(
        new ItemBank("bank", crowd.Items.Select(item => new BankItem(item.Name, item.Model))),
        new()
        {
            Prior = new(parsed.GetValue(_priorMean), parsed.GetValue(_priorSd)),
            Ability = parsed.GetValue(_method) switch
            {
                "map" => CatAbilityMethod.MaximumAPosteriori,
                "ml" => CatAbilityMethod.MaximumLikelihood,
                "wle" => CatAbilityMethod.WeightedLikelihood,
                _ => CatAbilityMethod.ExpectedAPosteriori,
            },
            Selection = Selection(parsed),
            Exposure = new() { RandomesqueCount = parsed.GetValue(_among) },
            MinimumLength = parsed.GetValue(_min),
            MaximumLength = parsed.GetValue(_max),
            Stops = Stops(parsed),
        });

    SelectionRule Selection(ParseResult parsed) => parsed.GetValue(_select) switch
    {
        "mpwi" => new WeightedInformation(),
        "mlwi" => new WeightedInformation(GridWeight.Likelihood),
        "kl" => new KullbackLeibler(),
        "klp" => new KullbackLeibler(GridWeight.Posterior),
        "mepv" => new MinimumExpectedPosteriorVariance(),
        "difficulty" => new ClosestToProbability(),
        "random" => new RandomItem(),
        _ => new MaximumInformation { TargetProbability = parsed.GetValue(_target) },
    };

    ImmutableArray<StopRule> Stops(ParseResult parsed)
    {
        var (cuts, confidence, error) = (Cuts(parsed), parsed.GetValue(_probability), parsed.GetValue(_stopSe));
        if (cuts.Zip(cuts.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new CommandFailedException("les seuils de --cut ne sont pas croissants.", ExitCodes.BadUsage);
        }

        StopRule[] level = cuts switch
        {
            [] => [],
            [var cut] => [new StopAtClassification(new(cut), confidence)],
            _ => [new StopAtLevel([.. cuts.Select(cut => new AbilityCut(cut))], confidence)],
        };
        return error is null && level.Length > 0 ? [.. level] : [new StopAtStandardError(error ?? PresetError), .. level];
    }

    static Option<string> Among(string name, string description, string preset, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "NOM", DefaultValueFactory = _ => preset };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
