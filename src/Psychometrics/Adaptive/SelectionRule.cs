namespace Beffroi.Psychometrics;

/// <summary>What makes an item the best to ask next. Values that agree to 1e-12 are ties, won by the first id in ordinal order.</summary>
public abstract record SelectionRule
{
    private protected SelectionRule()
    {
    }

    /// <summary>The worth of every item, at least 0, the higher the better.</summary>
    internal abstract void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth);
}

/// <summary>Maximum Fisher information at the current ability (Lord, 1980, Applications of item response theory, ch. 10). The default.</summary>
public sealed record MaximumInformation : SelectionRule
{
    /// <summary>Chance of success aimed at, for kindness, in ]0, 1[; null (default) for plain information. With a target P*, the information of an item
    /// of discrimination a is read at θ - λ/a, λ = log(p / (1 - p)) with p = (P* - c)/(d - c): it is greatest for the item passed with probability P*,
    /// and still grows with a². With polytomous items p = P*, exact for one step and near for more. An item whose chance cannot be P* (P* ≤ c or P* ≥ d) is read at θ.</summary>
    public double? TargetProbability
    {
        get;
        init => field = value is { } target ? Require.Within(double.Epsilon, Math.BitDecrement(1.0), target, nameof(TargetProbability)) : null;
    }

    internal override void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth) =>
        bank.Information(ability, aimed: true, worth);
}

/// <summary>Expected share of the highest score nearest a target at the current ability. With 0.5 and Rasch items it is the difficulty nearest the ability (Urry, 1970).</summary>
public sealed record ClosestToProbability : SelectionRule
{
    /// <summary>The rule.</summary>
    /// <param name="target">In [0, 1]. Default 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside its bounds.</exception>
    public ClosestToProbability(double target = 0.5) => Target = Require.Within(0, 1, target);

    /// <summary>Expected share of the highest score aimed at.</summary>
    public double Target { get; }

    internal override void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth)
    {
        for (var i = 0; i < bank.Count; i++)
        {
            worth[i] = 1 - Math.Abs(bank.ExpectedShare(i, ability) - Target);
        }
    }
}

/// <summary>Any item allowed, all with the same chance: a baseline, and the way to spread seed items.</summary>
public sealed record RandomItem : SelectionRule
{
    internal override void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth)
    {
        for (var i = 0; i < bank.Count; i++)
        {
            worth[i] = chance.NextDouble();
        }
    }
}
