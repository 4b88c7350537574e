using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring;

public sealed class ValidityTests
{
    [Fact]
    public void An_ordinary_play_raises_no_flag() => Assert.Empty(Play.Beffroi(Play.Each((_, _, n) => n * 2 / 3, 26, 23, (_, _) => 12, 1.2)).Flags);

    [Theory]
    [InlineData(2.49, 1)]
    [InlineData(2.5, 0)]
    public void A_question_answered_before_it_could_be_read_does_not_count(double seconds, int dropped)
    {
        var evaluation = Changed(Play.AllRight(10, 1), Skill.Ccf, 1, a => a with { Correct = false, Seconds = seconds });
        Assert.Equal(83 - 3 - dropped, Play.Beffroi(evaluation).Litteratie!.Items);
    }

    [Theory]
    [InlineData(3, false, false)]
    [InlineData(4, true, false)]
    [InlineData(7, true, false)]
    [InlineData(8, true, true)]
    public void Haste_is_said_under_ninety_per_cent_of_effort_and_voids_under_seventy_five(int rapid, bool said, bool voided)
    {
        // Of 31 questions: 28 read is 90.3 %, 27 is 87.1 %, 24 is 77.4 %, 23 is 74.2 %.
        var score = Play.Beffroi(Changed(Play.AllRight(10, 1), null, rapid, a => a with { Seconds = 1 }));
        Assert.Equal(said, score.Flags.Contains(new(FlagCode.ReponsesRapides, "questions", rapid, 31)));
        Assert.Equal(!voided, score.Interpretable);
        Assert.Equal(voided ? null : Synthesis.SocleClea, score.Synthesis);
    }

    [Fact]
    public void A_quick_i_do_not_know_is_an_answer()
    {
        var score = Play.Beffroi(Play.AllWrong(1, 1, Situation.Livraison).With(a => a with { DontKnow = true }));
        Assert.Equal(Synthesis.IllettrismePotentiel, score.Synthesis);
        Assert.Contains(new Flag(FlagCode.Abstentions, "questions", 19, 19), score.Flags);
        Assert.True(score.Interpretable);
    }

    [Fact]
    public void A_text_that_was_spoken_leaves_reading_and_a_calculation_stays()
    {
        var aided = Play.AllRight(10, 1, Situation.Livraison).With(a => a with { Accommodated = a.Skill != Skill.SyntaxeOrthographe });
        var score = Play.Beffroi(aided);
        Assert.Equal((7, 3), (score.Litteratie!.Items, score.Numeratie!.Items));
        Assert.Contains(new Flag(FlagCode.LectureAidee, "litteratie", 9), score.Flags);
        Assert.Equal(7, Play.Historique(aided).Litteratie!.Items);
    }

    [Fact]
    public void Always_the_same_answer_to_words_is_said()
    {
        var score = Play.Beffroi(Play.Each((_, _, n) => n, 28, 0, (_, _) => 10, 1));
        Assert.Contains(score.Flags, f => f.Code == FlagCode.MotifDeReponse);
    }

    [Fact]
    public void Words_and_non_words_in_turn_all_right_are_no_pattern()
    {
        ScoredAnswer[] inTurn = [.. Play.Words(28, true, 1).Zip(Play.Words(28, false, 1), (w, n) => new[] { w, n }).SelectMany(pair => pair)];
        Assert.Equal(["lexique_seul:litteratie"], Play.Beffroi(new([new(Situation.Maintenance, true, inTurn)])).Flags.Select(f => f.Technical));
    }

    [Theory]
    [InlineData(34, true)]
    [InlineData(35, false)]
    public void Words_are_at_chance_while_coins_do_as_well_one_time_in_twenty(int right, bool said)
    {
        // Binomial(56, 1/2): P(X >= 34) = 0.070, P(X >= 35) = 0.041.
        var score = Play.Beffroi(Play.Each((_, _, n) => n, Math.Min(right, 28), Math.Max(0, right - 28), (_, _) => 10, 1));
        Assert.Equal(said, score.Flags.Any(f => f.Code == FlagCode.LexiqueAuHasard));
    }

    [Fact]
    public void A_long_pause_is_said_and_changes_nothing_else()
    {
        var (quiet, paused) = (Play.AllRight(10, 1), Changed(Play.AllRight(10, 1), Skill.Ccf, 1, a => a with { Seconds = 301 }));
        Assert.Equal([new Flag(FlagCode.PauseLongue, "questions", 1)], Play.Beffroi(paused).Flags);
        Assert.Equal(Play.Beffroi(quiet).Litteratie!.Value, Play.Beffroi(paused).Litteratie!.Value);
    }

    [Fact]
    public void Passing_hard_items_and_failing_easy_ones_is_said()
    {
        var at = 0;
        var odd = Play.AllRight(10, 1, Situation.Livraison).With(a => a.Skill == Skill.Numeratie ? a : a with
        {
            Item = new() { Difficulty = -2 + (4 * (at / 15.0)), LogDiscrimination = 0.5 },
            Correct = at++ >= 8,
        });
        Assert.Contains(new Flag(FlagCode.ReponsesInattendues, "litteratie"), Play.Beffroi(odd).Flags);
    }

    [Fact]
    public void A_situation_left_early_is_said_and_never_the_socle()
    {
        var early = new PlayedEvaluation([.. Play.AllRight(10, 1).Situations.Select(s => new ScoredSituation(s.Situation, s.Situation != Situation.Livraison, s.Answers))]);
        Assert.Equal(Synthesis.NiNi, Play.Beffroi(early).Synthesis);
        Assert.Equal([new Flag(FlagCode.SituationInachevee, "livraison")], Play.Beffroi(early).Flags);
    }

    [Fact]
    public void Two_questions_are_too_few_for_a_scale()
    {
        var score = Play.Beffroi(new([new(Situation.Livraison, true, [.. Play.Answers(Situation.Livraison, Skill.Ccf, 2, 2, 10)])]));
        Assert.Null(score.Litteratie);
        Assert.Null(score.Synthesis);
        Assert.Equal([new Flag(FlagCode.TropPeuDeReponses, "litteratie", 2)], score.Flags);
    }

    [Fact]
    public void Words_alone_situate_and_do_not_decide()
    {
        var score = Play.Beffroi(Play.AllWrong(10, 1, Situation.Maintenance));
        Assert.NotNull(score.Litteratie);
        Assert.Null(score.Synthesis);
    }

    [Fact]
    public void Nothing_played_gives_nothing()
    {
        var score = Play.Beffroi(new([]));
        Assert.Equal((null, null, null), (score.Litteratie, score.Numeratie, score.Synthesis));
        Assert.False(score.Calibrated);
    }

    [Fact]
    public void Every_flag_has_its_sentence() => Assert.All(Enum.GetValues<FlagCode>(), code =>
    {
        var sentence = FlagSentence.French(new(code, "litteratie", 3, 9));
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("illettré", sentence, StringComparison.OrdinalIgnoreCase);
    });

    static PlayedEvaluation Changed(PlayedEvaluation evaluation, Skill? skill, int count, Func<ScoredAnswer, ScoredAnswer> change)
    {
        var left = count;
        return evaluation.With(a => a.IsWord is null && (skill is null || a.Skill == skill) && left-- > 0 ? change(a) : a);
    }
}
