namespace Beffroi.Eva.Tests.OwnWords;

/// <summary>Rows 6 and 30: what the adviser reads of it, and where it never is.</summary>
public sealed class ShowOwnWordsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_30_gauges_and_confidence_are_in_sight_and_health_is_folded(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Dite", "WithSelfPositioning", "WithHealth", "WithConfidence");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.AnswerQuestionnaire(("auto_analyse", "tres_difficile"), ("sante_accord", "oui"), ("sante_audition", "oui"), ("confiance_apprendre_avant", "4"));

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        var gauge = hugo.Page.QuerySelectorAll("section[aria-labelledby=autopositionnement] tbody tr").Single(r => r.TextContent.Contains("étapes d’un travail", StringComparison.Ordinal));
        Assert.Contains("Très difficile", gauge.TextContent, StringComparison.Ordinal);
        Assert.Single(gauge.QuerySelectorAll(".self-step-on"));
        Assert.Contains("Plutôt oui", hugo.Page.QuerySelector("section[aria-labelledby=confiance]")!.TextContent, StringComparison.Ordinal);
        var health = hugo.Page.QuerySelector("details.health")!;
        Assert.False(health.HasAttribute("open"));
        Assert.Contains("Avez-vous du mal à entendre", health.TextContent, StringComparison.Ordinal);
        health.Remove();
        Assert.DoesNotContain("entendre", hugo.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_30_a_campaign_without_options_shows_none_of_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Sans");
        await Participant.Enter(site, campaign.Code);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Empty(hugo.Page.QuerySelectorAll("#autopositionnement, #confiance, #sante"));
    }

    [Fact]
    public async Task Row_30_who_passed_the_questions_on_health_is_said_to_have_passed_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Passée", "WithHealth");
        await (await Participant.Enter(site, campaign.Code)).AnswerQuestionnaire();

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Contains("La personne a préféré passer ces questions", hugo.Text, StringComparison.Ordinal);
        Assert.Empty(hugo.Page.QuerySelectorAll("details.health"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_health_is_read_by_those_who_accompany_the_person_and_by_nobody_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Réservée", "WithHealth");
        await (await Participant.Enter(site, campaign.Code)).AnswerQuestionnaire(("sante_accord", "oui"));
        var address = $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}";

        foreach (var (name, reads) in new[] { (Crew.Hugo, true), (Crew.Rose, true), (Crew.Charge, false), (Crew.Superadmin, false), (Crew.RegionAdmin, false) })
        {
            var reader = await site.SignIn(name);
            await reader.Open(address);
            Assert.Equal((name, System.Net.HttpStatusCode.OK, reads ? 1 : 0), (name, reader.Status, reader.Page.QuerySelectorAll("details.health").Length));
            Assert.Equal(!reads, reader.Text.Contains("réservées à l’équipe", StringComparison.Ordinal));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_health_is_in_no_list_and_in_no_audit_row(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Discrète", "WithHealth");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.AnswerQuestionnaire(("sante_accord", "oui"), ("sante_audition", "un_peu"));

        var hugo = await site.SignIn(Crew.Hugo);
        foreach (var list in new[] { "/eva/evaluations", $"/eva/campagnes/{campaign.Id}", "/eva/campagnes" })
        {
            Assert.DoesNotContain("Un peu", (await hugo.Open(list)).Text, StringComparison.Ordinal);
        }

        Assert.All(site.Read(db => db.Audit.ToList()), row => Assert.DoesNotContain("un_peu", $"{row.Who} {row.Subject} {row.Fields} {row.Act}", StringComparison.Ordinal));
    }
}
