using System.Text.Json;
using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class AdaptiveBlueprintTests
{
    static readonly Gen<AdaptiveBlueprint> Blueprints = Gen.Select(
        Gen.Select(Gen.Double[0.4, 2.5], Gen.Double[-3, 3].Array[1, 3], Gen.Int[0, 3], Gen.Int[0, 8]).Array[30, 60],
        Gen.Double[-1, 1],
        Gen.Bool.Select(kind => kind ? 0.7 : (double?)null),
        Gen.Int[1, 5],
        (items, mean, target, randomesque) => new AdaptiveBlueprint
        {
            Bank = "bank 1",
            Options = "é « options »",
            Items = [.. items.Select((item, i) => new BlueprintItem
            {
                Id = $"I{i}",
                Discrimination = item.Item1,
                Difficulties = [.. item.Item2],
                Area = item.Item3 == 0 ? null : $"area {item.Item3 % 2}",
                Testlet = item.Item4 == 0 ? null : $"text {item.Item4}",
                Enemies = i < 2 ? [$"I{1 - i}"] : [],
            })],
            Prior = new(mean, 1.1),
            TargetProbability = target,
            EasyStart = new() { Count = 2, TargetProbability = 0.8 },
            MaximumPerTestlet = 3,
            RandomesqueCount = randomesque,
            MinimumLength = 4,
            MaximumLength = 15,
            StandardError = 0.4,
            Cuts = [new(-1, 0.3), new(0.25)],
        });

    [Fact]
    public void Read_again_it_asks_the_very_same_questions() => Gen.Select(Blueprints, Gen.ULong, Gen.Double[-2, 2], Gen.Int).Sample(
        (blueprint, seed, ability, person) =>
        {
            var json = blueprint.ToJson();
            var again = AdaptiveBlueprint.Parse(json);
            Assert.Equal(json, again.ToJson());
            Assert.Equal(
                Banks.Run(blueprint.Build().Start(seed), Banks.Person(ability, person)).History,
                Banks.Run(again.Build().Start(seed), Banks.Person(ability, person)).History);
        },
        iter: 40);

    [Fact]
    public void It_builds_the_test_that_its_parts_make()
    {
        var blueprint = new AdaptiveBlueprint
        {
            Bank = "b",
            Options = "o",
            Items =
            [
                new() { Id = "a", Discrimination = 1.3, Difficulties = [-0.5], LowerAsymptote = 0.2, Area = "x", Testlet = "t", StartOnly = true },
                new() { Id = "b", Discrimination = 0.8, Difficulties = [-0.5, 0.75], Area = "y" },
            ],
            GridPoints = 61,
            EasyStart = new() { Count = 1 },
            Quotas = [new("x") { Minimum = 1, TargetShare = 0.5 }],
            MaximumPerTestlet = 2,
            RandomesqueCount = 3,
            MinimumLength = 1,
            MaximumLength = null,
            StandardError = 0.35,
            Cuts = [new(0, 0.3)],
            LevelConfidence = 0.8,
        };
        var test = AdaptiveBlueprint.Parse(blueprint.ToJson()).Build();
        Assert.Equal(
            [
                new BankItem("a", LogisticItem.ThreeParameter(1.3, -0.5, 0.2)) { Area = "x", Testlet = "t", StartOnly = true },
                new BankItem("b", new PartialCreditItem(0.8, [-0.5, 0.75])) { Area = "y" },
            ],
            test.Bank.Items);
        Assert.Equal(("b", "o", 61, 2, 3), (test.Bank.Version, test.Options.Name, test.Options.GridPoints, test.Options.MaximumPerTestlet, test.Options.Exposure.RandomesqueCount));
        Assert.Equal((1, null, 1), (test.Options.MinimumLength, test.Options.MaximumLength, test.Options.EasyStart!.Count));
        Assert.Equal(new ContentQuota("x") { Minimum = 1, TargetShare = 0.5 }, Assert.Single(test.Options.Quotas));
        Assert.Equal(new StopAtStandardError(0.35), test.Options.Stops[0]);
        var level = Assert.IsType<StopAtLevel>(test.Options.Stops[1]);
        Assert.Equal((0.8, new AbilityCut(0, 0.3)), (level.Confidence, Assert.Single(level.Cuts)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Another_text_is_refused(string json) => Assert.Throws<JsonException>(() => AdaptiveBlueprint.Parse(json));

    [Fact]
    public void A_text_of_another_form_or_with_a_value_missing_is_refused()
    {
        var json = Of([new() { Id = "a", Difficulties = [0] }]).ToJson();
        Assert.Equal(json, AdaptiveBlueprint.Parse(json).ToJson());
        Assert.Throws<JsonException>(() => AdaptiveBlueprint.Parse(json.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        Assert.All(
            ["version", "bank", "items", "gridPoints", "prior", "minimumLength", "discrimination", "difficulties", "startOnly"],
            name => Assert.Throws<JsonException>(() => AdaptiveBlueprint.Parse(json.Replace($"\"{name}\"", "\"other\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void Items_that_are_none_are_refused()
    {
        BlueprintItem[][] wrong =
        [
            [],
            [new() { Id = " ", Difficulties = [0] }],
            [new() { Id = "a", Difficulties = [] }],
            [new() { Id = "a", Difficulties = [0] }, new() { Id = "a", Difficulties = [1] }],
            [new() { Id = "a", Difficulties = [0, 1], LowerAsymptote = 0.2 }],
        ];
        Assert.All(wrong, items => Assert.ThrowsAny<ArgumentException>(() => Of(items).Build()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_more_items_of_one_testlet_are_asked_than_allowed(int most)
    {
        // Five texts of six items, and ten items alone.
        var bank = new ItemBank("1", Enumerable.Range(0, 40).Select(i => new BankItem($"I{i:00}", LogisticItem.Rasch((i % 7) - 3)) { Testlet = i < 30 ? $"text {i % 5}" : null }));
        var session = Banks.Run(new AdaptiveTest(bank, new() { MaximumPerTestlet = most, Stops = [] }).Start(), Banks.Person(0.3, most));
        Assert.Equal((StopReason.BankExhausted, (5 * most) + 10), (session.Stop!.Reason, session.Answered));
        Assert.Equal([most, most, most, most, most], session.History.Select(s => bank.Find(s.ItemId)!.Testlet).OfType<string>().CountBy(t => t).Select(t => t.Value));

        // Resumed half way, it remembers.
        var half = new AdaptiveTest(bank, new() { MaximumPerTestlet = most, Stops = [] });
        var state = half.Start().ToState() with { Answers = [.. session.History.Take(10).Select(s => new CatAnswer(s.ItemId, s.Score))] };
        Assert.Equal((5 * most) + 10, Banks.Run(half.Resume(state), Banks.Person(0.3, most)).Answered);
    }

    static AdaptiveBlueprint Of(BlueprintItem[] items) => new() { Bank = "b", Items = [.. items] };
}
