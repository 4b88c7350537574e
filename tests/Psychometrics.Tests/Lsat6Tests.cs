namespace Beffroi.Psychometrics.Tests;

/// <summary>LSAT section 6 (Bock &amp; Lieberman, 1970, Psychometrika 35, 179-197): abilities under the two-parameter model at its
/// maximum-likelihood estimates, computed by another program (301-point Gauss-Hermite rule, confirmed by the R package mirt).</summary>
public sealed class Lsat6Tests
{
    static readonly (double A, double B)[] Items =
        [(0.825660, -3.358811), (0.722744, -1.370058), (0.890875, -0.279666), (0.688368, -1.866381), (0.656856, -3.125907)];

    [Theory]
    [InlineData("00000", -1.8967710572272, 0.801279494876915)]
    [InlineData("00001", -1.4748139207621, 0.802275814111147)]
    [InlineData("00010", -1.45452793503986, 0.802410729262003)]
    [InlineData("00011", -1.02943695323834, 0.807126362429564)]
    [InlineData("11111", 0.645621, 0.859007)]
    public void Abilities_and_errors_are_those_published(string pattern, double mean, double sd)
    {
        var posterior = Posterior.Given(Quadrature.Normal(), Answers(pattern));
        Assert.Equal(mean, posterior.Mean, 5e-6);
        Assert.Equal(sd, posterior.StandardDeviation, 5e-6);
    }

    [Fact]
    public void The_expected_count_of_all_wrong_among_a_thousand_is_that_published() =>
        Assert.Equal(2.2764886264823, 1000 * Math.Exp(Posterior.Given(Quadrature.Normal(), Answers("00000")).LogEvidence), 1e-4);

    [Fact]
    public void The_probabilities_of_the_thirty_two_patterns_sum_to_one() =>
        Assert.Equal(1, Enumerable.Range(0, 32).Sum(i => Math.Exp(Posterior.Given(Quadrature.Normal(), Answers(i.ToString("b5", null))).LogEvidence)), 12);

    static Response[] Answers(string pattern) =>
        [.. pattern.Zip(Items, (c, item) => new Response(LogisticItem.TwoParameter(item.A, item.B), c == '1'))];
}
