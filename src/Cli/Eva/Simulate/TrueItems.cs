using Beffroi.Eva.Bank;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Cli.Eva.Simulate;

/// <summary>What the items of a bank really are, in the simulation; the test knows only what the experts said.</summary>
sealed class TrueItems
{
    /// <summary>log a ~ N(0.18, 0.30), b off by 0.6 logit: the design's beliefs about experts (docs/eva-positionnement.md).</summary>
    const double LogDiscrimination = 0.18;
    const double LogDiscriminationSd = 0.30;
    const double DifficultySd = 0.6;

    readonly ItemModel[] _models;
    readonly Dictionary<string, int> _places;

    TrueItems(PositioningBank bank, Func<BankItem, ItemModel> truth, double shared)
    {
        (Bank, SharedVariance) = (bank, shared);
        _models = [.. bank.Items.Select(truth)];
        _places = bank.Items.Index().ToDictionary(i => i.Item.Id, i => i.Index, StringComparer.Ordinal);
    }

    public PositioningBank Bank { get; }

    /// <summary>Variance of what a person's answers on one document share besides the ability, in logits².</summary>
    public double SharedVariance { get; }

    /// <summary>The items are what the experts said: the best case.</summary>
    public static TrueItems Exact(PositioningBank bank) => new(bank, PositioningDesign.ModelOf, 0);

    /// <summary>The items are drawn around what the experts said, and questions on one document share what the norms suppose.</summary>
    public static TrueItems Around(PositioningBank bank, Random chance) => new(bank, item => Drawn(item, chance), BeffroiNorms.Expert2026.QuestionVariance);

    public int Place(string id) => _places[id];

    public ItemModel Model(int place) => _models[place];

    static ItemModel Drawn(BankItem item, Random chance)
    {
        var (a, off) = (Math.Exp(LogDiscrimination + (LogDiscriminationSd * chance.Normal())), DifficultySd * chance.Normal());
        return PositioningDesign.ModelOf(item) switch
        {
            PartialCreditItem steps => new PartialCreditItem(a, [.. steps.Steps.Select(b => b + off)]),
            LogisticItem known => LogisticItem.TwoParameter(a, known.Difficulty + off),
            _ => throw new InvalidOperationException($"The item {item.Id} has curves that the simulation does not know."),
        };
    }
}
