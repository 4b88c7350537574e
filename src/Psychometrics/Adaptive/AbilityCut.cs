using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A cut between two levels of ability.</summary>
public sealed record AbilityCut
{
    /// <summary>A cut.</summary>
    /// <param name="value">Logits, finite.</param>
    /// <param name="standardError">Standard error of the cut itself, in logits, at least 0; default 0. Above 0 the cut is normal and is integrated over.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public AbilityCut(double value, double standardError = 0) => (Value, StandardError) = (Require.Finite(value), Require.AtLeast(0, standardError));

    /// <summary>Where the cut is, in logits.</summary>
    public double Value { get; }

    /// <summary>Its standard error, in logits.</summary>
    public double StandardError { get; }

    /// <summary>For each point of a grid, the share of its mass that lies below the cut.</summary>
    internal double[] Shares(Quadrature grid) => [.. grid.Points.Select(x => Posterior.ShareBelow(grid, Value - x, StandardError))];

    /// <summary>The cuts when they increase, else an exception.</summary>
    internal static ImmutableArray<AbilityCut> Increasing(ImmutableArray<AbilityCut> cuts, string name)
    {
        if (cuts.IsDefaultOrEmpty || cuts.Zip(cuts.Skip(1)).Any(pair => pair.First.Value >= pair.Second.Value))
        {
            throw new ArgumentException("One cut at least is needed, and cuts increase.", name);
        }

        return cuts;
    }
}
