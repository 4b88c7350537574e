using System.Net;
using AngleSharp.Dom;
using Beffroi.Cli.World;
using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Tests;

/// <summary>F3: a convention article by article, each obligation with where it stands.</summary>
public sealed class ArticlesDoorTests
{
    static readonly string[] Titles = ["Objet", "Obligations du délégant", "Obligations du délégataire", "Déroulement des travaux", "Exécution financière", "Modification", "Durée et résiliation", "Publication"];

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F3_The_eight_articles_of_both_conventions_are_there_and_clauses_say_what_is_asked(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var camille = await site.SignIn(Crew.Superadmin);

        foreach (var slug in new[] { WorldIncubator.EvaConvention, WorldIncubator.DisinfoConvention })
        {
            await camille.Open(Addresses.Articles(slug));
            Assert.Equal(HttpStatusCode.OK, camille.Status);
            Assert.Equal(Titles.Select((t, at) => $"Article {at + 1}. {t}"), camille.Page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
            Assert.NotNull(camille.Page.QuerySelector("main button[data-print][hidden]"));
        }

        // DISINFO asks an intrapreneur and a risk workshop, and no business referent; Eva the other way round.
        Assert.Equal(("Tenu", "Non demandé", "En retard"), (State(camille, "Trouver un intrapreneur"), State(camille, "Nommer un référent métier"), State(camille, "Tenir un atelier de risques")));
        Assert.Contains("axe 1 non renseigné", camille.Text, StringComparison.Ordinal);
        await camille.Open(Addresses.Articles(WorldIncubator.EvaConvention));
        Assert.Equal(("Non demandé", "En retard", "Non demandé"), (State(camille, "Trouver un intrapreneur"), State(camille, "Nommer un référent métier"), State(camille, "Tenir un atelier de risques")));
        Assert.Equal("Tenu", State(camille, "Adhérer au manifeste"));
    }

    [Fact]
    public async Task A_state_follows_what_is_done()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var convention = await site.OpenToday();
        await site.Write<IncubatorDb>(db => db.AddRange(RegisterTask.OfSignature(convention, convention.SignedOn!.Value)));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Articles(Today.Slug));
        Assert.Equal(("En retard", "En retard", "En retard"), (State(camille, "Nommer un référent métier"), State(camille, "Publier sur data.gouv.fr"), State(camille, "Rendre compte")));

        await camille.Open(Addresses.People(Today.Slug));
        await camille.Press("Nommer", ("Email", Crew.EmailOf(Crew.Hugo)), ("Duty", "BusinessReferent"));
        var task = site.ReadIncubator(db => db.Tasks.Single(t => t.Kind == TaskKind.PublishOnDataGouv));
        await camille.Open(Addresses.Register(Today.Slug));
        await camille.Press("C’est fait : Publier sur data.gouv.fr, Convention", ($"Proof-{task.Id}", "jeu de données 42"));

        await camille.Open(Addresses.Articles(Today.Slug));
        Assert.Equal(("Tenu", "Tenu"), (State(camille, "Nommer un référent métier"), State(camille, "Publier sur data.gouv.fr")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.Rose)).Open(Addresses.Articles(Today.Slug))).Status);
    }

    static string State(Visitor visitor, string obligation) => visitor.Page.QuerySelectorAll("main tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == obligation).QuerySelector(".fr-badge")!.TextContent.Trim();
}
