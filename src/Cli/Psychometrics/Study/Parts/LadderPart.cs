using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>A ladder of fixed levels against adaptive tests over the same items.</summary>
sealed class LadderPart : StudyPart
{
    static readonly LadderBank Bank = new();

    static readonly (string Name, TestDesign Design)[] Designs =
    [
        ("ladder of three levels with catch-up", Bank.Ladder()),
        ("adaptive, SE ≤ 0.40", StudyDesigns.StandardError(0.40)),
        ("adaptive, SE ≤ 0.30", StudyDesigns.StandardError(0.30)),
        ("adaptive, level at 0.90, at most 25", StudyDesigns.Profile()),
        ("adaptive, level at 0.90, at most 40", StudyDesigns.Profile(40)),
    ];

    public override int Steps => Designs.Length + 1;

    public override StudyPage Write(StudyRunner runner)
    {
        var cuts = LadderCuts.Of(runner.Run(new SimulationScenario { Bank = Bank, Design = Bank.Ladder() }), Bank.Rungs.Length);
        var table = new MarkdownTable("Design", "Items (mean)", "Items (95 %)", "True level", "Within one level", "Same level twice", "κ, twice", "Sensitivity", "Specificity");
        foreach (var (name, design) in Designs)
        {
            // The adaptive tests are told the cuts of the ladder.
            var told = design is AdaptiveDesign { Options: { Stops: [StopAtLevel] } options } ? new AdaptiveDesign(options with { Stops = [new StopAtLevel([.. cuts.Select(c => new AbilityCut(c))])] }) : design;
            var r = runner.Run(new SimulationScenario { Bank = Bank, Design = told, Cuts = [.. cuts], Decision = new(cuts[1]), IsRepeated = true });
            table.Add([name, MarkdownTable.Cell(r.MeanLength, 1), MarkdownTable.Number(r.LengthQuantile()!.Value, 0),
                .. new[] { r.LevelAgreement, r.AdjacentLevelAgreement, r.RetestAgreement, r.RetestKappa, r.Sensitivity, r.Specificity }.Select(m => MarkdownTable.Cell(m))]);
        }

        return new($"""
            ## 7. A ladder of levels

            A rule of a kind long in use for numeracy: three levels of 16, 20 and 18 points; a skill failed is caught up with other items and the best of both is kept; the next level is given from 70 %.
            Its items have invented difficulties around −1.6, −0.8 and 0. The cuts ({string.Join(", ", cuts.Select(c => MarkdownTable.Number(c, 2)))} logit) are those
            of the ladder itself: as many people are truly below each as the ladder places below it, so that it is not judged by a rule foreign to it. The decision is at the second cut. Adaptive tests use the same items.

            {table}

            """, []);
    }
}
