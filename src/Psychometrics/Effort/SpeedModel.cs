using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The lognormal model of response times (van der Linden, 2006, Journal of Educational and Behavioral Statistics 31, 181-204, eq. 2):
/// log t = β - τ + ε, with ε normal of standard deviation 1/α and τ normal of mean 0 over people. Estimated by marginal maximum likelihood with
/// the EM algorithm, on correct answers only, so that guesses and give-ups do not pass for speed.</summary>
public sealed record SpeedModel
{
    /// <summary>The fewest times for an item to be estimated.</summary>
    public const int FewestAnswers = 3;

    /// <summary>One entry for each column.</summary>
    public required ImmutableArray<SpeedItem> Items { get; init; }

    /// <summary>One entry for each row.</summary>
    public required ImmutableArray<PersonSpeed> Persons { get; init; }

    /// <summary>Standard deviation of speed over people, in log seconds, at least 0.</summary>
    public required double SpeedStandardDeviation { get; init; }

    /// <summary>Natural logarithm of the likelihood of the log times kept.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Steps made.</summary>
    public required int Steps { get; init; }

    /// <summary>Whether the likelihood stopped rising before the steps ran out.</summary>
    public required bool Converged { get; init; }

    /// <summary>Fits the model.</summary>
    /// <param name="times">Times in seconds; a time of 0 is no time at all and is left out.</param>
    /// <param name="responses">Scores of the same people on the same items: only times of an item's highest score seen, above 0, are kept.</param>
    /// <param name="maxSteps">Most steps of the EM algorithm, at least 1; default 2000.</param>
    /// <param name="tolerance">Rise of the log-likelihood under which it stops, above 0; default 1e-9.</param>
    /// <exception cref="ArgumentException">The scores are not of as many people or items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public static SpeedModel Fit(ResponseTimeMatrix times, ResponseMatrix responses, int maxSteps = 2000, double tolerance = 1e-9)
    {
        ArgumentNullException.ThrowIfNull(times);
        times.RequireSameShape(responses);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSteps, 1);
        Require.AtLeast(double.Epsilon, tolerance);
        var estimation = new SpeedEstimation(times, responses);
        var (steps, converged, last) = (0, false, double.NegativeInfinity);
        while (steps < maxSteps && !converged)
        {
            var likelihood = estimation.Expect();
            converged = likelihood - last < tolerance;
            last = likelihood;
            if (!converged)
            {
                estimation.Maximise();
                steps++;
            }
        }

        last = converged ? last : estimation.Expect();
        return new()
        {
            Items = estimation.Items(times.ItemNames),
            Persons = estimation.Persons(),
            SpeedStandardDeviation = Math.Sqrt(estimation.SpeedVariance),
            LogLikelihood = last,
            Steps = steps,
            Converged = converged,
        };
    }
}
