using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A bank as the test uses it, the true curves behind it, and what its items share.</summary>
sealed class SimulatedBank
{
    public SimulatedBank(ItemBank drawn, ItemError? error, double difShare, SplitMix64 chance)
    {
        Truth = [.. drawn.Items.Select(item => TruthOf(item.Model, chance))];
        Used = error is null ? drawn : new(drawn.Version, drawn.Items.Zip(Truth, (item, truth) => With(item, error.Use(truth, chance))).ToArray());
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

    static BankItem With(BankItem item, ItemModel model) => new(item.Id, model) { Area = item.Area, Enemies = item.Enemies, StartOnly = item.StartOnly };
}
