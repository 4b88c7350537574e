using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>When enough is known to stop.</summary>
public abstract record StopRule
{
    private protected StopRule()
    {
    }

    internal abstract StopReason Reason { get; }

    /// <summary>The rule made ready for a grid: what depends on it alone is computed once.</summary>
    internal abstract Func<CatSession, bool> Compile(Quadrature grid);
}

/// <summary>Stop once the standard error is at most a threshold.</summary>
public sealed record StopAtStandardError : StopRule
{
    /// <summary>The rule.</summary>
    /// <param name="threshold">Logits, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is outside its bounds.</exception>
    public StopAtStandardError(double threshold) => Threshold = Require.AtLeast(double.Epsilon, threshold);

    /// <summary>Largest standard error accepted, in logits.</summary>
    public double Threshold { get; }

    internal override StopReason Reason => StopReason.StandardError;

    internal override Func<CatSession, bool> Compile(Quadrature grid) => session => session.StandardError <= Threshold;
}

/// <summary>Stop once no item left has enough information at the current ability.</summary>
public sealed record StopAtInformationLeft : StopRule
{
    /// <summary>The rule.</summary>
    /// <param name="minimum">Fisher information, per logit squared, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is outside its bounds.</exception>
    public StopAtInformationLeft(double minimum) => Minimum = Require.AtLeast(double.Epsilon, minimum);

    /// <summary>Least information worth asking for, per logit squared.</summary>
    public double Minimum { get; }

    internal override StopReason Reason => StopReason.InformationLeft;

    internal override Func<CatSession, bool> Compile(Quadrature grid) => session => session.LargestInformationLeft() < Minimum;
}

/// <summary>Stop once several rules are met together.</summary>
public sealed record StopWhenAll : StopRule
{
    /// <summary>The rule.</summary>
    /// <param name="rules">At least one rule.</param>
    /// <exception cref="ArgumentException">There is no rule.</exception>
    public StopWhenAll(ImmutableArray<StopRule> rules) =>
        Rules = rules.IsDefaultOrEmpty ? throw new ArgumentException("One rule at least is needed.", nameof(rules)) : rules;

    /// <summary>The rules.</summary>
    public ImmutableArray<StopRule> Rules { get; }

    internal override StopReason Reason => StopReason.AllConditions;

    internal override Func<CatSession, bool> Compile(Quadrature grid)
    {
        var rules = Rules.Select(rule => rule.Compile(grid)).ToArray();
        return session => Array.TrueForAll(rules, rule => rule(session));
    }
}
