using System.Collections.Immutable;
using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class CatConstraintTests
{
    static readonly Gen<(int Seed, double Ability)> Case = Gen.Select(Gen.Int[0, 9999], Gen.Double[-2.5, 2.5]);

    [Fact]
    public void Enemies_are_never_asked_together() => Case.Sample(
        draw =>
        {
            var bank = Banks.Blueprint(40, draw.Seed);
            var session = Banks.Run(new AdaptiveTest(bank, new() { Stops = [] }).Start(), Banks.Person(draw.Ability, draw.Seed));
            var asked = session.History.Select(step => step.ItemId).ToHashSet();
            Assert.All(asked, id => Assert.DoesNotContain(bank.Find(id)!.Enemies, asked.Contains));
            // 40 items of which 20 pair off: 30 can be asked.
            Assert.Equal((30, StopReason.BankExhausted), (asked.Count, session.Stop!.Reason));
        },
        iter: 60);

    [Fact]
    public void Quotas_are_met_whatever_the_stop() => Gen.Select(Case, Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Double[0.3, 0.8]).Sample(
        (draw, minimumA, minimumB, maximumC, error) =>
        {
            var bank = Banks.Blueprint(45, draw.Seed);
            ContentQuota[] quotas = [new("a") { Minimum = minimumA }, new("b") { Minimum = minimumB, Maximum = minimumB + 1 }, new("c") { Maximum = maximumC }];
            var session = Banks.Run(
                new AdaptiveTest(bank, new() { Quotas = [.. quotas], MaximumLength = 10, Stops = [new StopAtStandardError(error)] }).Start(), Banks.Person(draw.Ability, draw.Seed));
            int Count(string area) => session.History.Count(step => bank.Find(step.ItemId)!.Area == area);
            Assert.True(Count("a") >= minimumA);
            Assert.InRange(Count("b"), minimumB, minimumB + 1);
            Assert.True(Count("c") <= maximumC);
        },
        iter: 150);

    [Fact]
    public void An_item_whose_enemies_are_needed_by_a_quota_is_not_asked()
    {
        // The best item would close both items of area b, of which one is due.
        BankItem[] items =
        [
            new("best", LogisticItem.TwoParameter(2, 0)) { Enemies = ["b1", "b2"] },
            new("b1", LogisticItem.TwoParameter(0.5, 0)) { Area = "b", Enemies = ["best"] },
            new("b2", LogisticItem.TwoParameter(0.6, 0)) { Area = "b", Enemies = ["best"] },
            new("other", LogisticItem.TwoParameter(1, 0)),
        ];
        var session = new AdaptiveTest(new ItemBank("1", items), new() { Quotas = [new("b") { Minimum = 1 }], MaximumLength = 2, Stops = [] }).Start();
        Assert.Equal(["other", "b2"], Banks.Run(session, _ => 1).History.Select(step => step.ItemId));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(1, 8)]
    public void No_item_is_asked_of_more_than_its_share_of_sessions(int randomesque, int? progressive)
    {
        const double Rate = 0.25;
        var options = new CatOptions { MaximumLength = 8, Stops = [], Exposure = new() { MaximumRate = Rate, RandomesqueCount = randomesque, ProgressiveLength = progressive } };
        var (test, counts) = (new AdaptiveTest(Banks.Blueprint(60, 7, enemies: false), options), ExposureCounts.None);
        for (var person = 0; person < 400; person++)
        {
            counts = counts.After(Banks.Run(test.Start((ulong)person, exposure: counts), Banks.Person(-1 + (person % 20 * 0.1), person)));
        }

        Assert.Equal((400, 400 * 8), (counts.Sessions, counts.Asked.Values.Sum()));
        Assert.Equal(Rate * 400, counts.Asked.Values.Max());
    }

    [Fact]
    public void Exposure_gives_way_before_a_person_is_left_without_an_item()
    {
        var test = new AdaptiveTest(Banks.Blueprint(6, 1, enemies: false), new() { MaximumLength = 6, Stops = [], Exposure = new() { MaximumRate = 0.1 } });
        var counts = ExposureCounts.None.After(Banks.Run(test.Start(), _ => 1));
        Assert.Equal(6, Banks.Run(test.Start(exposure: counts), _ => 0).Answered);
    }

    [Fact]
    public void Sympson_and_Hetter_probabilities_are_the_rates_at_which_the_selected_item_is_asked()
    {
        var bank = Banks.Blueprint(30, 5, enemies: false);
        var best = new AdaptiveTest(bank).Start().Next()!.Id;
        var test = new AdaptiveTest(bank, new()
        {
            MaximumLength = 5, Stops = [], Exposure = new() { AdministrationProbabilities = ImmutableDictionary<string, double>.Empty.Add(best, 0.3) },
        });
        var sessions = Enumerable.Range(0, 2000).Select(seed => Banks.Run(test.Start((ulong)seed), Banks.Person(0, seed))).ToArray();
        // The item is selected first for everybody, and set aside for the whole session when it is not asked: 0.3 ± four standard errors.
        Assert.Equal(0.3, sessions.Average(session => session.History.Any(step => step.ItemId == best) ? 1.0 : 0), 0.041);
    }

    [Fact]
    public void When_chance_sets_every_item_aside_the_best_is_asked()
    {
        var bank = Banks.Blueprint(5, 2, enemies: false);
        var never = bank.Items.ToImmutableDictionary(item => item.Id, _ => 0.0);
        var session = new AdaptiveTest(bank, new() { Exposure = new() { AdministrationProbabilities = never } }).Start();
        Assert.Equal(new AdaptiveTest(bank).Start().Next(), session.Next());
    }

    [Fact]
    public void A_progressive_test_begins_by_chance_and_ends_by_the_criterion()
    {
        var bank = Banks.Blueprint(60, 3, enemies: false);
        var test = new AdaptiveTest(bank, new() { MaximumLength = 10, Stops = [], Exposure = new() { ProgressiveLength = 10 } });
        var sessions = Enumerable.Range(0, 300).Select(seed => Banks.Run(test.Start((ulong)seed), Banks.Person(0, seed))).ToArray();
        Assert.True(sessions.Select(session => session.History[0].ItemId).Distinct().Count() > 40);
        foreach (var session in sessions)
        {
            var before = session.History.SkipLast(1).Select(step => step.ItemId).ToHashSet();
            var best = bank.Items.Where(item => !before.Contains(item.Id)).MaxBy(item => item.Model.Information(session.History[^2].Ability))!;
            Assert.Equal(best.Id, session.History[^1].ItemId);
        }
    }

    [Fact]
    public void A_test_opens_with_the_items_kept_for_it_then_with_easy_ones_and_asks_the_former_nowhere_else()
    {
        var items = Enumerable.Range(0, 30).Select(i => new BankItem($"I{i:00}", LogisticItem.TwoParameter(1.2, -3 + (0.2 * i))) { StartOnly = i is 3 }).ToArray();
        var session = Banks.Run(new AdaptiveTest(new ItemBank("1", items), new() { EasyStart = new() { Count = 2 }, Stops = [] }).Start(), _ => 1);
        Assert.Equal("I03", session.History[0].ItemId);
        Assert.Equal(0.85, items.Single(item => item.Id == session.History[1].ItemId).Model.Probability(session.History[0].Ability, 1), 0.02);
        var without = Banks.Run(new AdaptiveTest(new ItemBank("1", items), new() { Stops = [] }).Start(), _ => 0);
        Assert.DoesNotContain(without.History, step => step.ItemId == "I03");
    }

    [Fact]
    public void The_order_in_which_a_bank_is_listed_changes_nothing() => Gen.Select(Case, Gen.Int[1, 4]).Sample(
        (draw, randomesque) =>
        {
            // Ties are the rule here: every item comes in twins.
            var items = Banks.Blueprint(20, draw.Seed).Items.SelectMany(item => new[] { item, new BankItem("T" + item.Id, item.Model) }).ToArray();
            var shuffled = items.ToArray();
            new Random(draw.Seed).Shuffle(shuffled);
            CatStep[] Steps(BankItem[] listed) => [.. Banks.Run(
                new AdaptiveTest(new ItemBank("1", listed), new() { Exposure = new() { RandomesqueCount = randomesque } }).Start((ulong)draw.Seed), Banks.Person(draw.Ability, 1)).History];
            Assert.Equal(Steps(items), Steps(shuffled));
        },
        iter: 60);

    [Fact]
    public void A_bank_that_contradicts_itself_is_refused()
    {
        var (one, two) = (new BankItem("1", LogisticItem.Rasch(0)), new BankItem("2", LogisticItem.Rasch(0)));
        Assert.Throws<ArgumentException>(() => new ItemBank("1", []));
        Assert.Throws<ArgumentException>(() => new ItemBank("1", [one, one]));
        Assert.Throws<ArgumentException>(() => new ItemBank("1", [one with { Enemies = ["3"] }, two]));
        Assert.Throws<ArgumentException>(() => new ItemBank("1", [one with { Enemies = ["1"] }, two]));
        Assert.Throws<ArgumentException>(() => new ItemBank("1", [one with { Enemies = ["2"] }, two]));
        Assert.Equal(2, new ItemBank("1", [one with { Enemies = ["2"] }, two with { Enemies = ["1"] }]).Items.Length);
    }

    [Fact]
    public void Options_that_a_bank_cannot_honour_are_refused()
    {
        CatOptions[] wrong =
        [
            new() { Quotas = [new("z")] },
            new() { Quotas = [new("a"), new("a")] },
            new() { Quotas = [new("a") { Minimum = 11 }] },
            new() { Quotas = [new("a") { Minimum = 3, Maximum = 2 }] },
            new() { Quotas = [new("a") { Minimum = 5 }, new("b") { Minimum = 5 }], MaximumLength = 9 },
            new() { Quotas = [new("a") { TargetShare = 0.6 }, new("b") { TargetShare = 0.6 }] },
            new() { MinimumLength = 5, MaximumLength = 4 },
            new() { Exposure = new() { AdministrationProbabilities = ImmutableDictionary<string, double>.Empty.Add("z", 1) } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => new AdaptiveTest(Banks.Blueprint(30, 1), options)));
    }
}
