using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics;

/// <summary>What calibration was asked for, besides the answers.</summary>
sealed class CalibrateOptions
{
    public Option<string> Model { get; } = Choice();

    public Option<int> Quadrature { get; } = NumberOption.MakeWhole("--quadrature", "Nombre de points de la grille des niveaux, impair, répartis de −6 à 6.", 121, 11, 1001);

    public Option<double> Tolerance { get; } = NumberOption.Make("--tolerance", "Plus petit changement d’un paramètre qui fait continuer.", 1e-5, 1e-12, 1e-1);

    public Option<bool> StandardErrors { get; } = new("--se") { Description = "Calcule aussi l’erreur type de chaque paramètre." };

    public Option<string?> Output { get; } = new("--output") { Description = "Fichier où écrire aussi la banque, en CSV.", HelpName = "BANQUE" };

    public void AddTo(Command command)
    {
        command.Add(Model);
        command.Add(Quadrature);
        command.Add(Tolerance);
        command.Add(StandardErrors);
        command.Add(Output);
    }

    static Option<string> Choice()
    {
        var model = new Option<string>("--model") { Description = "Le modèle : rasch, 1pl, 2pl, 3pl, grm (réponse graduée), gpcm ou pcm (crédit partiel).", HelpName = "MODÈLE", DefaultValueFactory = _ => "2pl" };
        model.AcceptOnlyFromAmong("rasch", "1pl", "2pl", "3pl", "grm", "gpcm", "pcm");
        return model;
    }
}

/// <summary>One calibrated item; errors are null when they were not asked for, one for each b or threshold.</summary>
sealed record CalibratedItem(BankedItem Item, double? SeA, ImmutableArray<double?> SeB)
{
    public JsonObject Json()
    {
        var json = BankJson.Write(Item);
        json["seA"] = JsonNumber.Of(SeA);
        json["seB"] = json.ContainsKey("b") ? JsonNumber.Of(SeB.IsDefaultOrEmpty ? null : SeB[0]) : SeB.IsDefaultOrEmpty ? null : new JsonArray([.. SeB.Select(JsonNumber.Of)]);
        return json;
    }
}

/// <summary>What calibration found.</summary>
sealed record CalibrationReport
{
    public required string Model { get; init; }

    public required int Persons { get; init; }

    public required double LogLikelihood { get; init; }

    public required double Aic { get; init; }

    public required double Bic { get; init; }

    public required int Iterations { get; init; }

    public required bool Converged { get; init; }

    public required ImmutableArray<CalibratedItem> Items { get; init; }

    public JsonObject Json(AnswerTable table) => new()
    {
        ["model"] = Model,
        ["n"] = Persons,
        ["logLikelihood"] = JsonNumber.Of(LogLikelihood),
        ["aic"] = JsonNumber.Of(Aic),
        ["bic"] = JsonNumber.Of(Bic),
        ["iterations"] = Iterations,
        ["converged"] = Converged,
        ["items"] = new JsonArray([.. Items.Select(i => i.Json())]),
        ["recoded"] = RecodedJson.Of(table),
    };
}
