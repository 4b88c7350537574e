namespace Beffroi.Psychometrics.Tests;

public sealed class StopRuleTests
{
    static readonly ItemBank Bank = Banks.Blueprint(90, 11, enemies: false);

    public static TheoryData<StopRule, StopReason> Rules => new()
    {
        { new StopAtStandardError(0.45), StopReason.StandardError },
        { new StopAtClassification(new(-0.8, 0.1)), StopReason.Classification },
        { new StopAtLevel([new(-1.6), new(-0.8), new(0.2)], 0.8), StopReason.Level },
        { new StopAtInformationLeft(0.3), StopReason.InformationLeft },
        { new StopWhenAll([new StopAtStandardError(0.5), new StopAtClassification(new(-0.8))]), StopReason.AllConditions },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_stops_at_the_first_answer_that_meets_it_and_says_so(StopRule rule, StopReason reason)
    {
        var met = 0;
        for (var person = 0; person < 60; person++)
        {
            var session = new AdaptiveTest(Bank, new() { Stops = [rule] }).Start();
            var answer = Banks.Person(-2 + (person * 0.07), person);
            var asked = new HashSet<string>();
            while (session.Next() is { } item)
            {
                Assert.False(IsMet(rule, session, asked));
                asked.Add(item.Id);
                session.Answer(item.Id, answer(item));
            }

            Assert.Equal(IsMet(rule, session, asked) ? new CatStop(reason, rule) : new CatStop(StopReason.MaximumLength), session.Stop);
            met += session.Stop!.Rule is null ? 0 : 1;
        }

        Assert.InRange(met, 20, 60);
    }

    [Fact]
    public void Any_rule_of_several_stops_the_test()
    {
        var test = new AdaptiveTest(Bank, new() { Stops = [new StopAtClassification(new(0)), new StopAtStandardError(0.4)] });
        Assert.Equal(StopReason.Classification, Banks.Run(test.Start(), _ => 1).Stop!.Reason);
        Assert.Equal(StopReason.StandardError, Banks.Run(test.Start(), Banks.Person(0, 4)).Stop!.Reason);
    }

    [Fact]
    public void No_rule_is_heard_before_the_shortest_length()
    {
        var session = Banks.Run(new AdaptiveTest(Bank, new() { MinimumLength = 7, Stops = [new StopAtStandardError(5)] }).Start(), _ => 1);
        Assert.Equal((7, StopReason.StandardError), (session.Answered, session.Stop!.Reason));
    }

    [Fact]
    public void A_caller_ends_a_test_for_time_or_abandon_and_the_estimate_stands()
    {
        var session = new AdaptiveTest(Bank).Start();
        session.Answer(session.Next()!.Id, 1);
        var (ability, error) = (session.Ability, session.StandardError);
        Assert.NotNull(session.Next());
        Assert.Throws<ArgumentOutOfRangeException>(() => session.End(StopReason.StandardError));
        session.End(StopReason.TimeOut);
        session.End(StopReason.Abandoned);
        Assert.Null(session.Next());
        Assert.Equal((StopReason.TimeOut, ability, error), (session.Stop!.Reason, session.Ability, session.StandardError));
        Assert.Throws<InvalidOperationException>(() => session.Answer("I001", 1));
    }

    [Fact]
    public void A_skipped_item_tells_nothing_is_not_asked_again_and_counts_in_the_length()
    {
        var session = new AdaptiveTest(Bank, new() { MaximumLength = 12 }).Start();
        while (session.Next() is { } item)
        {
            session.Skip(item.Id);
        }

        Assert.Equal((12, 0, StopReason.MaximumLength), (session.History.Select(step => step.ItemId).Distinct().Count(), session.Answered, session.Stop!.Reason));
        Assert.Equal(0, session.Ability, 1e-12);
        Assert.Equal(1, session.StandardError, 1e-6);
    }

    [Fact]
    public void An_item_not_reached_leaves_no_trace_and_may_come_again()
    {
        var session = new AdaptiveTest(Bank).Start();
        var item = session.Next()!;
        session.NotReached(item.Id);
        Assert.Empty(session.History);
        Assert.Equal(item, session.Next());
        Assert.Throws<ArgumentException>(() => session.NotReached("I090"));
    }

    [Fact]
    public void What_was_asked_what_is_unknown_and_scores_out_of_bounds_are_refused()
    {
        var session = new AdaptiveTest(Bank).Start();
        session.Answer("I001", 1);
        Assert.Throws<ArgumentException>(() => session.Answer("I001", 1));
        Assert.Throws<ArgumentException>(() => session.Answer("nowhere", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.Answer("I002", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.Answer("I002", -1));
        Assert.Single(session.History);
    }

    static bool IsMet(StopRule rule, CatSession session, HashSet<string> asked)
    {
        var posterior = session.Posterior();
        switch (rule)
        {
            case StopAtStandardError error:
                return posterior.StandardDeviation <= error.Threshold;
            case StopAtClassification side:
                var below = posterior.ProbabilityBelow(side.Cut.Value, side.Cut.StandardError);
                return below >= side.Confidence || below <= 1 - side.Confidence;
            case StopAtLevel level:
                double[] ends = [0, .. level.Cuts.Select(cut => posterior.ProbabilityBelow(cut.Value, cut.StandardError)), 1];
                return ends.Zip(ends.Skip(1), (low, high) => high - low).Max() >= level.Confidence;
            case StopAtInformationLeft left:
                return Bank.Items.Where(item => !asked.Contains(item.Id)).Max(item => item.Model.Information(posterior.Mean)) < left.Minimum;
            case StopWhenAll all:
                return all.Rules.All(each => IsMet(each, session, asked));
            default:
                throw new ArgumentException("A rule that this test does not know.", nameof(rule));
        }
    }
}
