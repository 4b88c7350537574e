using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class UncertainItemTests
{
    [Fact]
    public void Ability_equal_to_difficulty_is_halfway_between_the_asymptote_and_one() =>
        Assert.Equal(0.6, LogisticItem.ThreeParameter(2, 1.3, 0.2).Probability(1.3, 1), 15);

    [Fact]
    public void A_rasch_item_one_logit_below_is_passed_by_e_over_one_plus_e() =>
        Assert.Equal(Math.E / (1 + Math.E), LogisticItem.Rasch(0).Probability(1, 1), 14);

    [Fact]
    public void An_uncertain_item_has_the_average_curve_of_a_plain_finer_integration() =>
        Gen.Select(Draw.Ability, Draw.Item).Sample(
            (ability, item) => Assert.Equal(Plain.Probability(ability, item), item.Probability(ability, 1), 1e-5), iter: 200);

    [Fact]
    public void A_steep_item_of_uncertain_place_is_averaged_as_finely_as_it_needs()
    {
        var steep = new UncertainItem { Difficulty = -1.9, DifficultySd = 1, LogDiscrimination = 0.7, LogDiscriminationSd = 0.3 };
        Assert.All(Enumerable.Range(-30, 61), i => Assert.Equal(Plain.Probability(i / 10.0, steep), steep.Probability(i / 10.0, 1), 1e-5));
    }

    [Fact]
    public void More_ability_never_lowers_the_chance() =>
        Gen.Select(Draw.Ability, Gen.Double[0, 3], Draw.Item).Sample((ability, more, item) =>
            Assert.True(item.Probability(ability + more, 1) >= item.Probability(ability, 1) - 1e-12));

    [Fact]
    public void The_less_an_item_is_known_the_nearer_to_one_half_is_its_chance() =>
        Gen.Select(Draw.Ability, Gen.Double[-3, 3], Gen.Double[0, 1], Gen.Double[0.05, 1]).Sample((ability, b, sd, more) =>
        {
            double Distance(double s) => Math.Abs(new UncertainItem { Difficulty = b, DifficultySd = s }.Probability(ability, 1) - 0.5);
            Assert.True(Distance(sd + more) <= Distance(sd) + 1e-6);
        });

    [Theory]
    [InlineData(21, 0, 0, 0, 0)]
    [InlineData(double.NaN, 0, 0, 0, 0)]
    [InlineData(0, -0.1, 0, 0, 0)]
    [InlineData(0, 0, 4, 0, 0)]
    [InlineData(0, 0, 0, -1, 0)]
    [InlineData(0, 0, 0, 0, 1)]
    [InlineData(0, 0, 0, 0, -0.1)]
    public void Impossible_items_are_refused(double b, double sdB, double logA, double sdA, double c) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new UncertainItem
        {
            Difficulty = b, DifficultySd = sdB, LogDiscrimination = logA, LogDiscriminationSd = sdA, LowerAsymptote = c,
        });
}
