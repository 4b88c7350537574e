using CsCheck;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Every rule of selection against its formula written the slow way, on banks that mix all item models.</summary>
public sealed class SelectionRuleTests
{
    static readonly Quadrature Prior = Quadrature.Normal();

    static readonly (SelectionRule Rule, Func<ItemModel, Posterior, Posterior, double> Worth)[] Rules =
    [
        (new MaximumInformation(), (item, posterior, _) => item.Information(posterior.Mean)),
        (new ClosestToProbability(0.7), (item, posterior, _) => -Math.Abs((item.ExpectedScore(posterior.Mean) / item.MaxScore) - 0.7)),
        (new WeightedInformation(), (item, posterior, _) => Average(posterior, item.Information)),
        (new WeightedInformation(GridWeight.Likelihood), (item, _, likelihood) => Average(likelihood, item.Information)),
        (new KullbackLeibler(), (item, posterior, likelihood) => Average(likelihood, theta => Divergence(item, posterior.Mean, theta))),
        (new KullbackLeibler(GridWeight.Posterior), (item, posterior, _) => Average(posterior, theta => Divergence(item, posterior.Mean, theta))),
        (new MinimumExpectedPosteriorVariance(), (item, posterior, _) => -ExpectedVariance(item, posterior)),
    ];

    [Fact]
    public void The_item_selected_is_the_best_by_the_plain_formula() =>
        Gen.Select(Banks.Mixed, Gen.Double[-2, 2], Gen.Int[0, 99], Gen.Int[0, Rules.Length - 1].Select(i => Rules[i])).Sample(
            (bank, ability, seed, rule) =>
            {
                var session = new AdaptiveTest(bank, new() { Selection = rule.Rule, Stops = [] }).Start();
                var answered = new List<Response>();
                foreach (var _ in Enumerable.Range(0, 4))
                {
                    var (posterior, likelihood) = (Posterior.Given(Prior, answered), Likelihood(answered));
                    var next = session.Next()!;
                    var best = bank.Items.Where(item => session.History.All(step => step.ItemId != item.Id)).Max(item => rule.Worth(item.Model, posterior, likelihood));
                    Assert.Equal(best, rule.Worth(next.Model, posterior, likelihood), 2e-5);
                    var score = Banks.Person(ability, seed)(next);
                    session.Answer(next.Id, score);
                    answered.Add(new(next.Model, score));
                }
            },
            iter: 60);

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.85)]
    public void A_target_probability_chooses_among_equally_discriminating_items_the_one_passed_with_it(double target)
    {
        var bank = Banks.Of(Enumerable.Range(0, 601).Select(i => LogisticItem.ThreeParameter(1.4, -3 + (i * 0.01), 0.1)));
        var session = new AdaptiveTest(bank, new() { Selection = new MaximumInformation { TargetProbability = target } }).Start();
        // With a lower asymptote information peaks a little above the middle of the curve (Birnbaum, 1968): within 0.05 of the target.
        Assert.Equal(target, session.Next()!.Model.Probability(0, 1), 0.05);
        var plain = Banks.Of(Enumerable.Range(0, 601).Select(i => LogisticItem.TwoParameter(1.4, -3 + (i * 0.01))));
        Assert.Equal(target, new AdaptiveTest(plain, new() { Selection = new MaximumInformation { TargetProbability = target } }).Start().Next()!.Model.Probability(0, 1), 0.002);
    }

    [Fact]
    public void A_kind_target_costs_few_items_and_gives_its_success_rate()
    {
        var kind = new AdaptiveTest(Banks.Reference(), new() { Selection = new MaximumInformation { TargetProbability = 0.7 } });
        var sessions = Enumerable.Range(0, 300).Select(i => Banks.Run(kind.Start(), Banks.Person(-1.5 + (i * 0.01), i))).ToArray();
        Assert.Equal(0.68, sessions.Average(session => session.History.Average(step => step.Score!.Value)), 0.06);
    }

    [Fact]
    public void The_information_of_an_item_read_from_its_table_is_exact_to_a_ten_thousandth() =>
        Gen.Select(Banks.Model, Gen.Double[-2, 2]).Sample(
            (model, mean) =>
            {
                // A test of one item stops at once when its information is under the least asked for.
                CatSession Session(double least) => new AdaptiveTest(Banks.Of([model]), new() { Stops = [new StopAtInformationLeft(least)] }).Start(prior: new(mean, 1));
                bool Asks(double share) => Session(share * model.Information(Session(1).Ability)).Next() is not null;
                Assert.True(Asks(1 - 1e-4));
                Assert.False(Asks(1 + 1e-4));
            },
            iter: 100);

    [Fact]
    public void Random_selection_spreads_over_the_bank()
    {
        var test = new AdaptiveTest(Banks.Blueprint(10, 1, enemies: false), new() { Selection = new RandomItem() });
        var first = Enumerable.Range(0, 2000).CountBy(seed => test.Start((ulong)seed).Next()!.Id).ToArray();
        Assert.Equal(10, first.Length);
        Assert.All(first, pair => Assert.InRange(pair.Value, 140, 260));
    }

    static double Average(Posterior posterior, Func<double, double> value) => posterior.Weights.Zip(posterior.Grid.Points, (w, x) => w * value(x)).Sum();

    static double Divergence(ItemModel item, double from, double to) =>
        Enumerable.Range(0, item.MaxScore + 1).Sum(k => item.Probability(from, k) * (item.LogProbability(from, k) - item.LogProbability(to, k)));

    static double ExpectedVariance(ItemModel item, Posterior posterior) => Enumerable.Range(0, item.MaxScore + 1).Sum(k =>
    {
        var joint = posterior.Weights.Zip(posterior.Grid.Points, (w, x) => (X: x, W: w * item.Probability(x, k))).ToArray();
        var mass = joint.Sum(j => j.W);
        var mean = joint.Sum(j => j.W * j.X) / mass;
        return joint.Sum(j => j.W * (j.X - mean) * (j.X - mean));
    });

    // A prior so wide that it is flat over the grid of the default prior: 121 points of [-6, 6], the weights are those of the likelihood.
    static Posterior Likelihood(IReadOnlyList<Response> responses) => Posterior.Given(Quadrature.Normal(0, 1e6, 121, 6e-6), responses);
}
