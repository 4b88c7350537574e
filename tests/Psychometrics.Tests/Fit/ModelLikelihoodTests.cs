namespace Beffroi.Psychometrics.Tests;

public sealed class ModelLikelihoodTests
{
    static ModelLikelihood One => ModelLikelihood.Of(FitData.Lsat6OneParameter, FitData.Prior, FitData.Lsat6, 6);

    static ModelLikelihood Two => ModelLikelihood.Of(FitData.Lsat6TwoParameter, FitData.Prior, FitData.Lsat6, 10);

    [Fact]
    public void Lsat6_has_its_published_likelihoods_and_criteria()
    {
        Assert.Equal(-2466.937600, One.LogLikelihood, 1e-5);
        Assert.Equal(4945.875, One.Aic, 5e-4);
        Assert.Equal(4975.322, One.Bic, 5e-4);
        Assert.Equal(-2466.653377, Two.LogLikelihood, 1e-5);
        Assert.Equal(4953.307, Two.Aic, 5e-4);
        Assert.Equal(5002.384, Two.Bic, 5e-4);
    }

    [Fact]
    public void The_corrected_criteria_follow_their_formulas()
    {
        var model = new ModelLikelihood(-100, 4, 22);
        Assert.Equal(208 + (40.0 / 17), model.Aicc!.Value, 12);
        Assert.Equal(200, model.Sabic, 12);
        Assert.Null(new ModelLikelihood(-100, 21, 22).Aicc);
    }

    [Fact]
    public void The_ratio_test_of_the_one_against_the_two_parameter_model_is_that_published()
    {
        var test = Two.TestAgainst(One);
        Assert.Equal(4, test.Degrees);
        Assert.Equal(0.5684, test.Statistic, 1e-4);
        Assert.Equal(0.967, test.PValue, 5e-4);
    }

    [Fact]
    public void Science_has_its_published_likelihoods()
    {
        var data = FitData.Science;
        var graded = Enumerable.Range(1, 4).Select(i => FitData.Graded(FitData.ScienceParameters("grm", i))).ToArray();
        var partial = Enumerable.Range(1, 4).Select(i => FitData.Partial(FitData.ScienceParameters("gpcm", i))).ToArray();
        Assert.Equal(-1608.869411, ModelLikelihood.Of(graded, FitData.Prior, data, 16).LogLikelihood, 1e-4);
        Assert.Equal(-1612.681598, ModelLikelihood.Of(partial, FitData.Prior, data, 16).LogLikelihood, 1e-4);
    }

    [Fact]
    public void A_missing_answer_is_passed_over()
    {
        LogisticItem[] items = [LogisticItem.Rasch(0), LogisticItem.Rasch(1)];
        var gap = ModelLikelihood.Of(items, FitData.Prior, FitData.Matrix(2, [1, -1]), 0);
        Assert.Equal(Math.Log(0.5), gap.LogLikelihood, 1e-9);
    }

    [Fact]
    public void A_model_that_is_not_nested_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ModelLikelihood(-100, 3, 50).TestAgainst(new(-90, 2, 50)));
        Assert.Throws<ArgumentException>(() => new ModelLikelihood(-100, 3, 50).TestAgainst(new(-110, 3, 50)));
        Assert.Throws<ArgumentException>(() => new ModelLikelihood(-100, 3, 50).TestAgainst(new(-110, 2, 51)));
    }
}
