using System.CommandLine;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Whom adaptive tests are given to, and when they stop.</summary>
sealed class SimulateOptions
{
    public Option<int> Persons { get; } = NumberOption.MakeWhole("--persons", "Nombre de personnes tirées d’une loi normale de moyenne 0 et d’écart type 1.", 1000, 1, 1_000_000);

    public Option<int> Seed { get; } = NumberOption.MakeWhole("--seed", "Graine du tirage : la même donne les mêmes personnes.", 1, 0, int.MaxValue);

    public Option<string?> Responses { get; } = new("--responses") { Description = "Réponses déjà données à toute la banque, en CSV, au lieu d’un tirage.", HelpName = "FICHIER" };

    public Option<string?> Theta { get; } = new("--theta") { Description = "Niveaux vrais de ces personnes : un CSV avec une colonne theta.", HelpName = "FICHIER" };

    public Option<double> StopSe { get; } = NumberOption.Make("--stop-se", "Erreur type à laquelle le test s’arrête, en logits.", 0.3, 0.01, 5);

    public Option<int> Max { get; } = NumberOption.MakeWhole("--max", "Nombre de questions auquel le test s’arrête.", 40, 1, 10_000);

    public void AddTo(Command command)
    {
        command.Add(Persons);
        command.Add(Seed);
        command.Add(Responses);
        command.Add(Theta);
        command.Add(StopSe);
        command.Add(Max);
    }
}

/// <summary>How adaptive tests did: length in items, errors in logits, share of the 95 % intervals that hold the true ability.</summary>
sealed record SimulationReport
{
    public required int Persons { get; init; }

    public required double MeanLength { get; init; }

    public double? Rmse { get; init; }

    public double? Bias { get; init; }

    public double? Coverage { get; init; }

    public double? ItemsPerSecond { get; init; }

    public JsonObject Json() => new()
    {
        ["n"] = Persons,
        ["meanLength"] = JsonNumber.Of(MeanLength),
        ["rmse"] = JsonNumber.Of(Rmse),
        ["bias"] = JsonNumber.Of(Bias),
        ["coverage"] = JsonNumber.Of(Coverage),
        ["itemsPerSecond"] = JsonNumber.Of(ItemsPerSecond),
    };
}
