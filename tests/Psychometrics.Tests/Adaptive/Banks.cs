using System.Globalization;
using CsCheck;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Banks and simulated people for the adaptive tests.</summary>
static class Banks
{
    public static readonly Gen<ItemModel> Model = Gen.OneOf<ItemModel>(
        Gen.Select(Gen.Double[0.4, 2.5], Gen.Double[-3, 3], (a, b) => (ItemModel)LogisticItem.TwoParameter(a, b)),
        Gen.Select(Gen.Double[0.4, 2.5], Gen.Double[-3, 3], Gen.Double[0, 0.4], (a, b, c) => (ItemModel)LogisticItem.ThreeParameter(a, b, c)),
        Gen.Select(Gen.Double[0.4, 2.5], Gen.Double[-2, 2], Gen.Double[0.1, 1.5], Gen.Double[0.1, 1.5], (a, b, x, y) => (ItemModel)new GradedItem(a, [b - x, b, b + y])),
        Gen.Select(Gen.Double[0.4, 2.5], Gen.Double[-2, 2], Gen.Double[-2, 2], (a, x, y) => (ItemModel)new PartialCreditItem(a, [x, y])),
        Gen.Select(Gen.Double[-2, 2], Gen.Double[0.1, 0.6], Gen.Double[-0.5, 0.6], Gen.Double[0, 0.3], (b, sd, a, sdA) =>
            (ItemModel)new UncertainItem { Difficulty = b, DifficultySd = sd, LogDiscrimination = a, LogDiscriminationSd = sdA }));

    public static readonly Gen<ItemBank> Mixed = Model.Array[5, 25].Select(models => Of(models));

    /// <summary>The two hundred two-parameter items of the reference, I001 to I200.</summary>
    public static ItemBank Reference() => Of(SharedData.Bank("bank200.csv"));

    public static ItemBank Of(IEnumerable<ItemModel> models) => new("test", models.Select((model, i) => new BankItem($"I{i + 1:000}", model)));

    /// <summary>Items of difficulties spread over ±2.5 and discriminations drawn from a seed, in three areas, with pairs of enemies.</summary>
    public static ItemBank Blueprint(int count, int seed, bool enemies = true)
    {
        var chance = new Random(seed);
        return new("test", Enumerable.Range(0, count).Select(i => new BankItem(
            $"I{i + 1:000}",
            LogisticItem.TwoParameter(0.7 + (1.3 * chance.NextDouble()), -2.5 + (5 * chance.NextDouble())))
        {
            Area = "abc"[i % 3].ToString(),
            Enemies = enemies && (i ^ 1) < count && i % 8 < 4 ? [$"I{(i ^ 1) + 1:000}"] : [],
        }));
    }

    public static int Number(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    public static CatSession Run(CatSession session, Func<BankItem, int> score)
    {
        while (session.Next() is { } item)
        {
            session.Answer(item.Id, score(item));
        }

        return session;
    }

    /// <summary>A person of this ability, whose answer to an item depends on the item and the seed alone.</summary>
    public static Func<BankItem, int> Person(double ability, int seed) => item =>
    {
        var (draw, p) = (new Random(HashOf(item.Id, seed)).NextDouble(), new double[item.Model.MaxScore + 1]);
        item.Model.Probabilities(ability, p);
        var score = 0;
        for (var below = p[0]; draw >= below && score < item.Model.MaxScore; below += p[score])
        {
            score++;
        }

        return score;
    };

    static int HashOf(string id, int seed) => id.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c));
}
