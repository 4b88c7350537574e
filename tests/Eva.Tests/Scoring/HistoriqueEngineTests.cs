using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring;

/// <summary>The worked vectors of the published rules, computed apart from this code.</summary>
public sealed class HistoriqueEngineTests
{
    [Theory]
    [InlineData(8, 1.0, 3.194167, 8.688, "B1", "Y1", "4++", "4++")]
    [InlineData(13, 1.35, -0.074314, 4.481, "B1", "Y1", "4++", "4++")]
    [InlineData(20, 1.5, -1.771940, 2.125, "A1", "Y1", "4", "4++")]
    [InlineData(30, 2, -2.938975, 0.667, "A1", "Y1", "3", "4+")]
    [InlineData(40, 2.5, -3.516036, -0.062, "A1", "X2", "2", "4")]
    [InlineData(50, 3, -3.857704, -0.500, "pre_A1", "X2", "2", "3")]
    [InlineData(60, 4, -4.099802, -0.792, "pre_A1", "X2", "2", "3")]
    [InlineData(90, 4, -4.430876, -1.278, "pre_A1", "X1", "1", "2")]
    [InlineData(125, 5, -4.636390, -1.550, "pre_A1", "X1", "1", "2")]
    public void All_right_at_different_paces_gives_the_published_scores_and_levels(
        double seconds, double wordSeconds, double litteratie, double numeratie, string cefr, string cenf, string anlciReading, string anlciNumeracy) =>
        Check(Play.AllRight(seconds, wordSeconds), litteratie, numeratie, cefr, cenf, anlciReading, anlciNumeracy);

    [Fact]
    public void All_wrong_is_the_floor() => Check(Play.AllWrong(20, 2), -5.148893, -2.25, "pre_A1", "pre_X1", "1", "1");

    [Fact]
    public void Half_right_and_fast_gives_the_published_scores() => Check(Play.HalfRightFast(), 1.317241, 4, "B1", "Y1", "4++", "4++");

    [Fact]
    public void Random_clicks_give_the_published_scores() => Check(Play.RandomClicks(), 3.601074, 10.25, "B1", "Y1", "4++", "4++");

    [Theory]
    [InlineData(8, 1.0, 3.616, 1.824, 1.268, 8.688)]
    [InlineData(20, 1.5, -1.232, -0.811, -0.932, 2.125)]
    [InlineData(50, 3, -3.366, -1.865, -1.811, -0.5)]
    public void Standard_scores_of_the_skills_are_those_published(double seconds, double wordSeconds, double ccf, double syntaxe, double memoire, double numeratie)
    {
        var score = Play.Historique(Play.AllRight(seconds, wordSeconds));
        Assert.Equal([ccf, syntaxe, memoire, numeratie], Skills(score), (expected, actual) => Math.Abs(expected - actual) < 0.0005001);
    }

    [Fact]
    public void Standard_scores_of_the_skills_at_the_floor_are_those_published() =>
        Assert.Equal([-4.594, -2.568, -2.398, -2.25], Skills(Play.Historique(Play.AllWrong(8, 1))), (expected, actual) => Math.Abs(expected - actual) < 0.0005001);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(Cefr.PreA1, null, Synthesis.IllettrismePotentiel)]
    [InlineData(null, Cenf.PreX1, Synthesis.IllettrismePotentiel)]
    [InlineData(Cefr.PreA1, Cenf.Y1, Synthesis.IllettrismePotentiel)]
    [InlineData(Cefr.B1, Cenf.PreX1, Synthesis.IllettrismePotentiel)]
    [InlineData(Cefr.B1, Cenf.Y1, Synthesis.SocleClea)]
    [InlineData(Cefr.B1, null, Synthesis.NiNi)]
    [InlineData(null, Cenf.Y1, Synthesis.NiNi)]
    [InlineData(Cefr.A1, Cenf.X1, Synthesis.NiNi)]
    [InlineData(Cefr.A2, Cenf.Y1, Synthesis.NiNi)]
    [InlineData(Cefr.B1, Cenf.X2, Synthesis.NiNi)]
    public void The_synthesis_follows_its_truth_table(Cefr? cefr, Cenf? cenf, Synthesis? expected) =>
        Assert.Equal(expected, HistoriqueEngine.Synthesise(cefr, cenf));

    [Fact]
    public void A_skill_without_any_answer_is_not_available_and_does_not_count_as_zero()
    {
        var score = Play.Historique(Play.AllRight(20, 1.5, Situation.Livraison));
        Assert.Equal([Skill.Ccf, Skill.SyntaxeOrthographe, Skill.Numeratie], score.StandardScores.Where(s => s.Situation is null).Select(s => s.Skill));
        // z3 of 9 right at 20 s is (0.45 - 0.71) / 0.23; level 2 (z3 - 0.16) / 0.61; syntax likewise; level 1 is their mean, standardised.
        var ccf = (((0.45 - 0.71) / 0.23) - 0.16) / 0.61;
        var syntaxe = (((0.35 - 0.49) / 0.24) - 0.09) / 0.83;
        Assert.Equal((((ccf + syntaxe) / 2) - 0.16) / 0.65, score.Litteratie!.Value, 12);
    }

    [Fact]
    public void Maintenance_alone_has_no_numeracy_and_no_more_than_neither()
    {
        var score = Play.Historique(Play.AllRight(8, 1, Situation.Maintenance));
        Assert.Null(score.Numeratie);
        Assert.Equal(Synthesis.NiNi, score.Synthesis);
    }

    [Fact]
    public void Right_answers_without_a_time_are_not_available_and_said_so()
    {
        var score = Play.Historique(new([new(Situation.Livraison, true, [.. Play.Answers(Situation.Livraison, Skill.Numeratie, 3, 3, null)])]));
        Assert.Null(score.Numeratie);
        Assert.Equal(["temps_inconnu:livraison"], score.Flags.Select(f => f.Technical));
    }

    [Fact]
    public void Right_answers_that_took_no_time_score_zero() =>
        Assert.Equal(-2.25, Play.Historique(new([new(Situation.Livraison, true, [.. Play.Answers(Situation.Livraison, Skill.Numeratie, 3, 3, 0)])])).Numeratie!.Value, 12);

    [Fact]
    public void The_time_of_wrong_answers_has_no_effect()
    {
        var fast = Play.Each((_, _, n) => n / 2, 14, 14, (_, _) => 10, 1);
        var slow = fast.With(a => a.Correct ? a : a with { Seconds = 500 });
        Assert.Equal(Play.Historique(fast).Litteratie, Play.Historique(slow).Litteratie);
    }

    static double[] Skills(Score score) =>
        [.. new[] { Skill.Ccf, Skill.SyntaxeOrthographe, Skill.Memorisation, Skill.Numeratie }.Select(skill => score.StandardScores.Single(s => s.Situation is null && s.Skill == skill).Z)];

    static void Check(PlayedEvaluation evaluation, double litteratie, double numeratie, string cefr, string cenf, string anlciReading, string anlciNumeracy)
    {
        var score = Play.Historique(evaluation);
        Assert.Equal(litteratie, score.Litteratie!.Value, 6e-7);
        Assert.Equal(numeratie, score.Numeratie!.Value, 6e-4);
        Assert.Equal((cefr, cenf), (score.Litteratie.FrameworkLevel, score.Numeratie.FrameworkLevel));
        Assert.Equal((anlciReading, anlciNumeracy), (TechnicalName.Of(score.Litteratie.Anlci), TechnicalName.Of(score.Numeratie.Anlci)));
        Assert.Null(score.Litteratie.StandardError);
    }
}
