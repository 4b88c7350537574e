using Beffroi.Eva.Contracts;

namespace Beffroi.Eva;

/// <summary>The market square: numbers, sums, time, measures, space and data, to place a person in numeracy.</summary>
public sealed class MarcheRules : PositioningRules
{
    public override string Name => MarcheCodebook.Situation;

    public override string Label => "La place du marché";

    protected override IEnumerable<string> CodeBook =>
        MarcheCodebook.Families.SelectMany(f => f.CatchUp is { } again ? f.Principal.Ids.Concat(again.Ids) : f.Principal.Ids);
}
