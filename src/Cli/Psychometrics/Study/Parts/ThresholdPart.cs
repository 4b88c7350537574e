using System.Globalization;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>What changes when missing a person costs more than flagging one for nothing.</summary>
sealed class ThresholdPart : StudyPart
{
    static readonly double[] Thresholds = [0.50, 0.30, 0.25, 0.20, 0.10];

    public override int Steps => Thresholds.Length;

    public override StudyPage Write(StudyRunner runner)
    {
        var table = new MarkdownTable("Flagged from P(below) ≥", "Cost of a miss", "Sensitivity", "Specificity", "Accuracy");
        foreach (var threshold in Thresholds)
        {
            var r = runner.Run(new SimulationScenario
            {
                Bank = StudyDesigns.Bank, Design = StudyDesigns.Decision(), Cuts = [StudyDesigns.Cut], Decision = new(StudyDesigns.Cut) { FlagFrom = threshold },
            });
            table.Add(MarkdownTable.Number(threshold, 2), ((1 / threshold) - 1).ToString("0.#", CultureInfo.InvariantCulture), MarkdownTable.Cell(r.Sensitivity), MarkdownTable.Cell(r.Specificity), MarkdownTable.Cell(r.Accuracy));
        }

        return new($"""
            ## 2. The threshold of the decision

            Adaptive test, decision at 0.95, at most 25 items. A threshold t is the best one when missing a person costs 1/t − 1 times as much as flagging one for nothing.

            {table}

            """, []);
    }
}
