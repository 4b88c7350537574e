using System.Globalization;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Estimates on the first twenty items of the bank, computed by another program (the R package catR 3.17, its range set to ±6).</summary>
public sealed class AbilityEstimatorReferenceTests
{
    static readonly Dictionary<string, AbilityMethod> Methods = new(StringComparer.Ordinal)
    {
        ["ML"] = AbilityMethod.MaximumLikelihood, ["BM"] = AbilityMethod.MaximumAPosteriori,
        ["EAP"] = AbilityMethod.ExpectedAPosteriori, ["WL"] = AbilityMethod.WeightedLikelihood,
    };

    [Theory]
    [InlineData("ML")]
    [InlineData("BM")]
    [InlineData("EAP")]
    [InlineData("WL")]
    public void Abilities_and_errors_of_every_pattern_are_those_of_the_reference(string method)
    {
        var items = SharedData.Bank("bank200.csv").Take(20).ToArray();
        var estimator = new AbilityEstimator { Method = Methods[method] };
        var rows = SharedData.Rows("reference_values.csv")
            .Select(row => (Id: row["id"].Split('.'), Value: SharedData.Number(row["value"]), Tolerance: SharedData.Number(row["abs_tol"])))
            .Where(row => row.Id[0] == "bank200[1-20]" && row.Id[2] == method).ToArray();
        Assert.Equal(14, rows.Length);
        Assert.All(rows, row =>
        {
            var estimate = estimator.Estimate([.. row.Id[1].Zip(items, (c, item) => new Response(item, c == '1'))])!;
            Assert.Equal(row.Value, row.Id[3] == "theta" ? estimate.Ability : estimate.StandardError!.Value, Math.Min(row.Tolerance, 1e-4));
        });
    }

    [Fact]
    public void All_wrong_has_no_maximum_likelihood_and_is_reported_at_the_bound_that_was_asked()
    {
        var estimator = new AbilityEstimator { Method = AbilityMethod.MaximumLikelihood, Range = (-4, 4) };
        var estimate = estimator.Estimate([.. SharedData.Bank("bank200.csv").Take(20).Select(item => new Response(item, false))])!;
        Assert.True(estimate.AtBound);
        Assert.Equal(-4, estimate.Ability);
        Assert.InRange(estimate.StandardError!.Value, 1, 4);
    }

    [Theory]
    [InlineData(AbilityMethod.WeightedLikelihood, "-2.73001 -.99861 -.23985 -1.30645 -2.09941", "-4.26515 -2.81241 -1.88634 -1.05292 -.13919 1.30137")]
    [InlineData(AbilityMethod.MaximumLikelihood, "-1.256128 .474907 1.235981 .168410 -.623170", "-6 -1.60153 -.47433 .48086 1.59995 6")]
    public void Abilities_of_the_raw_scores_of_lsat6_are_those_of_tam_and_of_erm(AbilityMethod method, string difficulties, string expected)
    {
        // TAM: WLE under the difficulties of the Rasch model of free variance; eRm: ML under its conditional difficulties. All are known to five decimals.
        var items = Numbers(difficulties).Select(LogisticItem.Rasch).ToArray();
        var abilities = Enumerable.Range(0, 6).Select(raw => new AbilityEstimator { Method = method }
            .Estimate([.. items.Select((item, i) => new Response(item, i < raw))])!.Ability);
        Assert.All(Numbers(expected).Zip(abilities), pair => Assert.Equal(pair.First, pair.Second, 3e-5));
    }

    static IEnumerable<double> Numbers(string text) => text.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture));
}
