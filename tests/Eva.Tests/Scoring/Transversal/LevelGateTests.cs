using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Our engine shows a level with two games, eight acts and a known reliability of .70 at least, and never from a time.</summary>
public sealed class LevelGateTests
{
    [Theory]
    [InlineData(2, 8, 0.70, null)]
    [InlineData(1, 100, 0.99, "un_seul_jeu")]
    [InlineData(0, 0, null, "un_seul_jeu")]
    [InlineData(2, 7, 0.99, "peu_d_indices")]
    [InlineData(2, 8, 0.699, "fidelite_faible")]
    [InlineData(2, 8, null, "fidelite_inconnue")]
    [InlineData(4, 100, 1.0, null)]
    public void Each_bound_opens_and_shuts(int games, int indicators, double? reliability, string? against) =>
        Assert.Equal(against, LevelGate.Against(games, indicators, reliability) is { } why ? TechnicalName.Of(why) : null);

    [Fact]
    public void While_nobody_has_measured_a_reliability_there_are_observations_only()
    {
        var ours = TransversalScoring.Beffroi(Findings(4), Norms.Current.Beffroi, TransversalScoring.KnownReliabilities);

        Assert.All(ours.Competences, c => Assert.Equal((null, null, true), (c.Mean, c.Step, c.Withheld is not null)));
        Assert.Equal(Withheld.UnknownReliability, ours.Of(TransversalCompetence.ComparaisonTri).Withheld);
    }

    [Fact]
    public void Even_where_every_reliability_is_perfect_no_level_rests_on_time()
    {
        var perfect = Enum.GetValues<TransversalCompetence>().ToDictionary(c => c, _ => 1.0);

        var (fast, slow) = (TransversalScoring.Beffroi(Findings(4), Norms.Current.Beffroi, perfect), TransversalScoring.Beffroi(Findings(1), Norms.Current.Beffroi, perfect));

        Assert.Equal(fast.Competences.Select(c => (c.Mean, c.Step, c.Withheld)), slow.Competences.Select(c => (c.Mean, c.Step, c.Withheld)));
        Assert.Equal((3.5, 2, null), (fast.Of(TransversalCompetence.ComparaisonTri).Mean, fast.Of(TransversalCompetence.ComparaisonTri).Step, fast.Of(TransversalCompetence.ComparaisonTri).Withheld));
        Assert.Equal(Withheld.RestsOnTime, fast.Of(TransversalCompetence.Rapidite).Withheld);
        Assert.Equal(Withheld.FewGames, fast.Of(TransversalCompetence.AttentionConcentration).Withheld);
        Assert.Equal(Withheld.NotObserved, fast.Of(TransversalCompetence.VigilanceControle).Withheld);
    }

    [Fact]
    public void The_published_reading_of_the_same_findings_does_count_time()
    {
        Assert.Equal((4.0, 3), Shown(TransversalScoring.Historique(Findings(4), Norms.Current.Historique), TransversalCompetence.Rapidite));
        Assert.Equal((1.0, 1), Shown(TransversalScoring.Historique(Findings(1), Norms.Current.Historique), TransversalCompetence.Rapidite));
        Assert.Equal((2.5, 2), Shown(TransversalScoring.Historique(Findings(1), Norms.Current.Historique), TransversalCompetence.AttentionConcentration));
    }

    [Fact]
    public void A_stored_score_gives_back_the_same_figures()
    {
        var ours = TransversalScoring.Historique(Findings(2), Norms.Current.Historique);
        Assert.Equal(ours.ToJson(), TransversalScore.FromJson(ours.ToJson()).ToJson());
    }

    static (double?, int?) Shown(TransversalScore score, TransversalCompetence competence) => (score.Of(competence).Mean, score.Of(competence).Step);

    /// <param name="timed">The level of whatever rests on time.</param>
    static IReadOnlyList<TransversalFinding> Findings(int timed) =>
    [
        Finding("tri", TransversalCompetence.Rapidite, timed, onTime: true, 48),
        Finding("controle", TransversalCompetence.Rapidite, timed, onTime: true, 60),
        Finding("tri", TransversalCompetence.ComparaisonTri, 3, onTime: false, 48),
        Finding("controle", TransversalCompetence.ComparaisonTri, 4, onTime: false, 60),
        Finding("controle", TransversalCompetence.AttentionConcentration, 4, onTime: false, 60),
        Finding("securite", TransversalCompetence.AttentionConcentration, timed, onTime: true, 5),
    ];

    static TransversalFinding Finding(string situation, TransversalCompetence competence, int level, bool onTime, int indicators) =>
        new() { Situation = situation, Competence = competence, Level = level, RestsOnTime = onTime, Indicators = indicators, Observations = [] };
}
