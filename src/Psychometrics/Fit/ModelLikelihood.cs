namespace Beffroi.Psychometrics;

/// <summary>How likely a calibrated model makes the answers, what it spent in parameters, and the criteria that weigh both.
/// Lower criteria are better; they compare models of the same answers only.</summary>
public sealed record ModelLikelihood
{
    /// <summary>The likelihood of a model at its estimates.</summary>
    /// <param name="logLikelihood">Natural logarithm of the maximised likelihood, finite.</param>
    /// <param name="parameters">Number of free parameters, at least 0.</param>
    /// <param name="persons">Number of people, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public ModelLikelihood(double logLikelihood, int parameters, int persons)
    {
        LogLikelihood = Require.Finite(logLikelihood);
        ArgumentOutOfRangeException.ThrowIfNegative(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(persons, 1);
        (Parameters, Persons) = (parameters, persons);
    }

    /// <summary>Natural logarithm of the likelihood.</summary>
    public double LogLikelihood { get; }

    /// <summary>Number of free parameters.</summary>
    public int Parameters { get; }

    /// <summary>Number of people.</summary>
    public int Persons { get; }

    /// <summary>-2 log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Akaike's criterion (Akaike, 1974, IEEE Transactions on Automatic Control 19, 716-723).</summary>
    public double Aic => Deviance + (2 * Parameters);

    /// <summary>Akaike's criterion corrected for small samples (Hurvich &amp; Tsai, 1989, Biometrika 76, 297-307); null when there are too few people for it.</summary>
    public double? Aicc => Persons - Parameters > 1 ? Aic + (2.0 * Parameters * (Parameters + 1) / (Persons - Parameters - 1)) : null;

    /// <summary>Bayesian criterion (Schwarz, 1978, Annals of Statistics 6, 461-464).</summary>
    public double Bic => Deviance + (Parameters * Math.Log(Persons));

    /// <summary>Bayesian criterion adjusted for sample size (Sclove, 1987, Psychometrika 52, 333-343).</summary>
    public double Sabic => Deviance + (Parameters * Math.Log((Persons + 2) / 24.0));

    /// <summary>The marginal likelihood of answers, the ability integrated out; missing answers are passed over.</summary>
    /// <param name="items">Calibrated items, one for each column.</param>
    /// <param name="prior">Distribution of the abilities.</param>
    /// <param name="data">The answers, at least one row.</param>
    /// <param name="parameters">Number of free parameters of the calibration, at least 0.</param>
    /// <exception cref="ArgumentException">The items do not describe the columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no row, or the number of parameters is negative.</exception>
    public static ModelLikelihood Of(IReadOnlyList<ItemModel> items, Quadrature prior, ResponseMatrix data, int parameters)
    {
        ItemColumns.Check(items, data);
        var likelihood = new PatternLikelihood(items, prior);
        return new(ResponsePatterns.Of(data).Sum(pattern => pattern.Persons * likelihood.LogProbability(pattern.Scores)), parameters, data.Persons);
    }

    /// <summary>Likelihood-ratio test of a model nested in this one (Wilks, 1938, Annals of Mathematical Statistics 9, 60-62). A small
    /// p-value says that the parameters this model adds are needed. It does not hold when the nested model sits on a bound of this one.</summary>
    /// <param name="nested">The model with fewer parameters, on the same answers.</param>
    /// <exception cref="ArgumentException">It has not fewer parameters, or not the same people, or is more likely: it is not nested or an estimation did not converge.</exception>
    public FitTest TestAgainst(ModelLikelihood nested)
    {
        ArgumentNullException.ThrowIfNull(nested);
        if (nested.Parameters >= Parameters || nested.Persons != Persons)
        {
            throw new ArgumentException("A nested model has fewer parameters and the same people.", nameof(nested));
        }

        var statistic = nested.Deviance - Deviance;
        return statistic >= -1e-6 * Math.Max(1, Math.Abs(Deviance))
            ? FitTest.Of(statistic, Parameters - nested.Parameters)
            : throw new ArgumentException("A model nested in another is never more likely: it is not nested, or an estimation did not converge.", nameof(nested));
    }
}
