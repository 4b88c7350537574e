using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>What a simulation gave: the people, and measures of them with their Monte-Carlo errors. A measure that has no meaning (no cut, no ability
/// measured, nobody in the group) is null. Each is computed when it is read.</summary>
public sealed class SimulationResult
{
    readonly ResultColumns _columns;

    internal SimulationResult(SimulationScenario scenario, IEnumerable<SimulatedPerson> people)
    {
        (Scenario, People) = (scenario, [.. people]);
        _columns = new(People, scenario);
    }

    /// <summary>What was simulated.</summary>
    public SimulationScenario Scenario { get; }

    /// <summary>The people, in order.</summary>
    public ImmutableArray<SimulatedPerson> People { get; }

    /// <summary>The same measures on people simulated by a program of one's own, for instance with the very test that it gives.</summary>
    /// <param name="scenario">What was simulated: its number of banks, its cuts and its decision are read.</param>
    /// <param name="people">The people, in order; those of one bank share its number.</param>
    public static SimulationResult Of(SimulationScenario scenario, IEnumerable<SimulatedPerson> people)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(people);
        return new(scenario, people);
    }

    /// <summary>The same measures on some of the people.</summary>
    /// <param name="kept">Whom to keep, for instance those who guess.</param>
    public SimulationResult Where(Func<SimulatedPerson, bool> kept) => new(Scenario, People.Where(kept));

    /// <summary>Mean number of items asked.</summary>
    public Measure? MeanLength => _columns.All.Mean(_columns.Lengths);

    /// <summary>Number of items that a share of the people does not exceed.</summary>
    /// <param name="share">In ]0, 1[. Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its bounds.</exception>
    public Measure? LengthQuantile(double share = 0.95) =>
        _columns.All.Quantile(_columns.Lengths, Require.Within(double.Epsilon, Math.BitDecrement(1.0), share));

    /// <summary>Mean of estimate minus true ability, in logits.</summary>
    public Measure? Bias => _columns.Measured.Mean(_columns.Errors);

    /// <summary>Root mean square of the same, in logits.</summary>
    public Measure? Rmse => _columns.Measured.RootMeanSquare(_columns.Errors);

    /// <summary>What the test says of its own precision: var(θ̂) / (var(θ̂) + mean SE²).</summary>
    public Measure? EmpiricalReliability => ReliabilityMeasures.Empirical(_columns.Measured, _columns.Estimates, _columns.StandardErrors);

    /// <summary>Squared correlation of estimates and true abilities.</summary>
    public Measure? TrueReliability => ReliabilityMeasures.Squared(_columns.Measured, _columns.Estimates, _columns.Abilities);

    /// <summary>Share of the 95 % credible intervals that hold the true ability.</summary>
    public Measure? Coverage => _columns.Measured.Mean(_columns.Covered);

    /// <summary>Share of the people put on their true side of the cut of the decision.</summary>
    public Measure? Accuracy => _columns.Decided.Mean(_columns.IsRight);

    /// <summary>Share flagged among the people below the cut.</summary>
    public Measure? Sensitivity => _columns.Decided.MeanWhere(_columns.IsBelow, _columns.IsRight);

    /// <summary>Share not flagged among the people above the cut.</summary>
    public Measure? Specificity => _columns.Decided.MeanWhere([.. _columns.IsBelow.Select(below => !below)], _columns.IsRight);

    /// <summary>Cohen's κ between the flag and the truth.</summary>
    public Measure? Kappa => Agreement.Kappa(_columns.Decided, _columns.Flags, [.. _columns.IsBelow.Select(below => below ? 1 : 0)]);

    /// <summary>Share of the people whose likelier side is not sure enough.</summary>
    public Measure? Undecided => _columns.Sure.Mean([.. _columns.IsSure.Select(sure => sure ? 0.0 : 1)]);

    /// <summary>Accuracy among the people about whom the decision is sure enough.</summary>
    public Measure? AccuracyWhenDecided => _columns.Sure.Count == 0 ? null : _columns.Sure.MeanWhere(_columns.IsSure, _columns.IsRight);

    /// <summary>Accuracy among the people whose true ability is outside the zone of indifference around the cut.</summary>
    public Measure? AccuracyOutsideZone => _columns.Decided.MeanWhere(_columns.IsOutsideZone, _columns.IsRight);

    /// <summary>Share of the people given their true level.</summary>
    public Measure? LevelAgreement => _columns.Levelled.Mean(_columns.LevelDistance(0));

    /// <summary>Share given their true level or one beside it.</summary>
    public Measure? AdjacentLevelAgreement => _columns.Levelled.Mean(_columns.LevelDistance(1));

    /// <summary>Share given the same level at both sittings.</summary>
    public Measure? RetestAgreement => _columns.Repeated.Mean([.. _columns.LevelsOfRepeated.Zip(_columns.LevelsAgain, (a, b) => a == b ? 1.0 : 0)]);

    /// <summary>Cohen's κ between the levels of both sittings.</summary>
    public Measure? RetestKappa => Agreement.Kappa(_columns.Repeated, _columns.LevelsOfRepeated, _columns.LevelsAgain);

    /// <summary>Share of the people asked the item most often asked, averaged over banks. The error is that of a mean; the choice of the highest adds a little upwards.</summary>
    public Measure? LargestExposure => _columns.All.Mean(_columns.AskedMostExposed());
}
