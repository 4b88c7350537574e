using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>A part that runs one adaptive test under several conditions, a row each.</summary>
sealed class VariationPart : StudyPart
{
    public required string Title { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    /// <summary>Conditions, and of whom the measures are when not of everybody.</summary>
    public required (string Name, SimulationScenario Scenario, Func<SimulatedPerson, bool>? Whom)[] Rows { get; init; }

    public override int Steps => Rows.Length;

    public override StudyPage Write(StudyRunner runner)
    {
        var table = new MarkdownTable(
            "Condition", "Items (mean)", "RMSE (logit)", "Bias (logit)", "Reliability, told", "Reliability, true", "Coverage of 95 %", "Sensitivity", "Specificity", "Undecided", "Accuracy when decided");
        foreach (var (name, scenario, whom) in Rows)
        {
            var everybody = runner.Run(scenario);
            var r = whom is null ? everybody : everybody.Where(whom);
            table.Add([name, MarkdownTable.Cell(r.MeanLength, 1), .. new[] { r.Rmse, r.Bias, r.EmpiricalReliability, r.TrueReliability, r.Coverage, r.Sensitivity, r.Specificity, r.Undecided, r.AccuracyWhenDecided }.Select(m => MarkdownTable.Cell(m))]);
        }

        return new($"## {Title}\n\n{Before}\n\n{table}\n{After}\n\n", []);
    }
}
