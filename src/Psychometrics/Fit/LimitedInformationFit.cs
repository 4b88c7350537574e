namespace Beffroi.Psychometrics;

/// <summary>Fit of a calibration to the means and pairs of its answers, which stay well filled where the table of patterns is sparse.</summary>
public sealed record LimitedInformationFit
{
    LimitedInformationFit()
    {
    }

    /// <summary>The statistic M2, M2* or C2 with its degrees of freedom; null when <see cref="Gap"/> says why.</summary>
    public FitTest? Test { get; private init; }

    /// <summary>RMSEA2: misfit for each degree of freedom (Maydeu-Olivares &amp; Joe, 2014); about .05 or less is a close fit. Null without a test.</summary>
    public double? Rmsea { get; private init; }

    /// <summary>90 % confidence interval of <see cref="Rmsea"/>; null without a test.</summary>
    public (double Low, double High)? RmseaInterval { get; private init; }

    /// <summary>Standardised root mean square residual of the correlations between items; about .05 or less is small. Null when answers are
    /// missing, when there is one item, or when an item has the same score from everybody.</summary>
    public double? Srmsr { get; private init; }

    /// <summary>Why there is no test; null when there is one.</summary>
    public FitGap? Gap { get; private init; }

    /// <summary>The fit of calibrated items to their answers (Maydeu-Olivares &amp; Joe, 2005, Journal of the American Statistical Association
    /// 100, 1009-1020; 2006). Time grows with the sixth power of the number of items, memory with the fourth: some seconds at 60 right-or-wrong items.</summary>
    /// <param name="items">Calibrated items at their maximum-likelihood (or any consistent) estimates, one for each column.</param>
    /// <param name="prior">Distribution of the abilities.</param>
    /// <param name="data">The answers, complete.</param>
    /// <param name="parameters">The free parameters of the calibration, see <see cref="ModelParameters"/>; none when the items were known beforehand.</param>
    /// <param name="form">What is compared; default <see cref="MomentForm.Categories"/>.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="ArgumentException">The items do not describe the columns, or a parameter touches an item that is not there.</exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static LimitedInformationFit Of(
        IReadOnlyList<ItemModel> items,
        Quadrature prior,
        ResponseMatrix data,
        IReadOnlyList<ModelParameter> parameters,
        MomentForm form = MomentForm.Categories,
        CancellationToken cancellation = default)
    {
        ItemColumns.Check(items, data);
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Any(parameter => parameter.Effects.Any(effect => effect.Item < 0 || effect.Item >= items.Count)))
        {
            throw new ArgumentException("A parameter touches an item that is not there.", nameof(parameters));
        }

        if (data.Persons == 0 || !data.IsComplete)
        {
            return new() { Gap = data.Persons == 0 ? FitGap.NoPeople : FitGap.MissingAnswers };
        }

        var (test, gap) = Statistic(items, prior, data, parameters, form, cancellation);
        return new()
        {
            Test = test,
            Gap = gap,
            Rmsea = test is null ? null : ApproximationError.Of(test, data.Persons),
            RmseaInterval = test is null ? null : ApproximationError.Interval(test, data.Persons),
            Srmsr = CorrelationResiduals.RootMeanSquare(items, prior, data),
        };
    }

    // M2 = N e'(Γ⁻¹ - Γ⁻¹Δ(Δ'Γ⁻¹Δ)⁻¹Δ'Γ⁻¹)e, with residuals e, their covariance Γ and derivatives Δ (Maydeu-Olivares & Joe, 2005, eq. 13).
    static (FitTest? Test, FitGap? Gap) Statistic(
        IReadOnlyList<ItemModel> items, Quadrature prior, ResponseMatrix data, IReadOnlyList<ModelParameter> parameters, MomentForm form, CancellationToken cancellation)
    {
        var set = new MomentSet(items, form);
        var degrees = set.Moments.Length - parameters.Count;
        if (degrees < 1)
        {
            return (null, FitGap.NoDegreesOfFreedom);
        }

        var model = new MomentModel(items, prior, set);
        var residuals = set.Observed(data).Zip(model.Expected, (o, e) => o - e).ToArray();
        if (Cholesky.Of(model.Covariance(cancellation), set.Moments.Length) is not { } covariance)
        {
            return (null, FitGap.SingularCovariance);
        }

        var derivatives = parameters.Select(model.Derivative).ToArray();
        var weighted = derivatives.Select(column => Solved(covariance, column)).ToArray();
        double[] information = [.. derivatives.SelectMany(row => weighted, Dot)];
        if (Cholesky.Of(information, parameters.Count) is not { } identified)
        {
            return (null, FitGap.NotIdentified);
        }

        double[] explained = [.. weighted.Select(column => Dot(column, residuals))];
        var discrepancy = Dot(residuals, Solved(covariance, residuals)) - Dot(explained, Solved(identified, explained));
        return (FitTest.Of(data.Persons * discrepancy, degrees), null);
    }

    static double[] Solved(Cholesky matrix, double[] vector)
    {
        var solution = vector.ToArray();
        matrix.Solve(solution);
        return solution;
    }

    static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
