namespace Beffroi.Psychometrics;

/// <summary>Calibrates items on the answers of people whose abilities are normal: marginal maximum likelihood by EM (Bock &amp; Aitkin, 1981,
/// Psychometrika 46, 443-459), or its mode with priors (Mislevy, 1986). Missing answers are ignored, which is right when they depend on answers given
/// (adaptive tests, blocks by design) and not on those that would have been.</summary>
public static class Calibrator
{
    const int MostPoints = 961;

    /// <summary>Calibrates.</summary>
    /// <param name="answers">Scores, people by items; people without any answer are left out.</param>
    /// <param name="options">The curves, priors, anchors, precision.</param>
    /// <param name="groups">For each person, their group, from 0 without gaps; empty (default) for one group.</param>
    /// <param name="progress">Told of each application of the EM map.</param>
    /// <param name="ct">Stops between two of them.</param>
    /// <exception cref="ArgumentException">An item has no answer or only one score and is neither an anchor nor under a prior, its scores do not suit
    /// its curves, a name is unknown, an anchor is of another family, or groups do not match the people.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static Calibration Run(
        ResponseMatrix answers, CalibrationOptions options, ReadOnlySpan<int> groups = default, IProgress<CalibrationProgress>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(options);
        Calibration? best = null;
        foreach (var guess in Guesses(answers, options))
        {
            var one = RunFrom(CalibrationDesign.Of(answers, options, groups, guess), options, progress, ct);
            best = best is null || one.Objective > best.Objective ? one : best;
        }

        return best!;
    }

    // The likelihood of the three-parameter model often has several maxima: the best of three starts is kept.
    static double[] Guesses(ResponseMatrix answers, CalibrationOptions options) =>
        options.LowerAsymptote is null && answers.ItemNames.Any(name => options.Families.GetValueOrDefault(name, options.Family) is ItemFamily.ThreeParameter && !options.Start.ContainsKey(name))
            ? [0.15, 0.001, 0.3]
            : [0.15];

    static Calibration RunFrom(CalibrationDesign design, CalibrationOptions options, IProgress<CalibrationProgress>? progress, CancellationToken ct)
    {
        var (state, used, points) = (design.State, 0, options.QuadraturePoints);
        while (true)
        {
            var grid = Grid(points, options.HalfWidth);
            var em = new ExpectationMaximisation(state, design.Answers, design.MaxScores, grid, options.Threads);
            var converged = em.Run(options, used, progress, ct);
            used += em.Iterations;
            if (!converged || !IsTooCoarse(state, grid) || (2 * points) - 1 > MostPoints)
            {
                var covariance = options.StandardErrors ? CalibrationErrors.Covariance(state, em, grid, ct) : [];
                return design.Result(options, em, converged, used, points, covariance);
            }

            points = (2 * points) - 1;
        }
    }

    static double[] Grid(int points, double halfWidth) =>
        [.. Enumerable.Range(0, points).Select(i => halfWidth * ((2.0 * i / (points - 1)) - 1))];

    // The rectangle rule needs a step of at most 1 / a, and at most half the narrowest group's spread.
    static bool IsTooCoarse(CalibrationState state, double[] grid)
    {
        var step = grid[1] - grid[0];
        return state.Items.Any(item => Math.Abs(item.X[0]) * step > 1) || state.Groups.Any(group => step > group.Sd / 2);
    }
}
