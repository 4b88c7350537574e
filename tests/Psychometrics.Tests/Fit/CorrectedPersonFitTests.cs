using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class CorrectedPersonFitTests
{
    static readonly AbilityMethod[] Methods = [AbilityMethod.MaximumLikelihood, AbilityMethod.WeightedLikelihood, AbilityMethod.MaximumAPosteriori];

    [Fact]
    public void Right_or_wrong_answers_give_the_formula_of_snijders() =>
        DrawModel.Answer(DrawModel.Logistic).Array[5, 20].Sample(responses => Assert.All(Methods, method =>
        {
            var estimate = new AbilityEstimator { Method = method }.Estimate(responses)!;
            var (top, slopes, own, information, bias) = (0.0, 0.0, new List<(double W, double R, double V)>(), 0.0, 0.0);
            foreach (var response in responses)
            {
                const double h = 1e-4;
                double At(double t) => response.Item.Probability(t, 1);
                var (p, first) = (At(estimate.Ability), (At(estimate.Ability + h) - At(estimate.Ability - h)) / (2 * h));
                var second = (At(estimate.Ability + 10 * h) - (2 * p) + At(estimate.Ability - 10 * h)) / (100 * h * h);
                top += (response.Score - p) * Math.Log(p / (1 - p));
                slopes += first * Math.Log(p / (1 - p));
                own.Add((Math.Log(p / (1 - p)), first / (p * (1 - p)), p * (1 - p)));
                information += first * first / (p * (1 - p));
                bias += first * second / (p * (1 - p));
            }

            var c = slopes / information;
            var origin = method == AbilityMethod.MaximumAPosteriori ? -estimate.Ability : method == AbilityMethod.WeightedLikelihood ? bias / (2 * information) : 0;
            var variance = own.Sum(o => (o.W - (c * o.R)) * (o.W - (c * o.R)) * o.V);
            var actual = PersonFit.CorrectedLogLikelihood(estimate, responses);
            Assert.True(estimate.AtBound || variance < 1e-3 || Math.Abs(((top + (c * origin)) / Math.Sqrt(variance)) - actual!.Value) < 1e-3);
            Assert.True(!estimate.AtBound || actual is null);
        }));

    [Theory]
    [InlineData(AbilityMethod.MaximumLikelihood)]
    [InlineData(AbilityMethod.WeightedLikelihood)]
    [InlineData(AbilityMethod.MaximumAPosteriori)]
    public void Ordinary_people_have_a_variance_nearer_to_one_than_without_the_correction(AbilityMethod method)
    {
        var chance = new Random(20261125);
        ItemModel[] items = [.. Enumerable.Range(0, 30).Select(i => (ItemModel)(i % 3 == 0
            ? new GradedItem(1.5, [-1.5 + (i / 15.0), -0.5 + (i / 15.0), 0.5 + (i / 15.0)])
            : i % 3 == 1 ? LogisticItem.ThreeParameter(1.3, -2 + (i / 7.0), 0.1) : new PartialCreditItem(1.1, [-0.5, 0.4])))];
        var (plain, corrected) = (new List<double>(), new List<double>());
        for (var person = 0; person < 2000; person++)
        {
            Response[] responses = [.. items.Select(item => Drawn(item, -1 + (person / 1000.0), chance))];
            var estimate = new AbilityEstimator { Method = method }.Estimate(responses)!;
            if (PersonFit.CorrectedLogLikelihood(estimate, responses) is { } value)
            {
                corrected.Add(value);
                plain.Add(PersonFit.StandardisedLogLikelihood(estimate.Ability, responses)!.Value);
            }
        }

        Assert.Equal(0, corrected.Average(), 0.1);
        Assert.Equal(1, Variance(corrected), 0.1);
        Assert.True(Math.Abs(Variance(corrected) - 1) < Math.Abs(Variance(plain) - 1));
    }

    [Fact]
    public void It_is_undefined_for_a_mean_of_the_posterior_at_a_bound_without_answers_and_without_variance()
    {
        Response[] mixed = [new(LogisticItem.Rasch(-1), false), new(LogisticItem.Rasch(1), true)];
        Assert.Null(PersonFit.CorrectedLogLikelihood(new(0, 1, AbilityMethod.ExpectedAPosteriori), mixed));
        Assert.Null(PersonFit.CorrectedLogLikelihood(new(6, 1, AbilityMethod.MaximumLikelihood, true), mixed));
        Assert.Null(PersonFit.CorrectedLogLikelihood(new(0, 1, AbilityMethod.MaximumAPosteriori), []));
        // Equal items: once the ability is fitted, which of them are right says nothing.
        Response[] equal = [new(LogisticItem.Rasch(0), true), new(LogisticItem.Rasch(0), false), new(LogisticItem.Rasch(0), true)];
        Assert.Null(PersonFit.CorrectedLogLikelihood(new AbilityEstimator { Method = AbilityMethod.MaximumLikelihood }.Estimate(equal)!, equal));
    }

    [Fact]
    public void Mean_squares_are_those_worked_by_hand()
    {
        // θ = 0: an item at 0 passed (residual ½, variance ¼, square of the standardised 1) and one at log 9 passed (p = 0.1: .81, .09, 1e-9).
        var squares = PersonFit.MeanSquares(0, [new(LogisticItem.Rasch(0), true), new(LogisticItem.Rasch(Math.Log(9)), true)])!;
        Assert.Equal((1 + 9) / 2.0, squares.Outfit, 1e-11);
        Assert.Equal((0.25 + 0.81) / (0.25 + 0.09), squares.Infit, 1e-11);
        Assert.Null(PersonFit.MeanSquares(0, []));
        Assert.Null(PersonFit.MeanSquares(0, [new(LogisticItem.Rasch(60), true)]));
    }

    [Fact]
    public void Mean_squares_of_answers_drawn_from_the_model_average_one()
    {
        var chance = new Random(7);
        ItemModel[] items = [.. Enumerable.Range(0, 20).Select(i => (ItemModel)new PartialCreditItem(1, [-1 + (i / 10.0), i / 10.0]))];
        PersonMeanSquares[] squares = [.. Enumerable.Range(0, 2000).Select(_ => PersonFit.MeanSquares(0.3, [.. items.Select(item => Drawn(item, 0.3, chance))])!)];
        Assert.Equal(1, squares.Average(s => s.Outfit), 0.02);
        Assert.Equal(1, squares.Average(s => s.Infit), 0.02);
    }

    static Response Drawn(ItemModel item, double ability, Random chance)
    {
        var (left, score) = (chance.NextDouble(), 0);
        while (score < item.MaxScore && (left -= item.Probability(ability, score)) > 0)
        {
            score++;
        }

        return new(item, score);
    }

    static double Variance(List<double> values) => values.Average(v => v * v) - (values.Average() * values.Average());
}
