using System.Net;
using System.Text.Json;
using Beffroi.Eva.Reviews;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>Row 46: what a person may ask for.</summary>
public sealed class PersonDataTests
{
    const string Text = "Bonjour, je suis Zéphyrine et mon fils a de l’asthme.";

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_everything_that_is_held_is_given_to_be_read_and_as_a_file(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (person, evaluation) = await Zephyrine(site);
        var hugo = await site.SignIn(Crew.Hugo);
        await ListPeopleTests.Follow(site, hugo, "Zéphyrine", "suivi_en_cours", Crew.Rose);

        await hugo.Follow("Donner à la personne toutes ses données");
        Assert.Equal("Données de Zéphyrine", hugo.Heading);
        Assert.All(new[] { "décision : asthme", "désaccord : asthme", "note : asthme", "plan : asthme", "étape : asthme" }, words => Assert.Contains(words, hugo.Text, StringComparison.Ordinal));
        Assert.All(new[] { person.Code, "Suivi en cours, responsable : Rose Nguyen", "47", "difficile", "Avez-vous du mal à voir l’écran" }, word => Assert.Contains(word, hugo.Text, StringComparison.Ordinal));
        var link = hugo.Page.QuerySelectorAll("a[download]").Single().GetAttribute("href")!;
        using var answer = await hugo.Http.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(("application/json", $"donnees-{person.Code}.json"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var root = json.RootElement;
        Assert.Equal(("Zéphyrine", person.Code), (root.GetProperty("personne").GetProperty("nom").GetString(), root.GetProperty("personne").GetProperty("code").GetString()));
        Assert.Equal("Rose Nguyen", root.GetProperty("suivi")[0].GetProperty("responsable").GetString());
        var held = Assert.Single(root.GetProperty("evaluations").EnumerateArray());
        Assert.Equal((47, evaluation), (held.GetProperty("questionnaire").GetProperty("age").GetInt32(), held.GetProperty("id").GetGuid()));
        Assert.Contains(held.GetProperty("ce_que_la_personne_dit").EnumerateArray(), a => a.GetProperty("reponse").GetString() == "difficile");
        Assert.Contains(held.GetProperty("sante").EnumerateArray(), a => (a.GetProperty("question").GetString(), a.GetProperty("reponse").GetString()) == ("sante_vue", "oui"));
        // Each event that the table holds, and the text as it was written.
        var events = held.GetProperty("parties").EnumerateArray().SelectMany(r => r.GetProperty("evenements").EnumerateArray()).ToList();
        Assert.Equal(site.Read(db => db.Runs.Where(r => r.EvaluationId == evaluation).SelectMany(r => r.Events).Count()), events.Count);
        Assert.Contains(events, e => e.GetProperty("donnees").TryGetProperty("reponse", out var said) && said.GetString() == Text);
        Assert.All(new[] { "decisions", "desaccords", "lectures_du_texte", "plans", "etapes_convenues" }, part => Assert.Contains("asthme", Assert.Single(held.GetProperty(part).EnumerateArray()).ToString(), StringComparison.Ordinal));
        Assert.Equal(site.Read(db => db.Results.Count(r => r.EvaluationId == evaluation)), held.GetProperty("resultats").GetArrayLength());
    }

    [Fact]
    public async Task What_stands_in_a_private_campaign_of_a_colleague_is_counted_and_not_given()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = site.Person("Awa");
        await Participant.Enter(site, "FLM59000", awa.Code);

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{awa.Id}/donnees");

        Assert.Contains("1 évaluation est rangée dans des campagnes privées", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Entretiens de Rose", hugo.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Entretiens de Rose", await hugo.Http.GetStringAsync(new Uri($"/eva/beneficiaires/{awa.Id}/donnees.json", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_erased_nothing_is_left_in_any_table_that_names_her_or_hangs_on_her(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = Counts(site);
        var (person, evaluation) = await Zephyrine(site);
        var hugo = await site.SignIn(Crew.Hugo);
        // She was known twice, is followed, and played once alone.
        await Participant.Enter(site, "BKT59000", "Zéphyrine bis");
        var twin = site.Person("Zéphyrine bis");
        await hugo.Open($"/eva/beneficiaires/{person.Id}/fusionner?avec={twin.Code}");
        await hugo.Press("Réunir les deux fiches");
        await ListPeopleTests.Follow(site, hugo, "Zéphyrine", "suivi_en_cours", Crew.Rose);
        var alone = await (await Participant.AloneAtTheEnd(site)).MakeCodeToGive();
        await hugo.Open($"/eva/evaluations/recevoir?personne={person.Code}");
        await hugo.Press("Recevoir", ("Code", alone), ("Campaign", site.Campaign("Accueil de novembre").Id.ToString()));
        var evaluations = site.EvaluationsOf(person.Id);
        Assert.Equal(3, evaluations.Count);
        var ids = evaluations.Concat(site.Read(db => db.Runs.Where(r => evaluations.Contains(r.EvaluationId)).Select(r => r.Id).ToList())).Append(person.Id).Append(twin.Id).Select(i => i.ToString()).ToList();

        await hugo.Open($"/eva/beneficiaires/{person.Id}");
        await hugo.Follow("Effacer toutes ses données, à sa demande");
        Assert.Contains("ses 3 évaluations", hugo.Text, StringComparison.Ordinal);
        Assert.Equal(3, site.EvaluationsOf(person.Id).Count);
        await hugo.Press("Effacer toutes ses données");

        Assert.Equal("/eva/beneficiaires", hugo.Address);
        var cells = WholeDatabase.Read(site);
        Assert.All(new[] { "Zéphyrine", person.Code, twin.Code, "asthme" }, word => Assert.DoesNotContain(cells, c => c.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));
        // The log alone keeps numbers, behind which nothing stands any more.
        Assert.DoesNotContain(cells, c => c.Table != "eva_audit" && ids.Exists(id => c.Value.Contains(id, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(before, Counts(site));
        Assert.Contains(site.Read(db => db.Audit.Where(a => a.Act == "personne.effacer").ToList()), a => a.Subject == $"Beneficiary:{person.Id}" && a.Change == "Deleted" && a.Who == $"compte:{site.IdOf(Crew.Hugo)}");
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"/eva/beneficiaires/{person.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"/eva/evaluations/{evaluation}")).Status);
        Assert.StartsWith("Ce code n’existe pas", Assert.Single((await Participant.ComeBack(site, person.Code)).Visitor.Mistakes), StringComparison.Ordinal);
    }

    static async Task<(Beneficiary Person, Guid Evaluation)> Zephyrine(SiteUnderTest site)
    {
        var campaign = await site.CreateWith("Tout", "WithWriting", "WithSelfPositioning", "WithHealth");
        var zephyrine = await Participant.Enter(site, campaign.Code, "Zéphyrine");
        await zephyrine.AnswerQuestionnaire(("age", "47"), ("sante_accord", "oui"), ("sante_vue", "oui"), (SelfPositioning.Questions[0].Name, "difficile"));
        await zephyrine.Send(new Story(await zephyrine.Start("livraison")).Answer("L20", Text, 40).Events);
        await zephyrine.PlayAll(_ => true);
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.NotNull(evaluation.FinishedAt);
        await site.WriteAbout(evaluation.Id, "asthme");
        return (evaluation.Beneficiary!, evaluation.Id);
    }

    /// <summary>Rows of the tables that hold something of a person.</summary>
    static string Counts(SiteUnderTest site) => site.Read(db => string.Join(' ',
    [
        db.Beneficiaries.Count(), db.Evaluations.Count(), db.Runs.Count(), db.Events.Count(), db.Results.Count(), db.SelfAnswers.Count(), db.HealthAnswers.Count(), db.Set<Background>().Count(),
        db.Set<AlonePlay>().Count(), db.HandOvers.Count(), db.HandOverCodes.Count(), db.FormerCodes.Count(), db.FollowUps.Count(), db.PeopleMerges.Count(), db.MisesEnAction.Count(), db.Anonymisations.Count(),
        db.Plans.Count(), db.AgreedActions.Count(), db.Set<Decision>().Count(), db.Set<Disagreement>().Count(), db.Set<WritingReading>().Count(),
    ]));
}
