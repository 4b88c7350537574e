namespace Beffroi.Psychometrics.Tests;

public sealed class PersonFitTests
{
    static readonly double[] Difficulties = [.. Enumerable.Range(0, 21).Select(i => -2 + (0.2 * i))];

    [Fact]
    public void Passing_hard_items_and_failing_easy_ones_is_flagged_and_the_reverse_is_not()
    {
        Assert.True(Fit(b => b > 0) < -1.96);
        Assert.True(Fit(b => b < 0) > 0);
    }

    [Fact]
    public void Two_answers_give_the_value_worked_by_hand()
    {
        // θ = 0, b = ±1: p = e/(1+e) and 1/(1+e), logits ±1. Both against expectation: Σ logit·(x - p) = -2e/(1+e); variance 2·e/(1+e)².
        var expected = -2 * Math.E / (1 + Math.E) / Math.Sqrt(2 * Math.E / ((1 + Math.E) * (1 + Math.E)));
        var actual = PersonFit.StandardisedLogLikelihood(0, [new(LogisticItem.Rasch(-1), false), new(LogisticItem.Rasch(1), true)]);
        Assert.Equal(expected, actual!.Value, 12);
    }

    [Fact]
    public void Answers_drawn_from_the_model_have_mean_zero_and_variance_one()
    {
        var chance = new Random(20261123);
        double[] values = [.. Enumerable.Range(0, 4000).Select(_ => PersonFit.StandardisedLogLikelihood(
            0.5,
            [.. Difficulties.Select(b => new Response(LogisticItem.Rasch(b), chance.NextDouble() < LogisticItem.Rasch(b).Probability(0.5, 1)))])!.Value)];
        Assert.Equal(0, values.Average(), 0.06);
        Assert.Equal(1, values.Select(v => v * v).Average(), 0.12);
    }

    [Fact]
    public void Without_any_answer_there_is_no_fit() => Assert.Null(PersonFit.StandardisedLogLikelihood(0, []));

    static double Fit(Func<double, bool> correct) =>
        PersonFit.StandardisedLogLikelihood(0, [.. Difficulties.Select(b => new Response(LogisticItem.Rasch(b), correct(b)))])!.Value;
}
