using CsCheck;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Items of every model drawn at random.</summary>
static class DrawModel
{
    public static readonly Gen<LogisticItem> TwoParameter = Gen.Select(Gen.Double[0.3, 2.5], Gen.Double[-3, 3], LogisticItem.TwoParameter);

    public static readonly Gen<LogisticItem> Logistic = Gen.Select(
        Gen.Double[0.3, 2.5], Gen.Double[-3, 3], Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 0.4]), Gen.OneOf(Gen.Const(1.0), Gen.Double[0.8, 1]),
        (a, b, c, d) => new LogisticItem { Discrimination = a, Difficulty = b, LowerAsymptote = c, UpperAsymptote = d });

    public static readonly Gen<GradedItem> Graded = Gen.Select(
        Gen.Double[0.3, 2.5], Gen.Double[-3, 1], Gen.Double[0.05, 1.5].Array[0, 5],
        (a, first, gaps) => new GradedItem(a, [first, .. gaps.Select((_, i) => first + gaps.Take(i + 1).Sum())]));

    public static readonly Gen<PartialCreditItem> PartialCredit = Gen.Select(
        Gen.Double[0.3, 2.5], Gen.Double[-3, 3].Array[1, 6], (a, steps) => new PartialCreditItem(a, [.. steps]));

    public static readonly Gen<ItemModel> Any = Gen.OneOf(
        Logistic.Select(i => (ItemModel)i), Graded.Select(i => (ItemModel)i), PartialCredit.Select(i => (ItemModel)i));

    public static Gen<Response> Answer<T>(Gen<T> items)
        where T : ItemModel =>
        Gen.Select(items, Gen.Int[0, 5], (item, score) => new Response(item, score % (item.MaxScore + 1)));
}
