using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>Who takes the tests.</summary>
sealed class PeopleOptions
{
    const int PresetPersons = 1000;

    readonly Option<int?> _persons = NumberOption.MakeOptionalWhole("--persons", $"Nombre de personnes tirées au sort ; sans l’option ni --responses, {PresetPersons}.", 1, 10_000_000);
    readonly Option<int> _seed = NumberOption.MakeWhole("--seed", "Graine du tirage : la même donne les mêmes personnes.", 1, 0, int.MaxValue);
    readonly Option<double> _mean = NumberOption.Make("--mean", "Moyenne des personnes tirées, en logits.", 0, -20, 20);
    readonly Option<double> _sd = NumberOption.Make("--sd", "Écart type des personnes tirées, en logits.", 1, 0, 20);
    readonly Option<string?> _responses = new("--responses") { Description = "Réponses déjà données à la banque, en CSV (gzip admis), au lieu d’un tirage.", HelpName = "FICHIER" };
    readonly Option<string?> _theta = new("--theta") { Description = "Niveaux vrais de ces personnes, dans le même ordre : un CSV avec une colonne theta.", HelpName = "FICHIER" };
    readonly Option<string[]> _ignore = new("--ignore") { Description = "Colonnes des réponses à laisser de côté.", HelpName = "COLONNE…", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_persons, _seed, _mean, _sd, _responses, _theta, _ignore])
        {
            command.Add(option);
        }
    }

    /// <exception cref="CommandFailedException">Options contradict one another.</exception>
    public void Check(ParseResult parsed)
    {
        var known = parsed.GetValue(_responses) is not null;
        var problem = known && parsed.GetValue(_persons) is not null ? "--responses et --persons s’excluent : les personnes sont dans le fichier ou sont tirées."
            : !known && parsed.GetValue(_theta) is not null ? "--theta va avec --responses."
            : null;
        if (problem is not null)
        {
            throw new CommandFailedException(problem, ExitCodes.BadUsage);
        }
    }

    public async Task<Crowd> Read(ParseResult parsed, Bank bank, Terminal terminal, CancellationToken ct)
    {
        if (parsed.GetValue(_responses) is not { } path)
        {
            return new DrawnCrowd(bank.Items, parsed.GetValue(_persons) ?? PresetPersons, parsed.GetValue(_mean), parsed.GetValue(_sd), new Random(parsed.GetValue(_seed)))
            {
                Ranks = [.. Enumerable.Range(1, bank.Items.Length)],
            };
        }

        var table = await AnswerTableReader.Read(path, new() { Ignored = parsed.GetValue(_ignore) ?? [] }, terminal, ct);
        var answers = BankedAnswers.Match(table, bank, terminal);
        var ranks = bank.Items.Select((item, at) => (item.Name, at)).ToDictionary(item => item.Name, item => item.at, StringComparer.Ordinal);
        var truths = parsed.GetValue(_theta) is { } theta ? await Truths(theta, table, terminal, ct) : null;
        return new KnownCrowd([.. table.Items.Select(name => bank.Items[ranks[name]])], answers.Matrix(0, table.Persons), truths) { Ranks = [.. table.Items.Select(name => ranks[name] + 1)] };
    }

    static async Task<double[]> Truths(string path, AnswerTable table, Terminal terminal, CancellationToken ct)
    {
        var column = (await NumberColumns.Read(path, ["theta"], terminal, ct))[0];
        return column.Count != table.Persons ? throw new CommandFailedException($"{TextSource.Name(path)} : {column.Count} niveaux pour {table.Persons} personnes", ExitCodes.BadUsage)
            : column.IndexOf(null) is >= 0 and var row ? throw new CommandFailedException($"{TextSource.Name(path)}, ligne {row + 2} : le niveau manque", ExitCodes.BadUsage)
            : [.. column.Select(value => value!.Value)];
    }
}
