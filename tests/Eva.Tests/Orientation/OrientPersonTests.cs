using System.Net;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Tests.Positionnement;

namespace Beffroi.Eva.Tests.Orientation;

/// <summary>From a result to a plan that an adviser confirmed.</summary>
public sealed class OrientPersonTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_ticked_before_the_adviser_does_and_what_is_confirmed_is_kept_with_its_author(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await Ready(site, "Plan", _ => true);
        Assert.Empty(hugo.Page.QuerySelectorAll("input[type=checkbox][checked]"));

        await hugo.Press("Confirmer ce plan",
            ("Constraints", "sans_permis"), ("Constraints", "sans_nuit"), ("Ways", "formation_metier"), ("WaySteps", "formation_metier:1"), ("Trades", "G1602"),
            ("OwnSteps", "Appeler la mission locale\nVenir jeudi"), ("OwnTrades", "d1106\nFleuriste"), ("Note", "Bravo !"));

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        var plan = site.Read(db => db.Plans.Single());
        Assert.Equal((1, site.IdOf(Crew.Hugo), SiteUnderTest.Start), (plan.Number, plan.AuthorId, plan.At));
        var content = plan.Read();
        Assert.Equal([LifeConstraint.SansPermis, LifeConstraint.SansNuit], content.Constraints);
        Assert.Equal("59", content.Department);
        Assert.Equal([WayTexts.Of(Way.FormationMetier).NextSteps[1]], Assert.Single(content.Ways).Steps);
        Assert.NotEmpty(content.Ways[0].Reasons);
        Assert.Equal([("G1602", "Personnel de cuisine"), ("D1106", "Vente en alimentation"), (null, "Fleuriste")], content.Trades.Select(t => (t.Rome, t.Label)));
        Assert.Equal(["Appeler la mission locale", "Venir jeudi"], content.Steps);

        var paper = Visitor.Flat(hugo.Page.QuerySelector("section.plan")!.TextContent);
        Assert.Contains("Version 1, préparée le 23 novembre 2026 avec Hugo Lemaire", paper, StringComparison.Ordinal);
        Assert.Contains("Personnel de cuisine (code ROME G1602)", paper, StringComparison.Ordinal);
        Assert.Contains("Bravo !", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("illettr", paper, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["formation_metier", "formation_metier:1", "G1602", "sans_nuit", "sans_permis"], hugo.Page.QuerySelectorAll("input[type=checkbox][checked]").Select(i => i.GetAttribute("value")!).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_correction_is_a_new_version_and_the_older_ones_stay_readable(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await Ready(site, "Versions", _ => true);
        await hugo.Press("Confirmer ce plan", ("Ways", "emploi_direct"), ("Note", "Première"));
        var rose = await (await site.SignIn(Crew.Rose)).Open(hugo.Address);
        await rose.Press("Confirmer ce plan", ("Ways", "formation_metier"), ("Note", "Seconde"));

        Assert.Contains("Version 2, préparée le 23 novembre 2026 avec Rose Nguyen", rose.Text, StringComparison.Ordinal);
        await rose.Follow("Version 1");
        var paper = Visitor.Flat(rose.Page.QuerySelector("section.plan")!.TextContent);
        Assert.Contains("Première", paper, StringComparison.Ordinal);
        Assert.Contains("Une version plus récente existe", paper, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rose.Open($"{rose.Address.Split('?')[0]}?version=3")).Status);
    }

    [Fact]
    public async Task What_is_entered_with_the_person_sorts_the_trades_again_and_keeps_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await Ready(site, "Contraintes", _ => true);

        await hugo.Press("Recalculer les métiers", ("Constraints", "sans_permis"), ("Trades", "F1602"), ("Note", "En cours"));

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.False(site.Read(db => db.Plans.Any()));
        var row = hugo.Page.QuerySelector("input[name=Trades][value=F1602]")!;
        Assert.True(row.HasAttribute("checked"));
        Assert.Contains("Ce que la personne a dit : conduire fait partie du travail (permis B).", Visitor.Flat(row.ParentElement!.ParentElement!.ParentElement!.TextContent), StringComparison.Ordinal);
        Assert.Equal("En cours", hugo.Page.QuerySelector("textarea[name=Note]")!.TextContent);
    }

    [Theory]
    [InlineData("Department", "999", "Un département s’écrit 59, 2A ou 971")]
    [InlineData("OwnTrades", "A9999", "« A9999 » n’est pas un code du ROME : vérifiez-le, ou écrivez le nom du métier")]
    [InlineData("Note", "", "Gardez ou ajoutez au moins une étape ou un métier")]
    public async Task A_mistake_is_said_beside_its_field_and_nothing_is_kept(string field, string typed, string said)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await Ready(site, "Erreurs", _ => true);

        await hugo.Press("Confirmer ce plan", (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains(said, hugo.Mistakes);
        Assert.False(site.Read(db => db.Plans.Any()));
    }

    [Fact]
    public async Task Whoever_sees_reads_and_only_who_accompanies_writes()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = (await Ready(site, "Droits", _ => true)).Address;

        foreach (var (person, sees, writes) in new[] { (Crew.Hugo, true, true), (Crew.Rose, true, true), (Crew.Admin, true, true), (Crew.Superadmin, true, false), (Crew.Charge, true, false), (Crew.RegionAdmin, true, false), (Crew.OtherAdviser, false, false), (Crew.OtherAdmin, false, false) })
        {
            var visitor = await site.SignIn(person);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await visitor.Open(address)).Status);
            Assert.Equal(writes, visitor.Page.QuerySelector("textarea[name=Note]") is not null);
            var before = site.Read(db => db.Plans.Count());
            await visitor.Open("/compte");
            await visitor.Post(address, ("Act", "confirmer"), ("Ways", "ocb"));
            Assert.Equal(writes ? HttpStatusCode.OK : HttpStatusCode.NotFound, visitor.Status);
            Assert.Equal(writes ? before + 1 : before, site.Read(db => db.Plans.Count()));

            await visitor.Open("/compte");
            await visitor.Post(address.Replace("/orientation", "/entretien", StringComparison.Ordinal), ("Text", person));
            Assert.Equal(writes ? HttpStatusCode.OK : HttpStatusCode.NotFound, visitor.Status);
            Assert.Equal(writes, site.Read(db => db.AgreedActions.Any(a => a.Text == person)));
        }
    }

    [Theory]
    [InlineData("france", "non", "college", "Réapprendre à lire, à écrire et à compter")]
    [InlineData("non_scolarise", "non", "pas_etudie", "Apprendre à lire et à écrire")]
    [InlineData("etranger", "non", "bac", "Apprendre le français")]
    [InlineData("etranger", "oui", "bac", "Échanger avant de choisir")]
    public async Task A_fragile_base_leads_by_the_public_proposed(string school, string french, string level, string title)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Fragile");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire(("ecole", school), ("langue", french), ("niveau", level));
        await awa.PlayAll(_ => false);

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/orientation");

        Assert.Equal(title, hugo.Page.QuerySelector("section[aria-labelledby=etapes] h3")!.TextContent.Trim());
        Assert.Contains("Accessibles avec une formation", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_of_CléA_are_named_with_the_reminder_that_it_is_no_certificate()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position("positionnement", "historique");
        // Right in everything but what bears on a plan: the only sub-domain with one criterion.
        var evaluation = await site.Played(campaign, id => !id.Contains("lp", StringComparison.Ordinal));

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{evaluation.Id}/orientation");
        Assert.Contains("À travailler : 2.4 Se repérer dans l’espace.", hugo.Text, StringComparison.Ordinal);
        await hugo.Press("Confirmer ce plan", ("Ways", "clea_modules"));
        Assert.Contains("« Socle CléA » n’est pas le certificat CléA", Visitor.Flat(hugo.Page.QuerySelector("section.plan")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_and_actions_go_with_the_evaluation()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await Ready(site, "Effacement", _ => true);
        await hugo.Press("Confirmer ce plan", ("Ways", "ocb"));
        var id = Guid.Parse(hugo.Address.Split('/')[3]);
        await site.Given(new AgreedAction { Id = Guid.NewGuid(), EvaluationId = id, AuthorId = Guid.NewGuid(), At = SiteUnderTest.Start, Text = "x" });

        await site.Write<EvaDb>(db => db.Remove(db.Evaluations.Single(e => e.Id == id)));

        Assert.False(site.Read(db => db.Plans.Any() || db.AgreedActions.Any()));
    }

    static async Task<Visitor> Ready(SiteUnderTest site, string label, Func<string, bool> right)
    {
        var campaign = await site.Create(Crew.Hugo, label);
        await (await Participant.Enter(site, campaign.Code, "Awa")).PlayAll(right);
        return await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/orientation");
    }
}
