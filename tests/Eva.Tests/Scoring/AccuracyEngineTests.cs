using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;
using CsCheck;

namespace Beffroi.Eva.Tests.Scoring;

public sealed class AccuracyEngineTests
{
    /// <summary>Every set of situations that somebody can have played.</summary>
    static readonly Gen<Situation[]> Played = Gen.Int[1, 7].Select(mask => Play.Everything.Where((_, i) => (mask & (1 << i)) != 0).ToArray());

    [Fact]
    public void All_right_however_slowly_is_never_potential_illiteracy() =>
        Gen.Select(Played, Gen.Double[3, 300], Gen.Double[0.3, 60]).Sample((situations, seconds, wordSeconds) =>
        {
            var score = Play.Beffroi(Play.AllRight(seconds, wordSeconds, situations));
            Assert.NotEqual(Synthesis.IllettrismePotentiel, score.Synthesis);
            Assert.True(score.Litteratie!.FrameworkProbabilities![0].Probability < 0.02);
        });

    [Theory]
    [InlineData(8, 1)]
    [InlineData(50, 3)]
    [InlineData(125, 5)]
    public void All_right_is_the_socle_at_any_readable_pace(double seconds, double wordSeconds)
    {
        Assert.Equal(Synthesis.SocleClea, Play.Beffroi(Play.AllRight(seconds, wordSeconds)).Synthesis);
        Assert.Equal(Synthesis.SocleClea, Play.Beffroi(Play.AllRight(seconds, wordSeconds, Play.FirstParcours)).Synthesis);
    }

    [Fact]
    public void Random_answers_are_never_the_socle_at_any_pace() =>
        Gen.Select(Gen.Int, Played, Gen.Double[0.2, 60], Gen.Double[0.1, 5]).Sample(
            (seed, situations, seconds, wordSeconds) =>
                Assert.NotEqual(Synthesis.SocleClea, Play.Beffroi(Play.AtRandom(new Random(seed), seconds, wordSeconds, situations)).Synthesis),
            iter: 400);

    [Fact]
    public void The_published_vector_of_random_clicks_cannot_be_interpreted()
    {
        var score = Play.Beffroi(Play.RandomClicks());
        Assert.Null(score.Synthesis);
        Assert.False(score.Interpretable);
        Assert.Contains(score.Flags, f => f == new Flag(FlagCode.ReponsesRapides, "questions", 31, 31));
        Assert.Contains(score.Flags, f => f == new Flag(FlagCode.LexiqueAuHasard, "lexique", 28, 56));
    }

    [Fact]
    public void All_right_clicked_through_faster_than_reading_is_not_the_socle() =>
        Assert.Null(Play.Beffroi(Play.AllRight(1, 0.2)).Synthesis);

    [Theory]
    [InlineData(Situation.Livraison)]
    [InlineData(Situation.Livraison, Situation.Maintenance)]
    [InlineData(Situation.Livraison, Situation.Maintenance, Situation.ObjetsTrouves)]
    public void All_wrong_is_potential_illiteracy(params Situation[] situations)
    {
        var score = Play.Beffroi(Play.AllWrong(20, 2, situations));
        Assert.Equal(Synthesis.IllettrismePotentiel, score.Synthesis);
        Assert.Equal((Cefr.PreA1, Anlci.Profile1), (score.Litteratie!.Cefr, score.Litteratie.Anlci));
    }

    [Fact]
    public void Time_has_no_part_in_the_ability_once_the_question_could_be_read() =>
        Gen.Select(Gen.Int, Gen.Double[3, 2000], Gen.Double[0.3, 500]).Sample((seed, seconds, wordSeconds) =>
        {
            var drawn = Play.AtRandom(new Random(seed), 10, 1);
            var slower = drawn.With(a => a with { Seconds = a.IsWord is null ? seconds : wordSeconds });
            var (one, other) = (Play.Beffroi(drawn), Play.Beffroi(slower));
            Assert.Equal((one.Litteratie!.Value, one.Numeratie!.Value, one.Synthesis), (other.Litteratie!.Value, other.Numeratie!.Value, other.Synthesis));
        });

    [Fact]
    public void One_more_right_answer_raises_its_scale_and_lowers_no_level() =>
        Gen.Select(Gen.Int, Gen.Int[0, 86]).Sample((seed, at) =>
        {
            var drawn = Play.AtRandom(new Random(seed), 10, 1);
            var target = drawn.Situations.SelectMany(s => s.Answers).ElementAt(at);
            PlayedEvaluation With(bool correct) => drawn.With(a => ReferenceEquals(a, target) ? a with { Correct = correct } : a);
            var (worse, better) = (Play.Beffroi(With(false)), Play.Beffroi(With(true)));
            var numeracy = target.Skill == Skill.Numeratie;
            var (low, high) = numeracy ? (worse.Numeratie!, better.Numeratie!) : (worse.Litteratie!, better.Litteratie!);
            Assert.True(high.Value > low.Value && high.Anlci >= low.Anlci);
            Assert.Equal(numeracy ? worse.Litteratie!.Value : worse.Numeratie!.Value, numeracy ? better.Litteratie!.Value : better.Numeratie!.Value);
        });

    [Fact]
    public void Each_level_comes_with_its_error_its_interval_and_probabilities()
    {
        var scale = Play.Beffroi(Play.HalfRightFast()).Litteratie!;
        Assert.InRange(scale.StandardError!.Value, 0.2, 1);
        Assert.InRange(scale.Value, scale.Interval!.Low, scale.Interval.High);
        Assert.Equal(["pre_A1", "A1", "A2", "B1"], scale.FrameworkProbabilities!.Select(p => p.Level));
        Assert.Equal(["1", "2", "3", "4", "4+", "4++"], scale.AnlciProbabilities!.Select(p => p.Level));
    }

    [Fact]
    public void The_error_covers_people_drawn_with_other_items_than_expected()
    {
        // People and items drawn from what the norms say; the 95 % interval must hold the true ability about 95 times in 100.
        var (norms, chance) = (BeffroiNorms.Expert2026, new Random(7));
        var inside = Enumerable.Range(0, 400).Count(_ =>
        {
            var ability = Normal(chance);
            var drawn = Play.AllWrong(10, 1, Play.FirstParcours);
            var effects = new Dictionary<(Skill, bool), double>();
            var scale = Play.Beffroi(drawn.With(a =>
            {
                var item = norms.ParametersOf(a);
                var lexical = a.IsWord is not null;
                effects.TryAdd((a.Skill, lexical), Math.Sqrt(lexical ? norms.LexicalVariance : norms.QuestionVariance) * Normal(chance));
                var slope = Math.Exp(item.LogDiscrimination + (item.LogDiscriminationSd * Normal(chance)));
                var place = item.Difficulty + (item.DifficultySd * Normal(chance));
                return a with { Correct = chance.NextDouble() < LogisticItem.ThreeParameter(slope, place, item.LowerAsymptote).Probability(ability + effects[(a.Skill, lexical)], 1) };
            })).Litteratie!;
            return scale.Interval!.Low <= ability && ability <= scale.Interval.High;
        });
        // 380 expected, binomial standard deviation 4.4.
        Assert.InRange(inside, 366, 394);
    }

    [Fact]
    public void Fifty_six_words_weigh_less_than_the_sixteen_questions_of_the_delivery_round()
    {
        var words = Play.Beffroi(Play.AllRight(10, 1, Situation.Maintenance)).Litteratie!;
        var questions = Play.Beffroi(Play.AllRight(10, 1, Situation.Livraison)).Litteratie!;
        Assert.True(words.StandardError > questions.StandardError);
        // The shared effect of variance 1 and the prior bound what words can tell: posterior SD at least √(1/2).
        Assert.True(words.StandardError > Math.Sqrt(0.5));
    }

    [Fact]
    public void A_calibrated_item_leaves_a_smaller_error_than_the_same_item_guessed_by_experts()
    {
        Score With(double sd) => Play.Beffroi(Play.Each((_, _, n) => n / 2, 20, 20, (_, _) => 10, 1).With(a => a with
        {
            Item = new UncertainItem { Difficulty = -0.8, DifficultySd = sd, LogDiscrimination = 0.18, LogDiscriminationSd = sd / 2, LowerAsymptote = a.IsWord is null ? 0 : 0.5 },
            Calibrated = sd < 0.1,
        }));
        var (calibrated, guessed) = (With(0.05), With(0.6));
        Assert.True(calibrated.Litteratie!.StandardError < guessed.Litteratie!.StandardError);
        Assert.True(calibrated.Numeratie!.StandardError < guessed.Numeratie!.StandardError);
        Assert.Equal((true, false), (calibrated.Calibrated, guessed.Calibrated));
    }

    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
