using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class ScaleLinkTests
{
    [Fact]
    public void Probabilities_are_unchanged_when_items_and_abilities_move_together() =>
        Gen.Select(Gen.OneOf(DrawModel.Any, Draw.Item.Select(i => (ItemModel)i)), Draw.Ability, Gen.Double[0.7, 1.4], Gen.Double[-1, 1]).Sample((item, ability, a, b) =>
        {
            var link = new ScaleLink(a, b);
            for (var k = 0; k <= item.MaxScore; k++)
            {
                Assert.Equal(item.Probability(ability, k), link.Apply(item).Probability(link.Apply(ability), k), 1e-9);
            }
        });

    [Fact]
    public void The_way_back_undoes_the_way_there() =>
        Gen.Select(Draw.Ability, Gen.Double[0.5, 2], Gen.Double[-2, 2]).Sample((ability, a, b) =>
            Assert.Equal(ability, new ScaleLink(a, b).Inverse().Apply(new ScaleLink(a, b).Apply(ability)), 1e-12));

    [Fact]
    public void An_estimate_moves_with_its_error_and_keeps_what_is_not_known()
    {
        var link = new ScaleLink(2, 1);
        Assert.Equal(new AbilityEstimate(2, 0.8, AbilityMethod.MaximumLikelihood), link.Apply(new AbilityEstimate(0.5, 0.4, AbilityMethod.MaximumLikelihood)));
        Assert.Equal(new AbilityEstimate(13, null, AbilityMethod.MaximumLikelihood, true), link.Apply(new AbilityEstimate(6, null, AbilityMethod.MaximumLikelihood, true)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(1, double.PositiveInfinity)]
    public void Impossible_lines_are_refused(double a, double b) => Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new ScaleLink(a, b));
}
