using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed partial class CatStateTests
{
    static readonly AdaptiveTest Test = new(Banks.Blueprint(60, 21), Demanding(SelectionOf(0)));

    [Fact]
    public void A_session_resumed_before_every_item_through_json_is_the_session_uninterrupted() =>
        Gen.Select(Gen.ULong, Gen.Double[-2, 2], Gen.Int[0, 6], Gen.Enum<CatAbilityMethod>()).Sample(
            (seed, ability, rule, method) =>
            {
                var test = new AdaptiveTest(Banks.Blueprint(60, 21), Demanding(SelectionOf(rule)) with { Ability = method });
                var answer = Banks.Person(ability, rule);
                var counts = new ExposureCounts { Sessions = 9, Asked = test.Bank.Items.Take(20).ToImmutableDictionary(item => item.Id, _ => 5) };
                var whole = Banks.Run(test.Start(seed, new(0.3, 0.9), counts), answer);
                var pieces = test.Start(seed, new(0.3, 0.9), counts);
                while (true)
                {
                    // Once before the item is proposed, once while it is.
                    pieces = Again(test, pieces);
                    var proposed = pieces.Next();
                    pieces = Again(test, pieces);
                    Assert.Equal(proposed, pieces.Next());
                    if (proposed is null)
                    {
                        break;
                    }

                    pieces.Answer(proposed.Id, answer(proposed));
                }

                Assert.Equal(whole.History, pieces.History);
                Assert.Equal(whole.Stop, pieces.Stop);
                Assert.Equal(Json(whole.ToState()), Json(pieces.ToState()));
            },
            iter: 60);

    [Fact]
    public void Skips_time_outs_and_items_not_reached_survive_a_resumption()
    {
        var session = Test.Start(3);
        session.Answer(session.Next()!.Id, 1);
        session.Skip(session.Next()!.Id);
        session.NotReached(session.Next()!.Id);
        session.End(StopReason.TimeOut);
        var resumed = Again(Test, session);
        Assert.Equal(session.History, resumed.History);
        Assert.Equal((null, StopReason.TimeOut), (resumed.Next(), resumed.Stop!.Reason));
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_with_its_reason()
    {
        var good = Banks.Run(Test.Start(1), _ => 1).ToState();
        Assert.Null(Test.Refusal(good));
        var (first, enemy) = ("I001", Test.Bank.Find("I001")!.Enemies[0]);
        (CatState State, string Reason)[] wrong =
        [
            (good with { Version = 2 }, "form"),
            (good with { Bank = "other" }, "bank other"),
            (good with { Options = "other" }, "options"),
            (good with { PriorMean = double.NaN }, "prior"),
            (good with { PriorStandardDeviation = 0 }, "prior"),
            (good with { Answers = [new("Z", 1)] }, "Z"),
            (good with { Answers = [new("I001", 2)] }, "no score 2"),
            (good with { Answers = [new("I001", 1), new("I001", 1)] }, "twice"),
            (good with { Answers = [new(first, 1), new(enemy, 1)] }, "enemies"),
            (good with { Answers = [new(first, 1)], Pending = enemy }, "proposed"),
            (good with { Pending = "Z" }, "Z"),
            (good with { Withheld = ["Z"] }, "Z"),
            (good with { SetAside = ["Z"] }, "Z"),
            (good with { Ended = StopReason.StandardError }, "StandardError"),
        ];
        Assert.All(wrong, w =>
        {
            Assert.Contains(w.Reason, Test.Refusal(w.State), StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => Test.Resume(w.State));
        });
    }

    [Fact]
    public void The_random_source_is_the_published_one()
    {
        // First outputs of SplitMix64 from 1234567 (test vector of Rosetta Code, after Vigna's splitmix64.c), seen through the first draw of a session.
        var bank = Banks.Of(Enumerable.Range(0, 100).Select(i => LogisticItem.Rasch(i * 1e-15)));
        var session = new AdaptiveTest(bank, new() { Exposure = new() { RandomesqueCount = 100 } }).Start(1234567);
        const double FirstOutput = 6457827717110365317;
        Assert.Equal(bank.Items[(int)(FirstOutput / Math.Pow(2, 64) * 100)], session.Next());
    }

    static CatSession Again(AdaptiveTest test, CatSession session) => test.Resume(JsonSerializer.Deserialize(Json(session.ToState()), StateJson.Default.CatState)!);

    static string Json(CatState state) => JsonSerializer.Serialize(state, StateJson.Default.CatState);

    static SelectionRule SelectionOf(int rule) => rule switch
    {
        0 => new MaximumInformation { TargetProbability = 0.7 },
        1 => new WeightedInformation(),
        2 => new WeightedInformation(GridWeight.Likelihood),
        3 => new KullbackLeibler(),
        4 => new MinimumExpectedPosteriorVariance(),
        5 => new ClosestToProbability(0.6),
        _ => new RandomItem(),
    };

    static CatOptions Demanding(SelectionRule selection) => new()
    {
        Name = "demanding",
        Selection = selection,
        EasyStart = new(),
        Quotas = [new("a") { Minimum = 3, TargetShare = 0.4 }, new("b") { Maximum = 5, TargetShare = 0.3 }],
        MaximumLength = 14,
        Exposure = new()
        {
            RandomesqueCount = 3,
            MaximumRate = 0.5,
            ProgressiveLength = 6,
            AdministrationProbabilities = Enumerable.Range(1, 30).ToImmutableDictionary(i => $"I{i:000}", _ => 0.6),
        },
    };

    [JsonSerializable(typeof(CatState))]
    sealed partial class StateJson : JsonSerializerContext;
}
