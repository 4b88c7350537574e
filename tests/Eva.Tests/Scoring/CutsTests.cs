using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;
using CsCheck;

namespace Beffroi.Eva.Tests.Scoring;

public sealed class CutsTests
{
    static readonly BeffroiNorms Norms2026 = BeffroiNorms.Expert2026;

    [Theory]
    [InlineData(-3.56, Cefr.PreA1)]
    [InlineData(-3.55, Cefr.PreA1)]
    [InlineData(-3.549, Cefr.A1)]
    [InlineData(-1.33, Cefr.A1)]
    [InlineData(-0.4, Cefr.A2)]
    [InlineData(-0.399, Cefr.B1)]
    public void A_score_equal_to_a_cut_belongs_to_the_lower_level(double score, Cefr expected) =>
        Assert.Equal(expected, HistoriqueNorms.Of2020.Cefr.LevelOf(score));

    [Theory]
    [InlineData(-1.64, Cenf.PreX1)]
    [InlineData(-1, Cenf.X1)]
    [InlineData(0, Cenf.X2)]
    [InlineData(0.001, Cenf.Y1)]
    public void Numeracy_cuts_too(double score, Cenf expected) => Assert.Equal(expected, HistoriqueNorms.Of2020.Cenf.LevelOf(score));

    [Fact]
    public void Probabilities_of_levels_sum_to_one() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Sample((right, wrong) =>
        {
            var ability = Ability(right, wrong);
            Assert.Equal(1, Norms2026.Cefr.Probabilities(ability).Sum(p => p.Probability), 12);
            Assert.Equal(1, Norms2026.AnlciNumeratie.Probabilities(ability).Sum(p => p.Probability), 12);
        });

    [Fact]
    public void Probabilities_of_the_reference_population_are_those_of_the_normal_distribution()
    {
        // Φ(cut / √(1 + 0.3²)) for the cuts -1.6, -0.8 and 0.
        double[] expected = [0.062698, 0.221761 - 0.062698, 0.5 - 0.221761, 0.5];
        Assert.Equal(expected, Norms2026.Cefr.Probabilities(Ability(0, 0)).Select(p => p.Probability), (e, a) => Math.Abs(e - a) < 1e-5);
    }

    [Fact]
    public void The_frameworks_meet_where_they_should()
    {
        // A1|A2 is 4|4+, A2|B1 is 4+|4++, pre-A1|A1 lies between 1|2 and 2|3.
        Assert.Equal(Norms2026.Cefr.Values[1], Norms2026.AnlciLitteratie.Values[3]);
        Assert.Equal(Norms2026.Cefr.Values[2], Norms2026.AnlciLitteratie.Values[4]);
        Assert.InRange(Norms2026.Cefr.Values[0], Norms2026.AnlciLitteratie.Values[0], Norms2026.AnlciLitteratie.Values[1]);
    }

    [Fact]
    public void Literacy_profiles_are_the_published_ones_drawn_between_the_same_two_landmarks()
    {
        var (old, cefr) = (HistoriqueNorms.Of2020, Norms2026.Cefr.Values);
        var stretch = (cefr[1] - cefr[0]) / (old.Cefr.Values[1] - old.Cefr.Values[0]);
        var drawn = old.AnlciLitteratie.Values.Take(3).Select(cut => cefr[1] + ((cut - old.Cefr.Values[1]) * stretch));
        Assert.Equal(drawn, Norms2026.AnlciLitteratie.Values.Take(3), (e, a) => Math.Abs(e - a) < 0.005);
    }

    [Fact]
    public void Cuts_that_do_not_increase_or_do_not_match_the_levels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Cuts<Cefr>([0, -1, 1], 0, "test"));
        Assert.Throws<ArgumentException>(() => new Cuts<Cefr>([0, 1], 0, "test"));
    }

    static Posterior Ability(int right, int wrong) =>
        Posterior.Given(Quadrature.Normal(), [.. Enumerable.Range(0, right + wrong).Select(i => new Response(LogisticItem.Rasch(0), i < right))]);
}
