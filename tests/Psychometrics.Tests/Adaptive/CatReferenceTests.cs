using System.Globalization;

namespace Beffroi.Psychometrics.Tests;

/// <summary>A thousand adaptive tests and single steps computed by another program (the R package catR 3.17) on the same bank and answers.</summary>
public sealed class CatReferenceTests
{
    static readonly AdaptiveTest Defaults = new(Banks.Reference());

    [Theory]
    [InlineData("SE0.30_max40", 0.30, 40)]
    [InlineData("SE0.40_max25", 0.40, 25)]
    public void A_thousand_tests_ask_the_same_items_in_the_same_order_and_end_at_the_same_estimates(string name, double error, int longest)
    {
        var test = new AdaptiveTest(Banks.Reference(), new() { Stops = [new StopAtStandardError(error)], MaximumLength = longest });
        var scores = SharedData.Matrix("cat_responses_1000x200.csv.gz");
        var truth = SharedData.Rows("cat_true_theta.csv").Select(r => SharedData.Number(r["theta"])).ToArray();
        var expected = SharedData.Rows($"catr_cat_{name}.csv");
        Assert.Equal(1000, expected.Count);
        var sessions = expected.Select((row, person) =>
        {
            var session = Banks.Run(test.Start(), item => scores[person, Banks.Number(item.Id) - 1]);
            Assert.Equal(row["items"], string.Join(' ', session.History.Select(step => Banks.Number(step.ItemId))));
            Assert.Equal(int.Parse(row["n"], CultureInfo.InvariantCulture), session.Answered);
            Assert.Equal(SharedData.Number(row["theta"]), session.Ability, 1e-6);
            Assert.Equal(SharedData.Number(row["se"]), session.StandardError, 1e-6);
            Assert.Equal(session.StandardError <= error ? StopReason.StandardError : StopReason.MaximumLength, session.Stop!.Reason);
            return session;
        }).ToArray();

        var errors = sessions.Zip(truth, (session, theta) => session.Ability - theta).ToArray();
        AssertReference($"cat_{name}.n_mean", sessions.Average(session => session.Answered), 1e-9);
        AssertReference($"cat_{name}.rmse", Math.Sqrt(errors.Average(e => e * e)), 1e-7);
        AssertReference($"cat_{name}.bias", errors.Average(), 1e-7);
        AssertReference($"cat_{name}.coverage95", sessions.Zip(errors, (s, e) => Math.Abs(e) <= 1.96 * s.StandardError ? 1.0 : 0).Average(), 1e-9);
    }

    [Fact]
    public void The_rules_of_selection_choose_the_items_of_the_reference_after_right_wrong_right()
    {
        Assert.Equal(150, After(new MaximumInformation()));
        Assert.Equal(197, After(new WeightedInformation(GridWeight.Likelihood)));
        Assert.Equal(197, After(new WeightedInformation()));
        Assert.Equal(150, After(new MinimumExpectedPosteriorVariance()));
        Assert.Equal(197, After(new KullbackLeibler()));

        static int After(SelectionRule rule)
        {
            var session = new AdaptiveTest(Banks.Reference(), new() { Selection = rule }).Start();
            session.Answer("I010", 1);
            session.Answer("I050", 0);
            session.Answer("I100", 1);
            Assert.Equal(-0.461953, session.Ability, 1e-6);
            return Banks.Number(session.Next()!.Id);
        }
    }

    [Theory]
    [InlineData(CatAbilityMethod.ExpectedAPosteriori, "EAP", true)]
    [InlineData(CatAbilityMethod.MaximumAPosteriori, "BM", true)]
    [InlineData(CatAbilityMethod.MaximumLikelihood, "ML", false)]
    [InlineData(CatAbilityMethod.WeightedLikelihood, "WL", false)]
    public void Estimates_and_errors_of_every_method_are_those_of_the_reference(CatAbilityMethod method, string name, bool extremes)
    {
        var test = new AdaptiveTest(Banks.Reference(), new() { Ability = method });
        var patterns = SharedData.Rows("reference_values.csv").Select(row => row["id"].Split('.'))
            .Where(id => id[0] == "bank200[1-20]" && id[2] == name && id[3] == "theta").Select(id => id[1]).ToArray();
        Assert.Equal(7, patterns.Length);
        foreach (var pattern in patterns.Where(p => extremes || (p.Contains('0') && p.Contains('1'))))
        {
            var session = test.Start();
            for (var i = 0; i < pattern.Length; i++)
            {
                session.Answer($"I{i + 1:000}", pattern[i] - '0');
            }

            AssertReference($"bank200[1-20].{pattern}.{name}.theta", session.Ability, 1e-4);
            AssertReference($"bank200[1-20].{pattern}.{name}.se", session.StandardError, 1e-4);
        }
    }

    [Fact]
    public void The_first_item_is_the_most_informative_at_zero()
    {
        var best = Banks.Reference().Items.MaxBy(item => item.Model.Information(0))!;
        Assert.Equal(best.Id, Defaults.Start().Next()!.Id);
    }

    static void AssertReference(string id, double actual, double tolerance) => Assert.Equal(SharedData.Reference(id).Value, actual, tolerance);
}
