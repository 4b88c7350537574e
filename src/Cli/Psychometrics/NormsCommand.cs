using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

static class NormsCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FICHIER") { Description = "Une ligne par personne de la cohorte, en CSV (gzip admis), par exemple ce qu’écrit « score » ; « - » lit l’entrée standard." };
        var value = new Option<string?>("--value") { Description = "Colonne de la valeur, nécessaire : un niveau (theta) ou un score.", HelpName = "COLONNE" };
        var weight = new Option<string?>("--weight") { Description = "Colonne du poids de chaque personne.", HelpName = "COLONNE" };
        var minimum = NumberOption.MakeWhole("--minimum", "Personnes (de même poids) sans lesquelles il n’y a pas de norme.", CohortNorm.DefaultMinimum, 2, 1_000_000);
        var level = NumberOption.Make("--level", "Niveau de confiance des intervalles.", 0.95, 0.5, 0.999);
        var output = OutOption.Make("Fichier où écrire aussi la table, en CSV.");
        var json = JsonOption.Make();
        var command = new Command("norms", "Fait une norme de la colonne d’un fichier : rang percentile de chaque valeur, avec son intervalle.") { file, value, weight, minimum, level, output, json };
        command.SetAction(async (parsed, ct) =>
        {
            var column = parsed.GetValue(value) ?? throw new CommandFailedException("l’option --value manque : elle nomme la colonne de la valeur.", ExitCodes.BadUsage);
            var path = parsed.GetValue(file)!;
            string[] columns = parsed.GetValue(weight) is { } weighted ? [column, weighted] : [column];
            var report = Build(await NumberColumns.Read(path, columns, terminal, ct), TextSource.Name(path), column, parsed.GetValue(minimum), parsed.GetValue(level));
            if (parsed.GetValue(output) is { } result)
            {
                await OutputFile.Write(result, writer => writer.WriteAsync(report.Csv()), ct);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
        });
        return command;
    }

    // People without a value are left out and counted; so are those without a weight.
    static NormReport Build(List<double?>[] columns, string source, string column, int minimum, double level)
    {
        var kept = Enumerable.Range(0, columns[0].Count).Where(row => columns.All(c => c[row] is not null)).ToArray();
        double[] values = [.. kept.Select(row => columns[0][row]!.Value)];
        double[]? weights = columns.Length < 2 ? null : [.. kept.Select(row => columns[1][row]!.Value)];
        if (weights is not null && Array.Exists(weights, w => w <= 0))
        {
            throw new CommandFailedException($"{source} : un poids n’est pas au-dessus de 0", ExitCodes.BadUsage);
        }

        return CohortNorm.TryBuild(values, out var norm, out var refusal, weights, minimum)
            ? new(norm, column, columns[0].Count - kept.Length, minimum, level)
            : throw new CommandFailedException(
                refusal switch
                {
                    NormRefusal.TooFewPersons => $"{source} : pas de norme : {French.Count(values.Length, "personne", "personnes")}{(weights is null ? "" : ", comptées avec leurs poids,")} pour un minimum de {French.Number(minimum)}",
                    NormRefusal.NoSpread => $"{source} : pas de norme : toutes les personnes ont la même valeur",
                    null => throw new InvalidOperationException("A norm is built or refused."),
                },
                ExitCodes.BadUsage);
    }
}
