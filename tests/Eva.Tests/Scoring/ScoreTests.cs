using Beffroi.Eva.Scoring;
using CsCheck;

namespace Beffroi.Eva.Tests.Scoring;

public sealed class ScoreTests
{
    [Fact]
    public void A_stored_score_comes_back_to_the_last_digit() =>
        Gen.Select(Gen.Int, Gen.Enum<EngineName>(), Gen.Double[0.5, 60]).Sample((seed, engine, seconds) =>
        {
            var score = Engine.Run(engine, Play.AtRandom(new Random(seed), seconds, 1), Norms.Current);
            var back = Score.FromJson(score.ToJson());
            Assert.Equal(score.ToJson(), back.ToJson());
            Assert.Equal((score.Litteratie?.Value, score.Litteratie?.Interval, score.Numeratie?.StandardError), (back.Litteratie?.Value, back.Litteratie?.Interval, back.Numeratie?.StandardError));
            Assert.Equal((score.Litteratie?.Anlci, score.Litteratie?.Cefr, score.Numeratie?.Cenf, score.Synthesis), (back.Litteratie?.Anlci, back.Litteratie?.Cefr, back.Numeratie?.Cenf, back.Synthesis));
            Assert.Equal(score.Flags, back.Flags);
            Assert.Equal(score.SubResults, back.SubResults);
            Assert.Equal(score.StandardScores, back.StandardScores);
        });

    [Fact]
    public void Computing_again_gives_the_same_text() =>
        Assert.All(Enum.GetValues<EngineName>(), engine => Assert.Equal(
            Engine.Run(engine, Play.HalfRightFast(), Norms.Current).ToJson(), Engine.Run(engine, Play.HalfRightFast(), Norms.Current).ToJson()));

    [Theory]
    [InlineData(EngineName.Historique, "historique-2020-11")]
    [InlineData(EngineName.Beffroi, "beffroi-expert-2026-11")]
    public void Each_result_names_its_engine_and_norms_which_can_be_found_again(EngineName engine, string norms)
    {
        var score = Engine.Run(engine, Play.HalfRightFast(), Norms.Current);
        Assert.Equal((engine, "1", norms), (score.Engine, score.EngineVersion, score.NormsVersion));
        Assert.NotNull(Norms.For(engine, norms));
        Assert.Null(Norms.For(engine, "another"));
        Assert.False(score.Calibrated);
    }

    [Fact]
    public void Sub_results_count_words_and_non_words_apart()
    {
        var maintenance = Play.Historique(Play.HalfRightFast()).SubResults.Where(s => s.Situation == Situation.Maintenance).ToArray();
        Assert.Equal([(true, 20, 28), (false, 18, 28)], maintenance.Select(s => (s.IsWord!.Value, s.Correct, s.Answered)));
        Assert.All(maintenance, s => Assert.Equal(0.9, s.MeanSeconds!.Value, 12));
    }

    [Fact]
    public void Technical_names_are_read_back_and_nothing_else_is() =>
        Assert.All(Enum.GetValues<Skill>(), skill =>
        {
            Assert.True(TechnicalName.TryParse<Skill>(TechnicalName.Of(skill), out var back));
            Assert.Equal(skill, back);
            Assert.False(TechnicalName.TryParse<Skill>(skill.ToString(), out _));
        });

    [Fact]
    public void Impossible_evaluations_cannot_be_built()
    {
        var answer = new ScoredAnswer { Situation = Situation.Livraison, Skill = Skill.Ccf, Correct = true };
        Assert.Throws<ArgumentException>(() => new ScoredSituation(Situation.ObjetsTrouves, true, [answer]));
        Assert.Throws<ArgumentException>(() => new ScoredSituation(Situation.Livraison, true, [answer with { IsWord = true }]));
        Assert.Throws<ArgumentException>(() => new PlayedEvaluation([new(Situation.Livraison, true, []), new(Situation.Livraison, true, [])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => answer with { Seconds = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => answer with { Seconds = double.NaN });
    }
}
