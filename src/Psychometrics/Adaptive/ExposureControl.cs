using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>What keeps the best items from being asked of everybody. The defaults control nothing.</summary>
public sealed record ExposureControl
{
    /// <summary>The next item is drawn among this many best ones, from 1 (default: the best) to 100
    /// (randomesque; Kingsbury &amp; Zara, 1989, Applied Measurement in Education 2, 359-375).</summary>
    public int RandomesqueCount { get; init => field = (int)Require.Within(1, 100, value, nameof(RandomesqueCount)); } = 1;

    /// <summary>Largest share of the sessions in which an item may be asked, in ]0, 1]; 1 (default) for no limit. Counts are handed in when a session starts;
    /// an item at its limit is withheld from the session, unless no other item is left.</summary>
    public double MaximumRate { get; init => field = Require.Within(double.Epsilon, 1, value, nameof(MaximumRate)); } = 1;

    /// <summary>Probability that a selected item is asked, by id, in [0, 1]; 1 for items not named. An item selected and not asked is set aside for the session
    /// (Sympson &amp; Hetter, 1985, Proceedings of the 27th annual meeting of the Military Testing Association, 973-977). Default: none.</summary>
    public ImmutableDictionary<string, double> AdministrationProbabilities { get; init => field = Valid(value); } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Length over which selection goes from chance to the criterion: with s = min(1, asked / (length - 1)), an item is worth
    /// (1 - s)·R + s·criterion, R uniform between 0 and the largest criterion (Revuelta &amp; Ponsoda, 1998, Journal of Educational Measurement 35, 311-327; with
    /// <see cref="MaximumRate"/> their progressive-restricted method). Null (default) for the criterion alone; at least 2.</summary>
    public int? ProgressiveLength { get; init => field = value is { } length ? (int)Require.AtLeast(2, length, nameof(ProgressiveLength)) : null; }

    static ImmutableDictionary<string, double> Valid(ImmutableDictionary<string, double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        foreach (var (_, probability) in probabilities)
        {
            Require.Within(0, 1, probability, nameof(AdministrationProbabilities));
        }

        return probabilities;
    }
}
