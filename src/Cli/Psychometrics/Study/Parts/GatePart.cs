using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>The proposed tests against the limits that they should keep.</summary>
sealed class GatePart : StudyPart
{
    static readonly SimulationScenario Base = new() { Bank = StudyDesigns.Bank, Design = StudyDesigns.Proposed, Cuts = [StudyDesigns.Cut], IsRepeated = true };

    public override int Steps => 3;

    public override StudyPage Write(StudyRunner runner)
    {
        var decision = runner.Run(Base);
        var flagged = runner.Run(Base with { IsRepeated = false, Decision = new(StudyDesigns.Cut) { FlagFrom = LevelProbabilities.FlagThreshold(3) } });
        var profile = runner.Run(Base with { Design = StudyDesigns.ProposedProfile, Cuts = StudyDesigns.Levels });
        var table = new MarkdownTable("Gate", "Limit", "Measured", "Met");
        void Gate(string name, string limit, Measure? measure, Func<double, bool> isMet) =>
            table.Add(name, limit, MarkdownTable.Cell(measure), measure is { } m && isMet(m.Value) ? "yes" : "**no**");

        Gate("decision: accuracy outside ±0.4 logit of the cut", "≥ 0.97", decision.AccuracyOutsideZone, v => v >= 0.97);
        Gate("decision: sensitivity, a miss costing 3", "≥ 0.90", flagged.Sensitivity, v => v >= 0.90);
        Gate("decision: specificity at the same threshold", "≥ 0.92", flagged.Specificity, v => v >= 0.92);
        Gate("decision: undecided", "≤ 0.20", decision.Undecided, v => v <= 0.20);
        Gate("decision: median number of items", "≤ 10", decision.LengthQuantile(0.5), v => v <= 10);
        Gate("decision: reliability", "≥ 0.80", decision.EmpiricalReliability, v => v >= 0.80);
        Gate("decision: coverage of 95 % intervals", "0.94 to 0.96", decision.Coverage, v => v is >= 0.94 and <= 0.96);
        Gate("decision: bias, logit", "within ±0.03", decision.Bias, v => Math.Abs(v) < 0.03);
        Gate("decision: most exposed item", "≤ 0.80", decision.LargestExposure, v => v <= 0.80);
        Gate("decision: κ of two sittings", "≥ 0.75", decision.RetestKappa, v => v >= 0.75);
        Gate("profile: mean number of items", "≤ 16", profile.MeanLength, v => v <= 16);
        Gate("profile: reliability", "≥ 0.85", profile.EmpiricalReliability, v => v >= 0.85);
        Gate("profile: coverage of 95 % intervals", "0.94 to 0.96", profile.Coverage, v => v is >= 0.94 and <= 0.96);
        Gate("profile: bias, logit", "within ±0.03", profile.Bias, v => Math.Abs(v) < 0.03);
        Gate("profile: most exposed item", "≤ 0.80", profile.LargestExposure, v => v <= 0.80);
        Gate("profile: κ of two sittings", "≥ 0.75", profile.RetestKappa, v => v >= 0.75);
        return new($"""
            ## 9. The gates

            Two tests are proposed. Decision: two easy items, then the most informative among the best three; stop at 0.95 of either side, from 6 to 16 items. Profile: the same opening;
            stop at 0.90 of one of four levels (cuts −1.6, −0.8, 0) or at an error of 0.35, from 6 to 25 items. People N(0, 1) with exact items: the best case. A gate within two Monte-Carlo
            errors of its limit is met or missed by chance.

            {table}
            A gate that is not met is left so: the limit or the test is to be discussed with those who will use it, not the figure.

            """, []);
    }
}
