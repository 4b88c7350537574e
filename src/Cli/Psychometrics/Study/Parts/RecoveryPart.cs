using System.Globalization;
using Beffroi.Cli.Psychometrics.Study.Drawing;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study.Parts;

/// <summary>Are true parameters found again by calibration?</summary>
sealed class RecoveryPart(int replications) : StudyPart
{
    // What experts would say before any answer, no closer: wide on difficulty, log a as the bank is drawn.
    static readonly ItemPriors Priors = new() { LogDiscrimination = new(0.18, 0.30), Difficulty = new(0, 1.5) };

    readonly (string Name, CalibrationRecovery Recovery)[] _rows =
    [
        ("300 people, priors", new() { Persons = 300, Priors = Priors, Replications = replications }),
        ("1,000 people", new() { Persons = 1_000, Replications = Math.Max(2, replications / 2) }),
        ("1,000 people, ⅔ missing, priors", new() { Persons = 1_000, MissingShare = 2.0 / 3, Priors = Priors, Replications = Math.Max(2, replications / 2) }),
        ("10,000 people", new() { Persons = 10_000, Replications = Math.Max(1, replications / 5) }),
        ("10,000 people, ⅔ missing", new() { Persons = 10_000, MissingShare = 2.0 / 3, Replications = Math.Max(1, replications / 5) }),
    ];

    public override int Steps => _rows.Length;

    public override StudyPage Write(StudyRunner runner)
    {
        var results = _rows.Select(row => (row.Name, row.Recovery, Result: runner.Run(row.Recovery))).ToArray();
        var table = new MarkdownTable("Answers", "Calibrations", "RMSE of a", "Bias of a", "Coverage of a", "RMSE of b (logit)", "Bias of b (logit)", "Coverage of b");
        foreach (var (name, recovery, r) in results)
        {
            table.Add([name, recovery.Replications.ToString(CultureInfo.InvariantCulture), .. new[] { r.DiscriminationRmse, r.DiscriminationBias, r.DiscriminationCoverage, r.DifficultyRmse, r.DifficultyBias, r.DifficultyCoverage }.Select(m => MarkdownTable.Cell(m))]);
        }

        StudyImage[] images = [Scatter("measurement-recovery-b.svg", "Difficulties found again", "difficulty (logit)", new("", -3, 3, 1), results, i => i.Truth.Difficulty, i => i.Found.Locations[0]),
            Scatter("measurement-recovery-a.svg", "Discriminations found again", "discrimination (per logit)", new("", 0, 3, 0.5), results, i => i.Truth.Discrimination, i => i.Found.Discrimination)];
        return new($"""
            ## 8. Calibration

            60 two-parameter items, difficulties N(0, 1), log-discriminations N(0.18, 0.30), people N(0, 1); new items and people each time. Priors where said: log a N(0.18, 0.30), b N(0, 1.5).
            Coverage is that of ±1.96 standard errors.

            {table}
            {images[0].Markdown}

            {images[1].Markdown}

            """, [.. images]);
    }

    static StudyImage Scatter(string file, string title, string parameter, PlotAxis axis, (string Name, CalibrationRecovery Recovery, RecoveryResult Result)[] results, Func<RecoveredItem, double> truth, Func<RecoveredItem, double> found) => new(file, new()
    {
        Title = title,
        Description = $"Estimated against true {parameter} of the 60 items of one calibration: points close in on the diagonal as people become more numerous. The errors are in the table above.",
        X = axis with { Label = $"True {parameter}" },
        Y = axis with { Label = $"Estimated {parameter}" },
        HasDiagonal = true,
        Series = [.. new[] { results[0], results[1], results[3] }.Select(r => new PlotSeries(r.Name, [.. r.Result.Items.Where(i => i.Replication == 0).Select(i => new PlotPoint(truth(i), found(i)))], IsJoined: false))],
    });
}
