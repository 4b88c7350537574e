using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Study.Drawing;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>Fixed forms, a flash rule and adaptive tests on the same people.</summary>
sealed class DesignPart : StudyPart
{
    static readonly (string Family, string Name, TestDesign Design)[] Designs =
    [
        ("Broad fixed form", "broad form, 12 items", new BroadForm(12)),
        ("Broad fixed form", "broad form, 20 items", new BroadForm(20)),
        ("Broad fixed form", "broad form, 30 items", new BroadForm(30)),
        ("Broad fixed form", "broad form, 40 items", new BroadForm(40)),
        ("Fixed form peaked at the cut", "form peaked at the cut, 10 items", new PeakedForm(10, StudyDesigns.Cut)),
        ("Fixed form peaked at the cut", "form peaked at the cut, 16 items", new PeakedForm(16, StudyDesigns.Cut)),
        ("Fixed form peaked at the cut", "form peaked at the cut, 20 items", new PeakedForm(20, StudyDesigns.Cut)),
        ("Flash rule", "flash rule, 32 items", new FlashDesign()),
        ("Adaptive, standard error", "adaptive, SE ≤ 0.50", StudyDesigns.StandardError(0.50)),
        ("Adaptive, standard error", "adaptive, SE ≤ 0.40", StudyDesigns.StandardError(0.40)),
        ("Adaptive, standard error", "adaptive, SE ≤ 0.35", StudyDesigns.StandardError(0.35)),
        ("Adaptive, standard error", "adaptive, SE ≤ 0.30", StudyDesigns.StandardError(0.30)),
        ("Adaptive, kind", "adaptive, SE ≤ 0.40, aiming at 70 % success", StudyDesigns.StandardError(0.40, 0.70)),
        ("Adaptive, decision", "adaptive, decision at 0.90, at most 25", StudyDesigns.Decision(0.90)),
        ("Adaptive, decision", "adaptive, decision at 0.95, at most 25", StudyDesigns.Decision()),
        ("Adaptive, decision", "adaptive, decision at 0.95, at most 16", StudyDesigns.Decision(most: 16)),
    ];

    public override int Steps => Designs.Length;

    public override StudyPage Write(StudyRunner runner)
    {
        var results = Designs.Select(d => (d.Family, d.Name, Result: runner.Run(new SimulationScenario { Bank = StudyDesigns.Bank, Design = d.Design, Cuts = [StudyDesigns.Cut], Decision = Decision(d.Design) }))).ToArray();
        var (precision, decision) = (
            new MarkdownTable("Design", "Items (mean)", "Items (95 %)", "RMSE (logit)", "Bias (logit)", "Reliability, told", "Reliability, true", "Coverage of 95 %", "Most exposed item"),
            new MarkdownTable("Design", "Accuracy", "Sensitivity", "Specificity", "κ", "Undecided", "Accuracy when decided", "Accuracy outside ±0.4"));
        foreach (var (_, name, r) in results)
        {
            precision.Add(name, MarkdownTable.Cell(r.MeanLength, 1), MarkdownTable.Number(r.LengthQuantile()!.Value, 0), MarkdownTable.Cell(r.Rmse), MarkdownTable.Cell(r.Bias), MarkdownTable.Cell(r.EmpiricalReliability),
                MarkdownTable.Cell(r.TrueReliability), MarkdownTable.Cell(r.Coverage), MarkdownTable.Cell(r.LargestExposure, 2));
            decision.Add(name, r.Accuracy, r.Sensitivity, r.Specificity, r.Kappa, r.Undecided, r.AccuracyWhenDecided, r.AccuracyOutsideZone);
        }

        string[] shown = ["broad form, 20 items", "form peaked at the cut, 20 items", "adaptive, SE ≤ 0.40", "adaptive, decision at 0.95, at most 25"];
        var chosen = results.Where(r => shown.Contains(r.Name, StringComparer.Ordinal)).Select(r => (r.Name, r.Result)).ToArray();
        StudyImage[] images = [Tradeoff(results), AbilityPlots.Rmse(chosen), AbilityPlots.Length(chosen[2..]), AbilityPlots.Accuracy(chosen)];
        return new($"""
            ## 1. Designs

            The same people, with the same answers to the same items, meet each design. Precision first:

            {precision}
            {images[0].Markdown}

            {images[1].Markdown}

            {images[2].Markdown}

            Then the decision "below the cut of −0.8", made at P(below) ≥ 0.5, and called undecided when the likelier side is under 0.95 (0.90 for the test that stops there):

            {decision}
            {images[3].Markdown}

            Nobody decides well within a few tenths of a logit of the cut, whatever the design: this is why targets are stated outside a zone of indifference.
            An adaptive test that stops on the decision spends its items on the people near the cut, and so measures the others less precisely: its RMSE is
            not to be compared with that of a test that stops on the error.
            The coverage of tests that stop on their own error is that of people at all abilities together.

            """, [.. images]);
    }

    // A test that stops when it is sure enough is judged by what it calls sure.
    static CutDecision Decision(TestDesign design) => design is AdaptiveDesign { Options.Stops: [StopAtClassification stop] }
        ? new(StudyDesigns.Cut) { SureFrom = stop.Confidence }
        : new(StudyDesigns.Cut);

    static StudyImage Tradeoff((string Family, string Name, SimulationResult Result)[] results) => new("measurement-length.svg", new()
    {
        Title = "Precision by length",
        Description = "Root mean square error of the ability against the mean number of items, for each design: adaptive tests reach a given error with about half the items of a broad form. The figures are in the table above.",
        X = new("Mean number of items", 0, 45, 5),
        Y = new("RMSE of the ability (logit)", 0.2, 0.7, 0.1),
        Series = [.. results.GroupBy(r => r.Family, StringComparer.Ordinal).Select(family => new PlotSeries(
            family.Key, [.. family.Select(r => new PlotPoint(r.Result.MeanLength!.Value, r.Result.Rmse!.Value, r.Result.Rmse.MonteCarloError)).OrderBy(p => p.X)], IsJoined: true))],
    });
}
