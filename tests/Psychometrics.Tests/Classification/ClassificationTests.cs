using System.Collections.Immutable;
using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class ClassificationTests
{
    static readonly LogisticItem[] Bank = [.. SharedData.Bank("bank30_near_minus1.csv")];

    // The grid of the reference (R package cacIRT): 81 points on ±4.
    static readonly Quadrature Grid = Quadrature.Normal(points: 81, halfWidth: 4);

    [Fact]
    public void Rudner_agrees_with_the_reference()
    {
        var quality = Classification.Rudner(Bank, [-1], Grid);
        Assert.Equal(SharedData.Reference("bank30.rudner_cut-1.accuracy").Value, quality.Accuracy, 1e-6);
        Assert.Equal(SharedData.Reference("bank30.rudner_cut-1.consistency").Value, quality.Consistency, 1e-6);
    }

    [Fact]
    public void Lee_agrees_with_the_reference_which_multiplies_discriminations_by_1_7()
    {
        LogisticItem[] normal = [.. Bank.Select(item => item with { Discrimination = 1.7 * item.Discrimination })];
        var quality = Classification.Lee(normal, [18], Grid);
        Assert.Equal(SharedData.Reference("bank30.lee_sum18.accuracy").Value, quality.Accuracy, 1e-6);
        Assert.Equal(SharedData.Reference("bank30.lee_sum18.consistency").Value, quality.Consistency, 1e-6);
    }

    [Fact]
    public void Lee_agrees_with_two_simulated_tests_at_several_cuts()
    {
        var chance = new Random(20261125);
        ImmutableArray<int> cuts = [10, 18, 25];
        var (cells, twice) = (new double[4, 4], 0);
        const int people = 20_000;
        for (var person = 0; person < people; person++)
        {
            var ability = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            int Level(double sum) => cuts.Count(cut => sum >= cut);
            int Test() => Level(Bank.Count(item => chance.NextDouble() < 1 / (1 + Math.Exp(-item.Discrimination * (ability - item.Difficulty)))));
            var (first, second) = (Test(), Test());
            cells[Level(Bank.Sum(item => 1 / (1 + Math.Exp(-item.Discrimination * (ability - item.Difficulty))))), first] += 1.0 / people;
            twice += first == second ? 1 : 0;
        }

        var quality = Classification.Lee(Bank, cuts, Quadrature.Normal(points: 1201));
        Assert.Equal((double)twice / people, quality.Consistency, 0.012);
        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(cells[i / 4, i % 4], quality.Levels[i / 4][i % 4], 0.012));
    }

    [Fact]
    public void Levels_add_up_and_merge_when_a_cut_is_taken_away() =>
        Gen.Select(Gen.Double[-2, 0], Gen.Double[0.1, 2]).Sample(
            (low, gap) =>
            {
                var (both, one) = (Classification.Rudner(Bank, [low, low + gap], Grid), Classification.Rudner(Bank, [low], Grid));
                Assert.Equal(1, both.Levels.Sum(row => row.Sum()), 1e-11);
                Assert.Equal(both.Accuracy, both.Levels.Select((row, i) => row[i]).Sum(), 1e-11);
                Assert.Equal(one.Levels[1][1], both.Levels[1][1] + both.Levels[1][2] + both.Levels[2][1] + both.Levels[2][2], 1e-11);
                Assert.True(both.Accuracy <= one.Accuracy && both.Consistency <= one.Consistency);
            },
            iter: 30);

    [Fact]
    public void Kappa_takes_out_what_chance_gives_and_is_undefined_when_all_are_in_one_level()
    {
        // Two people, sure to be in different levels: consistency 1, chance 1/2. One alone: no chance to be elsewhere.
        AbilityEstimate low = new(-3, 0.001, AbilityMethod.ExpectedAPosteriori), high = low with { Ability = 3 };
        var quality = Classification.FromEstimates([low, high], [0]);
        Assert.Equal((1, 1, 1), (quality.Accuracy, quality.Consistency, quality.Kappa!.Value));
        Assert.Null(Classification.FromEstimates([low], [0]).Kappa);
        // At the cut itself, each level is as likely as not.
        Assert.Equal(0.5, Classification.FromEstimates([low with { Ability = 0 }], [0]).Accuracy, 1e-11);
    }

    [Fact]
    public void Posteriors_and_their_normal_approximations_agree_when_the_test_is_long()
    {
        var chance = new Random(3);
        var items = SharedData.Bank("bank200.csv");
        Posterior[] posteriors = [.. Enumerable.Range(0, 60).Select(person => Posterior.Given(
            Quadrature.Normal(), [.. items.Select(item => new Response(item, chance.NextDouble() < item.Probability(-1.5 + (person / 20.0), 1)))]))];
        ImmutableArray<double> cuts = [-1, 0.05];
        var exact = Classification.FromPosteriors(posteriors, cuts);
        var normal = Classification.FromEstimates(posteriors.Select(p => new AbilityEstimate(p.Mean, p.StandardDeviation, AbilityMethod.ExpectedAPosteriori)), cuts);
        Assert.Equal(exact.Accuracy, normal.Accuracy, 0.01);
        Assert.Equal(exact.Consistency, normal.Consistency, 0.01);
        Assert.Equal(exact.Accuracy, posteriors.Average(p => new LevelProbabilities(p, cuts).Probabilities[new LevelProbabilities(p, cuts).LevelOfMean]), 1e-11);
    }

    [Fact]
    public void Impossible_cuts_and_nobody_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Classification.Rudner(Bank, [], Grid));
        Assert.Throws<ArgumentException>(() => Classification.Rudner(Bank, [1, 1], Grid));
        Assert.ThrowsAny<ArgumentException>(() => Classification.Rudner(Bank, [double.NaN], Grid));
        Assert.Throws<ArgumentException>(() => Classification.Rudner([], [0], Grid));
        Assert.Throws<ArgumentException>(() => Classification.Lee(Bank, [20, 10], Grid));
        Assert.Throws<ArgumentException>(() => Classification.FromEstimates([], [0]));
        Assert.Throws<ArgumentException>(() => Classification.FromEstimates([new(6, null, AbilityMethod.MaximumLikelihood, true)], [0]));
    }
}
