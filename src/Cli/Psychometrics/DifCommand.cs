using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics;

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

    public string Group(ParseResult parsed) => Needed(parsed.GetValue(_group), "--group");

    /// <summary>Whether each person is of the group under study.</summary>
    public bool[] Focal(ParseResult parsed, AnswerTable table)
    {
        var (focal, groups) = (Needed(parsed.GetValue(_focal), "--focal"), table.Groups!);
        return groups.Names.Contains(focal, StringComparer.Ordinal)
            ? groups.Are(focal)
            : throw new CommandFailedException($"{table.Name} : personne n’est du groupe {Quoted.Text(focal)}{ClosestName.Hint(focal, groups.Names)}", ExitCodes.BadUsage);
    }

    static string Needed(string? value, string option) => value ?? throw new CommandFailedException($"l’option {option} manque.", ExitCodes.BadUsage);
}

/// <summary>Differential functioning of one item by Mantel-Haenszel: the class is A, B or C.</summary>
sealed record DifLine(string Id, double? ChiSquare, double? P, double? AlphaMH, double? DeltaMH, string? Class)
{
    public JsonObject Json() => new()
    {
        ["id"] = Id,
        ["chiSquare"] = JsonNumber.Of(ChiSquare),
        ["p"] = JsonNumber.Of(P),
        ["alphaMH"] = JsonNumber.Of(AlphaMH),
        ["deltaMH"] = JsonNumber.Of(DeltaMH),
        ["class"] = Class,
    };
}

/// <summary>Every item, and the names of those flagged, before and after purification.</summary>
sealed record DifReport(ImmutableArray<DifLine> Items, ImmutableArray<string> Flagged, ImmutableArray<string> FlaggedPurified)
{
    public JsonObject Json() => new()
    {
        ["items"] = new JsonArray([.. Items.Select(i => i.Json())]),
        ["flagged"] = new JsonArray([.. Flagged.Select(id => JsonValue.Create(id))]),
        ["flaggedPurified"] = new JsonArray([.. FlaggedPurified.Select(id => JsonValue.Create(id))]),
    };
}
