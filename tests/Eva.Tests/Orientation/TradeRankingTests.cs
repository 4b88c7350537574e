using Beffroi.Eva.Orientation;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Orientation;

public sealed class TradeRankingTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Trades_that_nothing_tells_apart_have_the_same_rank_in_alphabetical_order_whatever_the_order_given()
    {
        Trade[] trades = [Make("F1703", "Maçonnerie"), Make("F1608", "Carrelage"), Make("F1607", "Étanchéité", TransversalCompetence.Rapidite), Make("A1201", "Élagage")];

        var ranked = TradeRanking.Of(trades, Query());
        var backwards = TradeRanking.Of(trades.Reverse(), Query());

        Assert.Equal([(1, true), (1, true), (1, true), (1, true)], ranked.Select(f => (f.Rank, f.Tied)));
        Assert.Equal(["Carrelage", "Élagage", "Étanchéité", "Maçonnerie"], ranked.Select(f => f.Trade.Label));
        Assert.Equal(ranked.Select(f => f.Trade.Rome), backwards.Select(f => f.Trade.Rome));
    }

    [Fact]
    public void What_the_person_said_comes_first_then_her_strengths_then_a_high_tension()
    {
        var trades = new[]
        {
            Make("A1201", "De nuit", [TransversalCompetence.ComparaisonTri], TradeConstraint.Nuit),
            Make("A1202", "Point fort", [TransversalCompetence.ComparaisonTri]),
            Make("A1203", "Tension"),
            Make("A1204", "Rien"),
            Make("A1205", "Rien non plus"),
        };

        var ranked = TradeRanking.Of(trades, Query(Strong(TransversalCompetence.ComparaisonTri)) with { Constraints = [LifeConstraint.SansNuit], Tension = Tension(Today, "A1203", 0.5) });

        Assert.Equal([("Point fort", 1), ("Tension", 2), ("Rien", 3), ("Rien non plus", 3), ("De nuit", 5)], ranked.Select(f => (f.Trade.Label, f.Rank)));
        Assert.Equal("Ce que la personne a dit\u00A0: le travail de nuit revient souvent.", Assert.Single(ranked[^1].Against));
        Assert.Contains("48 bonbons", Assert.Single(ranked[0].For), StringComparison.Ordinal);
    }

    [Fact]
    public void A_low_speed_ranks_nothing_down_and_a_high_one_says_that_it_is_a_time()
    {
        Trade[] trades = [Make("A1201", "Rapide", TransversalCompetence.Rapidite), Make("A1202", "Autre")];

        Assert.All(TradeRanking.Of(trades, Query()), f => Assert.Equal(1, f.Rank));
        var lifted = TradeRanking.Of(trades, Query(new StrongPoint(TransversalCompetence.Rapidite, 4, [new(TransversalCompetence.Rapidite, "tri", 4, IsTime: true, "magasin : 2 min")])));
        Assert.Equal("Rapide", lifted[0].Trade.Label);
        Assert.Contains("C’est un temps, observé une fois", lifted[0].For[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-11-23", true)]
    [InlineData("2025-11-22", false)]
    public void Figures_rank_up_to_the_same_day_one_year_later(string measured, bool ranks)
    {
        var tension = Tension(DateOnly.Parse(measured, System.Globalization.CultureInfo.InvariantCulture), "A1202", 0.9);

        var ranked = TradeRanking.Of([Make("A1201", "A"), Make("A1202", "B")], Query() with { Tension = tension });

        Assert.Equal(ranks ? ["B", "A"] : ["A", "B"], ranked.Select(f => f.Trade.Label));
        Assert.Equal(ranks, tension.Warning(Today) is null);
        Assert.Equal(ranks, ranked.Any(f => f.For.Any(r => r.Contains("recrutent difficilement", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(0.49, null, false)]
    [InlineData(0.50, null, true)]
    [InlineData(null, 3, false)]
    [InlineData(null, 4, true)]
    public void A_tension_is_high_from_a_majority_of_recruitments_or_from_class_4(double? share, int? level, bool high) => Assert.Equal(high, new TensionLine(share, level, "x").IsHigh);

    [Fact]
    public void Low_or_unknown_tension_ranks_alike()
    {
        var ranked = TradeRanking.Of([Make("A1201", "Basse"), Make("A1202", "Inconnue")], Query() with { Tension = Tension(Today, "A1201", 0.1) });

        Assert.All(ranked, f => Assert.Equal(1, f.Rank));
    }

    [Fact]
    public void A_trade_below_its_minimum_stays_with_the_gap_said_and_one_that_is_not_known_is_to_be_checked()
    {
        var query = Query() with { Base = new(Domain(BaseDomain.Litteratie, BaseState.Intermediaire, 0.1, 0.5, 0.3, 0.1), new(BaseDomain.Numeratie, BaseState.NonMesure, "Rien.")) };
        var trades = new[]
        {
            Make("A1201", "Facile") with { Minimum = new(Cefr.A1, Cenf.PreX1) },
            Make("A1202", "Plus haut") with { Minimum = new(Cefr.A2, Cenf.PreX1) },
            Make("A1203", "Calcul") with { Minimum = new(Cefr.PreA1, Cenf.X1) },
        };

        var ranked = TradeRanking.Of(trades, query);

        Assert.Equal([("Facile", Reach.Ouvert), ("Calcul", Reach.AVerifier), ("Plus haut", Reach.AvecFormation)], ranked.Select(f => (f.Trade.Label, f.Reach)));
        Assert.All(ranked, f => Assert.Equal(1, f.Rank));
        Assert.Contains("le niveau A2 en français", Assert.Single(ranked[2].Against), StringComparison.Ordinal);
        Assert.Contains("n’est pas connu", Assert.Single(ranked[1].Against), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_trade_that_we_ship_is_in_the_ROME_and_is_shown_to_everybody()
    {
        Assert.All(Trades.Current.All, t => Assert.Equal(Rome.Label(t.Rome), t.Label));
        Assert.Equal(Trades.Current.All.Count, TradeRanking.Of(Trades.Current.All, Query() with { Constraints = Enum.GetValues<LifeConstraint>() }).Count);
    }

    static TradeQuery Query(params StrongPoint[] strengths) => new()
    {
        Base = new(Domain(BaseDomain.Litteratie, BaseState.Solide, 0, 0, 0.1, 0.9), Domain(BaseDomain.Numeratie, BaseState.Solide, 0, 0, 0.1, 0.9)),
        Strengths = strengths, Constraints = [], Tension = null, Today = Today,
    };

    static DomainBase Domain(BaseDomain domain, BaseState state, params double[] levels) =>
        new(domain, state, "", new() { Value = 0, Anlci = Anlci.Profile3, Items = 20, Cefr = Cefr.A1, FrameworkProbabilities = [.. levels.Select((p, i) => new LevelProbability($"{i}", p))] });

    static StrongPoint Strong(TransversalCompetence competence) => new(competence, 4, [new(competence, "tri", 4, IsTime: false, "magasin : 48 bonbons à leur place sur 48")]);

    static TensionView Tension(DateOnly measured, string rome, double share) => new() { Source = "Essai", MeasuredOn = measured, Territory = "59", Lines = new Dictionary<string, TensionLine>(StringComparer.Ordinal) { [rome] = new(share, null, "Famille") } };

    static Trade Make(string rome, string label, params TransversalCompetence[] competences) => Make(rome, label, competences, []);

    static Trade Make(string rome, string label, TransversalCompetence[] competences, params TradeConstraint[] constraints) => new()
    {
        Rome = rome, Label = label, Competences = competences, Minimum = new(Cefr.PreA1, Cenf.PreX1), Constraints = constraints, Access = TradeAccess.Direct, Note = "",
    };
}
