using System.Net;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>Row 35. Of the named world, Colette shows a potential illettrisme; Awa does not.</summary>
public sealed class MiseEnActionTests
{
    static readonly string[] Remediations = ["formation_competences_de_base", "formation_metier", "dispositif_remobilisation", "levee_freins_peripheriques", "indetermine"];
    static readonly string[] Difficultes = ["aucune_offre_formation", "offre_formation_inaccessible", "freins_peripheriques", "accompagnement_necessaire", "indetermine"];

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_35_it_is_asked_after_a_potential_illettrisme_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/evaluations/{Of(site, "Colette")}");
        Assert.Contains("Réponse attendue", hugo.Text, StringComparison.Ordinal);
        await hugo.Follow("Dire ce qui a été fait");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);

        foreach (var person in new[] { "Awa", "Bernard", "Dylan", "Elif" })
        {
            Assert.DoesNotContain("Mise en action", (await hugo.Open($"/eva/evaluations/{Of(site, person)}")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"/eva/evaluations/{Of(site, person)}/mise-en-action")).Status);
        }
    }

    [Fact]
    public async Task Row_35_the_values_are_exactly_those_of_the_reference_and_each_is_kept_by_its_name()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (hugo, id) = (await site.SignIn(Crew.Hugo), Of(site, "Colette"));
        await hugo.Open($"/eva/evaluations/{id}/mise-en-action");
        Assert.Equal([.. Remediations.Select(r => $"oui.{r}"), .. Difficultes.Select(d => $"non.{d}")], hugo.Page.QuerySelectorAll("input[name=Answer]").Select(i => i.GetAttribute("value")));

        foreach (var (value, remediation, difficulte) in Remediations.Select(r => ($"oui.{r}", (string?)r, (string?)null)).Concat(Difficultes.Select(d => ($"non.{d}", (string?)null, (string?)d))))
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await hugo.Open($"/eva/evaluations/{id}/mise-en-action");
            await hugo.Press("Enregistrer", ("Answer", value));
            Assert.Equal($"/eva/evaluations/{id}", hugo.Address);
            var raw = site.Read(db => db.Database.SqlQueryRaw<string>("select coalesce(\"Remediation\", '-') || '/' || coalesce(\"Difficulte\", '-') as \"Value\" from eva_mises_en_action order by \"At\" desc limit 1").ToList());
            Assert.Equal($"{remediation ?? "-"}/{difficulte ?? "-"}", Assert.Single(raw));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_35_changing_the_answer_keeps_the_former_one_with_its_date_and_author(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = Of(site, "Colette");
        await Answer(await site.SignIn(Crew.Hugo), id, "non.aucune_offre_formation");
        site.Clock.Advance(TimeSpan.FromDays(2));
        var rose = await Answer(await site.SignIn(Crew.Rose), id, "oui.formation_metier");
        await Answer(rose, id, "oui.formation_metier");

        var rows = site.Read(db => db.MisesEnAction.OrderBy(a => a.At).ToList());
        Assert.Equal([(site.IdOf(Crew.Hugo), SiteUnderTest.Start), (site.IdOf(Crew.Rose), SiteUnderTest.Start.AddDays(2))], rows.Select(a => (a.By, a.At)));
        Assert.Contains("Oui : formation à un métier. Dit par Rose Nguyen, le 25 novembre 2026", rose.Text, StringComparison.Ordinal);
        Assert.Contains("Non : aucune offre de formation. Dit par Hugo Lemaire, le 23 novembre 2026", rose.Text, StringComparison.Ordinal);
        await rose.Open(site.PageOf("Colette"));
        Assert.Contains("Oui : formation à un métier", rose.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_beside_the_question_and_keeps_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{Of(site, "Colette")}/mise-en-action");

        await hugo.Press("Enregistrer");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (hugo.Status, hugo.Mistakes.Count));
        await hugo.Post($"/eva/evaluations/{Of(site, "Colette")}/mise-en-action", ("Answer", "oui.aucune_offre_formation"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (hugo.Status, site.Read(db => db.MisesEnAction.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_35_the_list_counts_those_that_are_missing_and_leads_to_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/evaluations");
        // Of the world, in Hugo's structure and public: Colette, Hamid and Iryna.
        Assert.Contains("3 mises en action sont à dire", hugo.Text, StringComparison.Ordinal);

        await hugo.Follow("Les voir");
        Assert.Equal(["Colette", "Hamid", "Iryna"], hugo.Page.QuerySelectorAll("main tbody tr td:first-child").Select(c => c.TextContent.Trim()).Order(StringComparer.Ordinal));
        await Answer(hugo, Of(site, "Colette"), "oui.indetermine");

        Assert.Contains("2 mises en action sont à dire", (await hugo.Open("/eva/evaluations")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("à dire", (await (await site.SignIn(Crew.OtherAdviser)).Open("/eva/evaluations")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_35_the_share_that_was_directed_is_public_from_ten_on(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var people = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            people.Add(await Alarmed(site, $"Personne {i}"));
        }

        // Eleven directed at first; one of them is not any more.
        await site.Given([.. people.Take(11).Select(id => (object)MiseEnAction.Of(new(Remediation.FormationMetier, null), id, Guid.NewGuid(), SiteUnderTest.Start))]);
        await site.Given(MiseEnAction.Of(new(null, Difficulte.FreinsPeripheriques), people[0], Guid.NewGuid(), SiteUnderTest.Start.AddDays(1)));

        var rows = (await site.Visit().Open("/stats")).Page.QuerySelectorAll("main tbody tr").Select(row => string.Join(" / ", row.Children.Select(cell => Visitor.Flat(cell.TextContent))));
        Assert.Contains("Part des repérages à confirmer suivis d’une orientation vers une solution / 83 % / 12", rows);
    }

    [Fact]
    public async Task The_reading_kept_beside_an_evaluation_is_that_of_its_results()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var read = site.Read(db => db.Evaluations.Where(e => e.FinishedAt != null).Select(e => new { e.Beneficiary!.Name, e.Synthesis }).ToList());

        Assert.Equal(
            ["Awa socle_clea", "Bernard socle_clea", "Colette illettrisme_potentiel", "Dylan ", "Fabrice ni_ni", "Gwenaëlle socle_clea", "Hamid illettrisme_potentiel", "Iryna illettrisme_potentiel"],
            read.Select(r => $"{r.Name} {r.Synthesis}").Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_reading_of_evaluations_that_were_finished_before_it_was_kept_is_found_in_their_results(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
        var before = db.Evaluations.OrderBy(e => e.Id).Select(e => e.Synthesis).ToList();
        Assert.Contains("illettrisme_potentiel", before);

        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(db.Database.GetMigrations().Single(m => m.EndsWith("_ItemBanks", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(before, db.Evaluations.OrderBy(e => e.Id).Select(e => e.Synthesis).ToList());
    }

    internal static Guid Of(SiteUnderTest site, string person) => site.EvaluationsOf(site.Person(person).Id)[0];

    internal static async Task<Visitor> Answer(Visitor adviser, Guid evaluation, string value)
    {
        await adviser.Open($"/eva/evaluations/{evaluation}/mise-en-action");
        await adviser.Press("Enregistrer", ("Answer", value));
        Assert.Equal(HttpStatusCode.OK, adviser.Status);
        return adviser;
    }

    static async Task<Guid> Alarmed(SiteUnderTest site, string name)
    {
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(), Label = name, Code = $"{Guid.NewGuid():N}"[..18], StructureId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), CreatedAt = SiteUnderTest.Start,
            Parcours = Parcours.Complet, Situations = [], WithWriting = false, IsPrivate = false,
        };
        var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = name, Code = $"{Guid.NewGuid():N}"[..18], CreatedAt = SiteUnderTest.Start };
        var evaluation = new Evaluation
        {
            Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = person.Id, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = "essai", TokenHash = [],
        };
        evaluation.Read(TechnicalName.Of(Synthesis.IllettrismePotentiel));
        await site.Given(campaign, person, evaluation);
        return evaluation.Id;
    }
}
