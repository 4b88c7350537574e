namespace Beffroi.Psychometrics;

/// <summary>A bank that exists. Items known with uncertainty (<see cref="UncertainItem"/>) have true parameters drawn from what is believed of them.</summary>
public sealed record FixedBank : BankSource
{
    /// <summary>The source.</summary>
    /// <param name="bank">The items, as they are used to choose and to score.</param>
    public FixedBank(ItemBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        Bank = bank;
    }

    /// <summary>The items.</summary>
    public ItemBank Bank { get; }

    internal override ItemBank Draw(SplitMix64 chance) => Bank;
}
