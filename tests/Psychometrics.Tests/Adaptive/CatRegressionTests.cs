namespace Beffroi.Psychometrics.Tests;

/// <summary>Faults that other adaptive-testing programs have had, each kept away by name.</summary>
public sealed class CatRegressionTests
{
    public static TheoryData<CatAbilityMethod> Methods => [.. Enum.GetValues<CatAbilityMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_error_does_not_collapse_after_one_item_as_in_mirtCAT_48(CatAbilityMethod method)
    {
        foreach (var score in new[] { 0, 1 })
        {
            var session = new AdaptiveTest(Banks.Of([LogisticItem.TwoParameter(2.5, 0), LogisticItem.Rasch(1)]), new() { Ability = method }).Start();
            session.Answer("I001", score);
            // One answer has at most an information of a²/4 = 1.5625 besides the prior's 1; the posterior of one binary answer keeps over half its variance.
            Assert.InRange(session.StandardError, 1 / Math.Sqrt(1 + 1.5625), 5);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    public void An_error_narrower_than_the_grid_stays_that_of_the_data(double difficulty)
    {
        // 400 items of a = 8, half of them passed: the posterior is far narrower than the step of 0.1, whether it stands on a point or between two.
        var session = new AdaptiveTest(Banks.Of(Enumerable.Repeat(LogisticItem.TwoParameter(8, difficulty), 400)), new() { MaximumLength = 400, Stops = [] }).Start();
        for (var i = 0; i < 400; i++)
        {
            session.Answer($"I{i + 1:000}", i % 2);
        }

        // At the difficulty each item has an information of a²/4 = 16, and the prior 1.
        Assert.InRange(session.StandardError, 1 / Math.Sqrt(6401), 0.06);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Wrong_after_wrong_never_raises_the_ability_as_in_catsim_31(CatAbilityMethod method) => Monotone(method, 0, -1);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Right_after_right_never_lowers_the_ability(CatAbilityMethod method) => Monotone(method, 1, 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_top_category_of_a_graded_item_is_answered_without_a_crash_as_in_Concerto_333_and_354(bool top)
    {
        ItemModel[] models = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0
            ? (ItemModel)new GradedItem(1.5, [-1 + (i * 0.03), 0, 2]) : new PartialCreditItem(1.2, [-1, 1 - (i * 0.05), 0.5]))];
        foreach (var method in Enum.GetValues<CatAbilityMethod>())
        {
            var session = Banks.Run(new AdaptiveTest(Banks.Of(models), new() { Ability = method, Stops = [] }).Start(), item => top ? item.Model.MaxScore : 0);
            Assert.Equal(30, session.Answered);
            Assert.True(top ? session.Ability > 2 : session.Ability < -2);
            Assert.All(session.History, step => Assert.True(double.IsFinite(step.Ability) && step.StandardError > 0));
        }
    }

    [Fact]
    public void An_ability_is_carried_to_the_next_test_as_Concerto_387_did_not()
    {
        var first = Banks.Run(new AdaptiveTest(Banks.Reference()).Start(), Banks.Person(1.2, 1));
        var prior = AbilityPrior.FromOtherScale(first.Ability, first.StandardError, 0.7);
        var second = new AdaptiveTest(Banks.Reference()).Start(prior: prior);
        Assert.Equal(0.7 * first.Ability, second.Ability, 1e-6);
        Assert.Equal(Math.Sqrt(1 - 0.49 + (0.49 * first.StandardError * first.StandardError)), second.StandardError, 1e-6);
        var best = Banks.Reference().Items.MaxBy(item => item.Model.Information(0.7 * first.Ability))!;
        Assert.Equal(best.Id, second.Next()!.Id);
    }

    [Fact]
    public void Content_balance_is_honoured_as_Concerto_293_did_not()
    {
        ContentQuota[] quotas = [new("a") { TargetShare = 0.5 }, new("b") { TargetShare = 0.3 }, new("c") { TargetShare = 0.2 }];
        var session = Banks.Run(new AdaptiveTest(Banks.Blueprint(90, 1), new() { Quotas = [.. quotas], MaximumLength = 20, Stops = [] }).Start(), Banks.Person(0.4, 1));
        var areas = session.History.CountBy(step => Banks.Blueprint(90, 1).Find(step.ItemId)!.Area!).ToDictionary(StringComparer.Ordinal);
        Assert.Equal((10, 6, 4), (areas["a"], areas["b"], areas["c"]));
    }

    [Fact]
    public void A_bank_of_Rasch_items_works_as_Concerto_286_did_not_and_their_raw_score_is_sufficient()
    {
        var test = new AdaptiveTest(Banks.Of(Enumerable.Range(0, 40).Select(i => LogisticItem.Rasch(-2 + (0.1 * i)))), new() { Stops = [], MaximumLength = 10 });
        var session = Banks.Run(test.Start(), Banks.Person(-0.5, 3));
        Assert.Equal(10, session.Answered);
        var (one, two) = (test.Start(), test.Start());
        foreach (var (i, score) in new[] { 0, 1, 1, 0, 1 }.Index())
        {
            one.Answer($"I{(i * 5) + 1:000}", score);
            two.Answer($"I{(i * 5) + 1:000}", i < 3 ? 1 : 0);
        }

        Assert.Equal(one.Ability, two.Ability, 1e-12);
        Assert.Equal(one.StandardError, two.StandardError, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Five_hundred_answers_neither_underflow_nor_overflow(int score)
    {
        var bank = Banks.Of(Enumerable.Range(0, 500).Select(i => LogisticItem.TwoParameter(1.5, (i % 7) - 3)));
        foreach (var method in Enum.GetValues<CatAbilityMethod>())
        {
            var session = Banks.Run(new AdaptiveTest(bank, new() { Ability = method, MaximumLength = null, Stops = [] }).Start(), _ => score);
            Assert.Equal(StopReason.BankExhausted, session.Stop!.Reason);
            Assert.Equal(500, session.Answered);
            Assert.True(score == 1 ? session.Ability > 3 : session.Ability < -3);
            Assert.All(session.History, step => Assert.True(double.IsFinite(step.Ability) && double.IsFinite(step.StandardError) && step.StandardError > 0));
        }
    }

    [Fact]
    public void Ability_and_error_after_each_item_are_at_hand_as_asked_of_Concerto_210_and_299()
    {
        var session = Banks.Run(new AdaptiveTest(Banks.Reference()).Start(), Banks.Person(0, 9));
        Assert.Equal((session.Ability, session.StandardError), (session.History[^1].Ability, session.History[^1].StandardError));
        Assert.Equal(session.Answered, session.History.Select(step => step.Ability).Distinct().Count());
    }

    static void Monotone(CatAbilityMethod method, int score, int direction)
    {
        var session = Banks.Run(new AdaptiveTest(Banks.Reference(), new() { Ability = method, Stops = [] }).Start(), _ => score);
        foreach (var (before, after) in session.History.Zip(session.History.Skip(1)))
        {
            Assert.True((after.Ability - before.Ability) * direction >= -1e-9);
        }

        Assert.True(session.Ability * direction > 1);
    }
}
