using System.Collections.Immutable;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Psychometrics;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Eva.Scoring;

/// <summary>How a positioning adapts (mode <c>beffroi</c>). docs/eva-positionnement.md gives each number its source.</summary>
public static class PositioningDesign
{
    public const string Name = "positionnement-2026-11";

    /// <summary>Per logit: 1.2, the expert discrimination e^0.18, made flatter by what experts do not know of the difficulties (SD 0.6 logit):
    /// a / √(1 + k²a²s²) with k = 16√3 / 15π (Demidenko, 2013, Mixed models, 7.1.2).</summary>
    public const double Discrimination = 1.1;

    /// <summary>A dictated word: from nothing to one fault, and from one fault to right, in logits from its difficulty, so that « right » has one chance in two at the difficulty.</summary>
    const double StepToOneFault = -1.2;
    const double StepToRight = -0.2;

    const int EasyItems = 2;
    const double EasyProbability = 0.85;
    const int AmongBest = 3;
    const int OfOneTestlet = 3;
    public const int Shortest = 8;
    public const int Longest = 25;
    const double EnoughStandardError = 0.35;
    const double EnoughProbability = 0.90;
    const double CutStandardError = 0.3;

    /// <summary>Shares of the blueprint of the item bank: 30 items of 90 for each skill of literacy; 15, 20, 15, 20, 10 and 10 for the areas of numeracy.</summary>
    static readonly (string Skill, double Of90)[] LiteracyShares = [("lecture", 30), ("comprehension", 30), ("production", 30)];
    static readonly (string Skill, double Of90)[] NumeracyShares = [("nombres", 15), ("calcul", 20), ("problemes", 15), ("temps-mesures", 20), ("espace", 10), ("donnees", 10)];

    public static bool IsLiteracy(string situation) => string.Equals(situation, CafeCodebook.Situation, StringComparison.Ordinal);

    /// <summary>Technical names of what a situation measures.</summary>
    public static IEnumerable<string> Skills(string situation) => (IsLiteracy(situation) ? LiteracyShares : NumeracyShares).Select(s => s.Skill);

    /// <summary>The adaptive test of a bank, as the browser and the server both walk it.</summary>
    public static AdaptiveBlueprint Of(PositioningBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var literacy = IsLiteracy(bank.Situation);
        var cuts = literacy ? BeffroiNorms.Expert2026.AnlciLitteratie : BeffroiNorms.Expert2026.AnlciNumeratie;
        return new()
        {
            Bank = bank.Version,
            Options = Name,
            Items = [.. bank.Items.Select(Item)],
            EasyStart = new() { Count = EasyItems, TargetProbability = EasyProbability },
            Quotas = [.. (literacy ? LiteracyShares : NumeracyShares).Select(s => new ContentQuota(s.Skill) { Minimum = 1, TargetShare = s.Of90 / 90 })],
            MaximumPerTestlet = OfOneTestlet,
            RandomesqueCount = AmongBest,
            MinimumLength = Shortest,
            MaximumLength = Longest,
            StandardError = EnoughStandardError,
            Cuts = [.. cuts.Values.Select(value => new AbilityCut(value, CutStandardError))],
            LevelConfidence = EnoughProbability,
        };
    }

    /// <summary>What is known of an item: the same on the way and in the result.</summary>
    public static ItemModel ModelOf(BankItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Difficulties(item) is [var alone] ? LogisticItem.TwoParameter(Discrimination, alone) : new PartialCreditItem(Discrimination, Difficulties(item));
    }

    static BlueprintItem Item(BankItem item) => new()
    {
        Id = item.Id,
        Discrimination = Discrimination,
        Difficulties = Difficulties(item),
        Area = item.Skill,
        Testlet = item.Testlet,
    };

    static ImmutableArray<double> Difficulties(BankItem item) =>
        item.Dictation is null ? [item.Difficulty] : [item.Difficulty + StepToOneFault, item.Difficulty + StepToRight];
}
