using Beffroi.Cli.Psychometrics.Study.Drawing;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>A measure of several designs along the true ability.</summary>
static class AbilityPlots
{
    const double HalfBand = 0.2;

    // A band with fewer people says more about chance than about the design.
    const int FewestPersons = 20;

    static readonly PlotAxis Ability = new("True ability (logit)", -3, 3, 1);

    public static StudyImage Rmse((string Name, SimulationResult Result)[] results) => new("measurement-rmse.svg", new()
    {
        Title = "Error by ability",
        Description = "Root mean square error along the true ability. A form peaked at the cut is precise there and poor elsewhere; adaptive tests stay level where the bank has items. Vertical bars: one Monte-Carlo error.",
        X = Ability,
        Y = new("RMSE of the ability (logit)", 0, 1.6, 0.2),
        Series = [.. results.Select(r => Series(r, band => band.Rmse))],
    });

    public static StudyImage Length((string Name, SimulationResult Result)[] results) => new("measurement-items.svg", new()
    {
        Title = "Items asked by ability",
        Description = "Mean number of items along the true ability: a test that stops on the decision asks most near the cut of −0.8, one that stops on its error asks most where the bank is poor.",
        X = Ability,
        Y = new("Mean number of items", 0, 30, 5),
        Series = [.. results.Select(r => Series(r, band => band.MeanLength))],
    });

    public static StudyImage Accuracy((string Name, SimulationResult Result)[] results) => new("measurement-accuracy.svg", new()
    {
        Title = "Right decisions by ability",
        Description = "Share of right decisions along the true ability: near 1 away from the cut of −0.8, about six or seven out of ten within 0.2 logit of it, for every design.",
        X = Ability,
        Y = new("Share of right decisions", 0.4, 1, 0.1),
        Series = [.. results.Select(r => Series(r, band => band.Accuracy))],
    });

    static PlotSeries Series((string Name, SimulationResult Result) design, Func<SimulationResult, Measure?> measure) => new(design.Name,
        [.. Enumerable.Range(-7, 15).Select(i => i * 2 * HalfBand).Select(middle => (middle, Band: design.Result.Where(p => Math.Abs(p.Ability - middle) < HalfBand)))
            .Where(point => point.Band.People.Length >= FewestPersons && measure(point.Band) is not null)
            .Select(point => new PlotPoint(point.middle, measure(point.Band)!.Value, measure(point.Band)!.MonteCarloError))],
        IsJoined: true);
}
