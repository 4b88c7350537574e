namespace Beffroi.Psychometrics.Tests;

public sealed class AnswerProcessTests
{
    const int N = 20_000;

    // One item of difficulty 0 a person is asked alone: the rate of right answers is then known by hand.
    static double Rate(AnswerProcess process, double ability = 0, Func<SimulatedPerson, bool>? whom = null, bool moderated = false)
    {
        var bank = new ItemBank("one", [new BankItem("a", LogisticItem.Rasch(0)) { Area = "text" }]);
        var scenario = new SimulationScenario
        {
            Abilities = new NormalAbilities(ability, 1e-9), Bank = new FixedBank(bank), Answers = process, Design = new BroadForm(1), Persons = N, IsEffortModerated = moderated,
        };
        // After one Rasch answer of 0 or 1 the estimate is on one side of 0 or the other.
        return scenario.Simulate().Where(whom ?? (_ => true)).People.Average(p => Math.Abs(p.Reading!.Estimate) < 1e-9 ? 0.5 : p.Reading.Estimate > 0 ? 1.0 : 0);
    }

    static double Within(double p) => 4 * Math.Sqrt(p * (1 - p) / N);

    [Fact]
    public void Answers_follow_the_model() => Assert.Equal(0.731059, Rate(AnswerProcess.Ideal, 1), Within(0.73));

    [Fact]
    public void Slips_take_a_share_of_the_right_answers() => Assert.Equal(0.9 * 0.731059, Rate(new() { SlipRate = 0.1 }, 1), Within(0.66));

    [Fact]
    public void Guesses_replace_a_share_of_the_answers_of_those_who_guess() =>
        Assert.Equal((0.6 * 0.880797) + (0.4 * 0.25), Rate(new() { GuessingShare = 1 }, 2), Within(0.63));

    [Fact]
    public void Only_a_share_of_the_people_guess()
    {
        var process = new AnswerProcess { GuessingShare = 0.15 };
        var people = new SimulationScenario { Answers = process, Design = new BroadForm(1), Persons = N }.Simulate().People;
        Assert.Equal(0.15, people.Average(p => p.IsGuessing ? 1.0 : 0), Within(0.15));
    }

    [Fact]
    public void Guesses_recognised_are_not_scored()
    {
        // 40 % of the answers leave the prior (0.5 here by convention), the others follow the model.
        Assert.Equal((0.6 * 0.880797) + (0.4 * 0.5), Rate(new() { GuessingShare = 1 }, 2, moderated: true), Within(0.6));
    }

    [Fact]
    public void A_biased_item_is_harder_for_the_focal_group_alone()
    {
        var process = new AnswerProcess { FocalShare = 0.5, DifShare = 1, DifSize = 0.64 };
        Assert.Equal(1 / (1 + Math.Exp(0.64)), Rate(process, 0, p => p.IsFocal), Math.Sqrt(2) * Within(0.35));
        Assert.Equal(0.5, Rate(process, 0, p => !p.IsFocal), Math.Sqrt(2) * Within(0.5));
    }

    [Fact]
    public void A_testlet_flattens_the_curve_as_its_variance_says()
    {
        // The curve averaged over N(0, 1), by a plain sum of many points.
        var sum = Enumerable.Range(-800, 1601).Select(i => i / 100.0).Sum(x => 0.01 * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) / (1 + Math.Exp(-(2 + x))));
        Assert.Equal(sum, Rate(new() { TestletVariance = 1 }, 2), Within(sum));
    }

    [Fact]
    public void Answers_of_one_testlet_agree_more_than_those_of_two()
    {
        var bank = new ItemBank("four", Enumerable.Range(0, 4).Select(i => new BankItem($"{i}", LogisticItem.Rasch(0)) { Area = $"area{i / 2}" }));
        var scenario = new SimulationScenario { Abilities = new NormalAbilities(0, 1e-9), Bank = new FixedBank(bank), Answers = new() { TestletVariance = 4 }, Design = new BroadForm(4) };
        var simulated = new SimulatedBank(bank, null, 0, RandomStream.Of(1));
        var scores = Enumerable.Range(0, 4000).Select(person =>
        {
            var traits = new SimulatedTraits(scenario, 2, RandomStream.Of(1, person));
            var sitting = new Sitting(simulated, scenario, traits, RandomStream.Of(2, person).Next());
            return Enumerable.Range(0, 4).Select(i => sitting.Answer(i)!.Value).ToArray();
        }).ToArray();
        Assert.InRange(scores.Average(s => s[0] == s[1] ? 1.0 : 0), 0.62, 0.75);
        Assert.Equal(0.5, scores.Average(s => s[1] == s[2] ? 1.0 : 0), 4 * 0.5 / Math.Sqrt(4000));
    }

    [Fact]
    public void People_who_leave_do_so_evenly_over_the_items()
    {
        var result = new SimulationScenario { Answers = new() { AbandonShare = 0.5, AbandonBy = 20 }, Design = new BroadForm(10), Persons = N }.Simulate();
        // Half of the people leave; of them one in twenty after each number of items, the others are done by then.
        Assert.Equal((0.5 * 10) + (0.5 * ((45 / 20.0) + (11 / 20.0 * 10))), result.MeanLength!.Value, 4 * 2.5 / Math.Sqrt(N));
        Assert.Equal(0.025, result.People.Average(p => p.Asked.Length == 3 ? 1.0 : 0), Within(0.025));
    }

    [Fact]
    public void An_answer_does_not_depend_on_what_was_asked_before()
    {
        var scenario = new SimulationScenario { Design = new BroadForm(1) };
        var bank = new SimulatedBank(new RandomBank().Draw(1), null, 0, RandomStream.Of(1));
        Sitting Sit() => new(bank, scenario, new(scenario, 0, RandomStream.Of(1, 1)), 5);
        var forward = Enumerable.Range(0, 90).Select(Sit().Answer).ToArray();
        var backward = Enumerable.Range(0, 90).Reverse().Select(Sit().Answer).Reverse().ToArray();
        Assert.Equal(forward, backward);
    }
}
