using System.CommandLine;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics;

/// <summary>The file of answers, and its columns that are not items.</summary>
sealed class TableOptions
{
    readonly Argument<string> _file = new("FICHIER")
    {
        Description = "Les réponses, en CSV (gzip admis) : une ligne de noms, puis une ligne par personne ; « - » lit l’entrée standard.",
    };

    readonly Option<string?> _id = new("--id")
    {
        Description = "Colonne qui identifie la personne ; sans elle, son rang dans le fichier.",
        HelpName = "COLONNE",
    };

    readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "Colonnes à laisser de côté ; l’option se répète ou prend plusieurs noms.",
        HelpName = "COLONNE…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_id);
        command.Add(_ignore);
    }

    public Task<AnswerTable> Read(ParseResult parsed, Terminal terminal, CancellationToken ct, string? group = null) =>
        AnswerTableReader.Read(parsed.GetValue(_file)!, new ColumnChoice { Id = parsed.GetValue(_id), Group = group, Ignored = parsed.GetValue(_ignore) ?? [] }, terminal, ct);
}
