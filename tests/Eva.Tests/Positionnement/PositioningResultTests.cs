using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>Rows 15 to 18, 21 and 58: whole positionings played through the door, to the rows kept and the page read.</summary>
public sealed class PositioningResultTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_15_a_cafe_all_right_goes_high_and_reads_profile_4h_plus_plus(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var evaluation = await site.Played(await site.Position("positionnement_litteratie", "historique"), _ => true);

        Assert.Equal(["positionnement_beffroi", "positionnement_historique"], evaluation.Results.Select(r => r.Engine).Order(StringComparer.Ordinal));
        var profiles = evaluation.Kept(PositioningEngine.Historique);
        Assert.Equal((ProfilLitteratie.Profil4HPlusPlus, PositionnementSynthesis.SocleClea), (profiles.LitteratieProfile!.Profil, profiles.Synthesis));
        // 8 + 2 + 4 + 4 + 20, and the bonuses of the words.
        Assert.InRange(profiles.Points.Single(p => p.Part == "parcours_haut").Points, 38, 40);
        var ability = evaluation.Kept(PositioningEngine.Beffroi);
        Assert.Equal((Anlci.Profile4PlusPlus, 44), (ability.Litteratie!.Anlci, ability.Litteratie.Items));
        Assert.Null(ability.Numeratie);

        var page = await site.Restitution(evaluation);
        Assert.Contains("Profil 4h++", page.Text, StringComparison.Ordinal);
        Assert.Contains("Des bases solides", page.Text, StringComparison.Ordinal);
        Assert.Contains("Le calcul n’est pas mesuré ici", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_15_a_cafe_all_wrong_goes_low_and_reads_profile_1_with_its_three_parts()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var evaluation = await site.Played(await site.Position("positionnement_litteratie", "historique"), _ => false);

        var profiles = evaluation.Kept(PositioningEngine.Historique);
        Assert.Equal(
            new LitteratieProfile(ProfilLitteratie.Profil1, ProfilLitteratie.Profil1, ProfilLitteratie.Profil1, ProfilLitteratie.Profil1), profiles.LitteratieProfile);
        Assert.Equal(PositionnementSynthesis.IllettrismePotentiel, profiles.Synthesis);
        Assert.Equal(57, profiles.Skills.Sum(s => s.Asked));
        var page = await site.Restitution(evaluation);
        Assert.Contains("Une situation potentielle d’illettrisme", page.Text, StringComparison.Ordinal);
        Assert.Contains("lecture, profil 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_15_the_lowest_of_the_three_parts_makes_the_low_profile()
    {
        await using var site = await SiteUnderTest.WithWorld();
        // Orientation 9 of 12: low. Reading whole (14 + what was right of LOdi 2, 4, 5), understanding 6 of 10, words 14 of 20.
        var evaluation = await site.Played(await site.Position("positionnement_litteratie", "historique"), id =>
            id is not ("LOdi6" or "LOdi7" or "LOdi8" or "ACrd7" or "ACrd8" or "ACrd9" or "ACrd10") && !(id.StartsWith("APlc", StringComparison.Ordinal) && int.Parse(id[4..], System.Globalization.CultureInfo.InvariantCulture) > 18));

        Assert.Equal((ProfilLitteratie.Profil2, ProfilLitteratie.Profil4, ProfilLitteratie.Profil2), evaluation.Kept(PositioningEngine.Historique).LitteratieProfile is { } p ? (p.Profil, p.Lecture, p.Comprehension) : default);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_16_a_market_caught_up_at_level_2_stops_at_level_3_and_fills_the_clea_table(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        string[] missed = ["N2Plp", "N2Ppe", "N2Psu", "N2Pom2", "N3"];
        var evaluation = await site.Played(await site.Position("positionnement_numeratie", "historique"), id => !missed.Any(m => id.StartsWith(m, StringComparison.Ordinal)));

        var profiles = evaluation.Kept(PositioningEngine.Historique);
        Assert.Equal((ProfilNumeratie.Profil3, PositionnementSynthesis.NiNi), (profiles.NumeratieProfile, profiles.Synthesis));
        Assert.Equal([("niveau_1", 16m, 16m), ("niveau_2", 20, 20)], profiles.Points.Take(2).Select(p => (p.Part, p.Points, p.Most)));
        // Ordering whole numbers and decimals: all right; percentages: none.
        var criteria = profiles.Clea.SelectMany(s => s.Criteria).ToDictionary(c => c.Code);
        Assert.Equal((CriterionStatus.Acquis, 100m), (criteria["2.1.3"].Status, criteria["2.1.3"].Percent));
        Assert.Equal(CriterionStatus.NonAcquis, criteria["2.2.2"].Status);
        // A plan: both principal items wrong, both second chances right: 2 of 4.
        Assert.Equal((CriterionStatus.NonAcquis, 50m), (criteria["2.4.1"].Status, criteria["2.4.1"].Percent));
        var page = await site.Restitution(evaluation);
        Assert.Contains("2.1.3 Comparer, classer, ranger", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, page.Page.QuerySelectorAll(".clea-subdomain").Length);
        Assert.Contains("Pas de question", page.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_adaptive_positioning_in_both_domains_gives_a_level_with_its_likelihood(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var easy = PositioningBankIds(i => i.Difficulty < -0.9);
        var evaluation = await site.Played(await site.Position("positionnement", "beffroi"), easy.Contains);

        var ability = evaluation.Kept(PositioningEngine.Beffroi);
        Assert.Equal(["positionnement_beffroi"], evaluation.Results.Select(r => r.Engine));
        Assert.Equal((RouteMode.Beffroi, 2), (ability.Route, ability.Banks.Count));
        foreach (var scale in new[] { ability.Litteratie!, ability.Numeratie! })
        {
            // Right below -0.9 and wrong above: the ability is near there.
            Assert.InRange(scale.Value, -1.5, -0.3);
            Assert.InRange(scale.Items, PositioningDesign.Shortest, PositioningDesign.Longest);
            Assert.Equal(1, scale.AnlciProbabilities!.Sum(p => p.Probability), 9);
            Assert.True(scale.Interval!.Low < scale.Value && scale.Value < scale.Interval.High);
        }

        var page = await site.Restitution(evaluation);
        Assert.Contains("Valeur : ", page.Page.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(
            ability.Skills.Select(s => (string[])[$"{s.Right}", $"{s.Wrong}", $"{s.DontKnow}", $"{s.Asked}"]),
            page.Page.QuerySelectorAll(".positioning tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()).Where(r => r.Length == 4));
    }

    [Fact]
    public async Task Row_18_i_do_not_know_stands_apart_from_what_is_wrong()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position("positionnement_litteratie", "historique");
        var awa = await Participant.Enter(site, campaign.Code);
        var story = Story.Whole(await awa.Start(CafeCodebook.Situation), _ => false, 8);
        // The same play, where two answers of reading are « je ne sais pas ».
        var events = story.Events.Select(e => e.Data is { } data && e.Name == EventNames.Answered && data["question"].GetString() is "ALrd1" or "ALrd2" ? new Story(new() { SessionId = e.SessionId, Situation = e.Situation, Label = "", NextPosition = e.Position, TrainingDone = true, Answered = [] }).Tell(EventNames.Answered, ("question", e.Data!["question"].GetString()!), ("neSaisPas", true)).Events[0] : e);

        Assert.Empty((await awa.Send(events)).Refused);

        var reading = site.LastEvaluation(campaign.Id).Kept(PositioningEngine.Historique).Skills.Single(s => s.Skill == "lecture");
        Assert.Equal((2, reading.Asked - 2, 0), (reading.DontKnow, reading.Wrong, reading.Right));
    }

    [Fact]
    public async Task Row_58_the_same_answers_computed_again_give_the_same_rows()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var evaluation = await site.Played(await site.Position("positionnement", "historique"), id => id.GetHashCode(StringComparison.Ordinal) % 2 == 0);

        Assert.Equal(
            Scorebook.Rows(evaluation).Select(r => (r.Engine, r.EngineVersion, r.NormsVersion, r.Json)).Order(),
            evaluation.Results.Select(r => (r.Engine, r.EngineVersion, r.NormsVersion, r.Score)).Order());
    }

    [Fact]
    public async Task The_person_hears_of_two_things_that_went_well()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position("positionnement_numeratie", "beffroi");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire();
        await awa.PlayAll(_ => true);

        await awa.Visitor.Open("/eva/fin");

        Assert.Equal(2, awa.Visitor.Page.QuerySelectorAll(".strengths li").Length);
        Assert.All(awa.Visitor.Page.QuerySelectorAll(".strengths li"), li => Assert.StartsWith("Vous ", li.TextContent.Trim(), StringComparison.Ordinal));
        Assert.DoesNotContain("rofil", awa.Visitor.Text, StringComparison.Ordinal);
    }

    static HashSet<string> PositioningBankIds(Func<Bank.BankItem, bool> which) =>
        [.. new[] { CafeCodebook.Situation, MarcheCodebook.Situation }.SelectMany(s => Bank.PositioningBank.Current(s).Items).Where(which).Select(i => i.Id)];
}
