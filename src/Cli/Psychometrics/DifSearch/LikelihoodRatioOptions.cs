using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Calibrate;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.DifSearch;

/// <summary>The search by likelihood ratio: an item with its own curve in each group against the same with one curve.</summary>
sealed class LikelihoodRatioOptions
{
    readonly Option<string> _model = ModelName.Option();

    readonly Option<string[]> _anchors = new("--anchors")
    {
        Description = "Items supposés neutres (lr) ; sans l’option, chaque item est comparé à tous les autres.",
        HelpName = "ITEM…",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        _model.Description += " Pour lr seulement.";
        command.Add(_model);
        command.Add(_anchors);
    }

    public DifReport Search(ParseResult parsed, AnswerTable table, bool[] focal, double level, Terminal terminal, CancellationToken ct)
    {
        var family = ModelName.Family(parsed.GetValue(_model)!);
        var answers = CalibrationAnswers.Of(table, family).Matrix;
        var studied = Studied(table, parsed.GetValue(_anchors) ?? []);
        RequireEveryScore(table, answers, studied, focal);
        var options = new CalibrationOptions { Family = family, StandardErrors = false, Threads = Environment.ProcessorCount };
        var line = new ScreenLine(terminal);
        var progress = new Told(step => line.Show(() => $"{French.Number(step.Done)} / {French.Number(step.All)} items"));
        var found = Run();
        line.End();
        return new()
        {
            Method = "lr",
            Items = [.. found.Select(Line)],
            Flagged = [.. found.Where(i => i.P < level).Select(i => i.Name)],
            FlaggedPurified = null,
            Persons = (focal.Count(f => !f), focal.Count(f => f), 0),
        };

        ImmutableArray<LikelihoodRatioItem> Run()
        {
            try
            {
                return studied.Length == table.Items.Length
                    ? LikelihoodRatioDif.OneByOne(answers, focal, options, [], progress, ct)
                    : LikelihoodRatioDif.AgainstAnchors(answers, focal, options, studied, progress, ct);
            }
            catch (ArgumentException wrong)
            {
                throw new CommandFailedException($"{table.Name} : calibration impossible : {wrong.Message}", ExitCodes.BadUsage, wrong);
            }
        }
    }

    static DifLine Line(LikelihoodRatioItem item) => new(
        item.Name,
        [
            ("chiSquare", JsonNumber.Of(item.Statistic)),
            ("df", item.Degrees),
            ("p", JsonNumber.Of(item.P)),
            ("difference", JsonNumber.Of(item.SignedDifference)),
            ("differenceUnsigned", JsonNumber.Of(item.UnsignedDifference)),
            ("converged", item.Converged),
        ],
        []);

    static ImmutableArray<string> Studied(AnswerTable table, string[] anchors)
    {
        if (Array.Find(anchors, name => !table.Items.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new CommandFailedException($"{table.Name} : l’ancre {Quoted.Text(unknown)} n’est pas un item{ClosestName.Hint(unknown, table.Items)}", ExitCodes.BadUsage);
        }

        ImmutableArray<string> studied = [.. table.Items.Except(anchors, StringComparer.Ordinal)];
        return studied.IsEmpty ? throw new CommandFailedException("--anchors nomme tous les items : il n’en reste pas à étudier.", ExitCodes.BadUsage) : studied;
    }

    // A score that a group never gave would put its curve at infinity.
    static void RequireEveryScore(AnswerTable table, ResponseMatrix answers, ImmutableArray<string> studied, bool[] focal)
    {
        foreach (var column in studied.Select(name => table.Items.IndexOf(name)))
        {
            var seen = focal.Select((f, person) => (f, answers[person, column])).Where(cell => cell.Item2 != ResponseMatrix.Missing).ToHashSet();
            if (seen.Count < 2 * (answers.MaxScores[column] + 1))
            {
                throw table.Wrong(column, "l’un des deux groupes n’a pas tous les scores de l’item");
            }
        }
    }

    sealed class Told(Action<(int Done, int All)> tell) : IProgress<(int Done, int All)>
    {
        public void Report((int Done, int All) value) => tell(value);
    }
}
