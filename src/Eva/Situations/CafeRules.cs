using Beffroi.Eva.Contracts;

namespace Beffroi.Eva;

/// <summary>The café on the square: reading, understanding and writing, to place a person in literacy.</summary>
public sealed class CafeRules : PositioningRules
{
    public override string Name => CafeCodebook.Situation;

    public override string Label => "Le café de la place";

    protected override IEnumerable<string> CodeBook => CafeCodebook.Families.SelectMany(f => f.Ids);
}
