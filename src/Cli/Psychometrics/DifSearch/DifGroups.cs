using System.CommandLine;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics.DifSearch;

/// <summary>Which groups are compared.</summary>
sealed class DifGroups
{
    readonly Option<string?> _group = new("--group") { Description = "Colonne qui dit le groupe de chaque personne, nécessaire.", HelpName = "COLONNE" };

    readonly Option<string?> _focal = new("--focal") { Description = "Valeur de cette colonne pour le groupe étudié, nécessaire ; les autres personnes sont la référence.", HelpName = "VALEUR" };

    public void AddTo(Command command)
    {
        command.Add(_group);
        command.Add(_focal);
    }

    /// <summary>The column of the groups.</summary>
    public string Column(ParseResult parsed)
    {
        Needed(parsed.GetValue(_focal), "--focal");
        return Needed(parsed.GetValue(_group), "--group");
    }

    /// <summary>Whether each person is of the group under study.</summary>
    /// <exception cref="CommandFailedException">Nobody is, or everybody.</exception>
    public bool[] Focal(ParseResult parsed, AnswerTable table)
    {
        var groups = table.Groups!;
        var focal = groups.Require(parsed.GetValue(_focal)!, table.Name);
        return groups.Names.Count > 1
            ? groups.Are(focal)
            : throw new CommandFailedException($"{table.Name} : toutes les personnes sont du groupe {Quoted.Text(focal)}, il n’y a pas de référence", ExitCodes.BadUsage);
    }

    static string Needed(string? value, string option) => value ?? throw new CommandFailedException($"l’option {option} manque.", ExitCodes.BadUsage);
}
