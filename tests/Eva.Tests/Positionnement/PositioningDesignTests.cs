using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>What the adaptive design promises, on people made up with a known ability and items that are not quite what the experts said.</summary>
public sealed class PositioningDesignTests
{
    const int People = 400;

    static readonly PositioningBank Cafe = PositioningBank.Current(CafeCodebook.Situation);

    [Fact]
    public void The_flatter_curve_is_that_of_an_item_whose_difficulty_is_guessed()
    {
        // log a ~ N(0.18, 0.30) and b ~ N(0, 0.6), integrated by the library.
        var uncertain = new UncertainItem { Difficulty = 0, DifficultySd = 0.6, LogDiscrimination = 0.18, LogDiscriminationSd = 0.30 };
        var flat = LogisticItem.TwoParameter(PositioningDesign.Discrimination, 0);
        Assert.All(Enumerable.Range(-6, 13), x => Assert.InRange(Math.Abs(uncertain.Probability(x / 2.0, 1) - flat.Probability(x / 2.0, 1)), 0, 0.02));
    }

    [Fact]
    public void A_dictated_word_is_right_one_time_in_two_at_its_difficulty()
    {
        var word = Cafe.Items.First(i => i.Dictation is not null);
        Assert.Equal(0.5, PositioningDesign.ModelOf(word).Probability(word.Difficulty, 2), 0.01);
    }

    [Theory]
    [InlineData(CafeCodebook.Situation)]
    [InlineData(MarcheCodebook.Situation)]
    public void It_finds_people_within_its_own_error(string situation)
    {
        var bank = PositioningBank.Current(situation);
        var test = PositioningDesign.Of(bank).Build();
        var (squares, inside, asked, below, right) = (0.0, 0, 0, 0, 0);
        for (var person = 0; person < People; person++)
        {
            var chance = new Random(person);
            var (ability, seed) = (Normal(chance), chance.Next());
            var session = test.Start((ulong)seed);
            while (session.Next() is { } item)
            {
                session.Answer(item.Id, Answer(bank.Get(item.Id), ability, chance));
            }

            var (low, high) = session.Posterior().Interval();
            squares += (session.Ability - ability) * (session.Ability - ability);
            inside += ability >= low && ability <= high ? 1 : 0;
            asked += session.Answered;
            // Easily told apart: a person far from the cut of the lowest level.
            if (Math.Abs(ability + 1.6) > 0.6)
            {
                below++;
                right += session.Ability < -1.6 == ability < -1.6 ? 1 : 0;
            }
        }

        var said = FormattableString.Invariant($"{situation}: RMSE {Math.Sqrt(squares / People):0.000}, coverage {(double)inside / People:0.000}, items {(double)asked / People:0.0}, low level {(double)right / below:0.000}");
        TestContext.Current.SendDiagnosticMessage(said);
        Assert.True(Math.Sqrt(squares / People) < 0.50, said);
        Assert.True(inside >= 0.91 * People, said);
        Assert.True(right >= 0.96 * below, said);
    }

    // The item’s own truth around the experts’ guess: one bank, the same for everybody.
    static int Answer(Bank.BankItem item, double ability, Random chance)
    {
        var truth = new Random(item.Id.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)));
        var (a, b) = (Math.Exp(0.18 + (0.30 * Normal(truth))), item.Difficulty + (0.6 * Normal(truth)));
        ItemModel model = item.Dictation is null ? LogisticItem.TwoParameter(a, b) : new PartialCreditItem(a, [b - 1.2, b - 0.2]);
        var (draw, score) = (chance.NextDouble(), 0);
        for (var sum = model.Probability(ability, 0); draw >= sum && score < model.MaxScore; sum += model.Probability(ability, score))
        {
            score++;
        }

        return score;
    }

    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
