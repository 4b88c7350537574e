using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A bank as the test uses it, the true curves behind it, and what its items share.</summary>
sealed class SimulatedBank
{
    public SimulatedBank(ItemBank drawn, ItemError? error, double difShare, SplitMix64 chance)
    {
        (ItemModel Used, ItemModel Truth)[] items = [.. drawn.Items.Select(item => error is null || item.Model is UncertainItem ? (item.Model, TruthOf(item.Model, chance)) : error.Apply(item.Model, chance))];
        Truth = [.. items.Select(item => item.Truth)];
        Used = error is null ? drawn : new(drawn.Version, drawn.Items.Zip(items, (item, made) => With(item, made.Used)).ToArray());
        Testlet = [.. drawn.Items.Select(item => item.Area is { } area ? drawn.Areas.IndexOf(area) : -1)];
        var biased = chance.Shuffle(Truth.Length)[..(int)Math.Round(difShare * Truth.Length)];
        IsBiased = [.. Enumerable.Range(0, Truth.Length).Select(biased.Contains)];
    }

    public ItemBank Used { get; }

    public ImmutableArray<ItemModel> Truth { get; }

    /// <summary>Position of the area of each item, or -1.</summary>
    public ImmutableArray<int> Testlet { get; }

    /// <summary>Whether the item is harder for the focal group.</summary>
    public ImmutableArray<bool> IsBiased { get; }

    static ItemModel TruthOf(ItemModel believed, SplitMix64 chance) => believed is UncertainItem item
        ? LogisticItem.ThreeParameter(
            Math.Min(Math.Exp(item.LogDiscrimination + (item.LogDiscriminationSd * chance.NextNormal())), 50),
            item.Difficulty + (item.DifficultySd * chance.NextNormal()),
            item.LowerAsymptote)
        : believed;

    static BankItem With(BankItem item, ItemModel model) => new(item.Id, model) { Area = item.Area, Testlet = item.Testlet, Enemies = item.Enemies, StartOnly = item.StartOnly };
}
