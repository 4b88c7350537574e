using CsCheck;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Items and answers drawn at random for the properties.</summary>
static class Draw
{
    public static readonly Gen<UncertainItem> Item = Gen.Select(
        Gen.Double[-3, 3], Gen.Double[0, 1], Gen.Double[-0.7, 0.7], Gen.Double[0, 0.3], Gen.OneOf(Gen.Const(0.0), Gen.Const(0.2), Gen.Const(0.5)),
        (b, sdB, logA, sdA, c) => new UncertainItem
        {
            Difficulty = b, DifficultySd = sdB, LogDiscrimination = logA, LogDiscriminationSd = sdA, LowerAsymptote = c,
        });

    public static readonly Gen<Response> Response = Gen.Select(Item, Gen.Bool, (item, correct) => new Response(item, correct));

    public static readonly Gen<double> Ability = Gen.Double[-5, 5];
}
