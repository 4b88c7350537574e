using System.Net;
using Beffroi.Eva.Interview;

namespace Beffroi.Eva.Tests.Orientation;

public sealed class InterviewTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task An_action_agreed_in_the_interview_waits_in_the_plan_and_can_be_taken_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await Interview(site, await site.Create(Crew.Hugo, "Entretien"), _ => true);

        await hugo.Press("Ajouter l’action", ("Text", "Appeler  l’organisme\njeudi"));
        Assert.Contains("Appeler l’organisme jeudi", hugo.Text, StringComparison.Ordinal);
        await hugo.Follow("Préparer le plan");
        var box = hugo.Page.QuerySelector("input[name=Actions]")!;
        Assert.False(box.HasAttribute("checked"));
        await hugo.Press("Confirmer ce plan", ("Actions", box.GetAttribute("value")!));
        Assert.Equal(["Appeler l’organisme jeudi"], site.Read(db => db.Plans.Single()).Read().Steps);

        await hugo.Open(hugo.Address.Replace("/orientation", "/entretien", StringComparison.Ordinal));
        await hugo.Press("Retirer « Appeler l’organisme jeudi »");
        Assert.False(site.Read(db => db.AgreedActions.Any()));
        await hugo.Press("Ajouter l’action", ("Text", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
    }

    [Fact]
    public async Task Blocks_follow_what_was_observed_with_an_example_from_the_person_s_own_play()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var code = "OBS59000";
        await site.Write<EvaDb>(db => db.Opens(code, "tri", "inventaire", "livraison"));
        var awa = await Participant.Enter(site, code);
        await awa.AnswerQuestionnaire(("langue", "non"), ("ecole", "etranger"), ("aisance", "difficile"));
        await awa.PlayAll(_ => true, seconds: 2);
        var evaluation = site.Read(db => db.Evaluations.Single(e => e.Campaign!.Code == code)).Id;

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{evaluation}/entretien");

        Assert.Contains("Dans « Le magasin de bonbons », vous avez bien placé 48 choses sur 48.", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("Vous avez trouvé les 8 bonnes quantités de la réserve.", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("Quelles langues parlez-vous, lisez-vous ou écrivez-vous", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("À quel moment les jeux sont-ils devenus difficiles", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_six_barriers_are_asked_of_everybody_and_no_answer_on_health_changes_a_word()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Santé", "WithHealth");
        var silent = await Interview(site, campaign, _ => true);
        var before = Body(silent);
        await site.Given(new HealthAnswer { EvaluationId = site.LastEvaluation(campaign.Id).Id, Question = "sante_vue", Value = "oui", At = SiteUnderTest.Start });

        Assert.Equal(before, Body(await silent.Open(silent.Address)));
        Assert.Equal(InterviewTexts.Current.Barriers.Select(b => b.Name), silent.Page.QuerySelectorAll("section[aria-labelledby=freins] h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(6, InterviewTexts.Current.Barriers.Count);
    }

    static string Body(Visitor visitor) => Visitor.Flat(visitor.Page.QuerySelector("article")!.TextContent);

    static async Task<Visitor> Interview(SiteUnderTest site, Campaign campaign, Func<string, bool> right)
    {
        await (await Participant.Enter(site, campaign.Code, "Awa")).PlayAll(right);
        return await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/entretien");
    }
}
