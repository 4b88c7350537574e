using System.Net;
using System.Text;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;

namespace Beffroi.Eva.Tests.Orientation;

/// <summary>From a file to what pages tell, through the superadmin's door.</summary>
public sealed class ImportFileTests
{
    const string Files = "/eva/orientation/fichiers";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_with_a_mistake_imports_nothing_and_a_good_one_waits_to_be_confirmed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);

        await Send(camille, "offres", "identifiant;intitule;nature;organisme;commune;code_postal\na;T;ocb;O;Lille;59000\nb;T;autre;O;Lille;59000", "2026-11-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(["3", "nature"], camille.Page.QuerySelectorAll("tbody tr").Single().Children.Take(2).Select(c => c.TextContent.Trim()));
        Assert.False(site.Read(db => db.OrientationFiles.Any()));

        await Send(camille, "offres", OrientationData.Text("offres-exemple.csv"), "01/11/2026");
        Assert.Contains("12 lignes gardées", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Module CléA : 2 offres.", camille.Text, StringComparison.Ordinal);
        var hugo = await site.SignIn(Crew.Hugo);
        Assert.Contains("Aucune offre n’est importée", (await hugo.Open("/eva/offres")).Text, StringComparison.Ordinal);

        await camille.Press("Mettre en service");
        Assert.Equal(Files, camille.Address);
        var kept = site.Read(db => db.OrientationFiles.Single());
        Assert.Equal(("Essai", new DateOnly(2026, 11, 1), 12, site.IdOf(Crew.Superadmin)), (kept.Source, kept.MeasuredOn, kept.Count, kept.AuthorId!.Value));
        Assert.Contains("Source : Essai, à jour du 1er novembre 2026", (await hugo.Open("/eva/offres")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-11-01", "Source")]
    [InlineData("Essai", "", "MeasuredOn")]
    [InlineData("Essai", "2026-11-24", "MeasuredOn")]
    public async Task A_source_and_a_day_that_is_past_are_asked(string source, string day, string field)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await Send(camille, "offres", OrientationData.Text("offres-exemple.csv"), day, source);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.NotNull(camille.Page.QuerySelector($"#{field}-erreur"));
        Assert.False(site.Read(db => db.OrientationFiles.Any()));
    }

    [Fact]
    public async Task Only_a_superadmin_imports_and_a_draft_is_its_sender_s_for_a_day()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await Send(camille, "offres", OrientationData.Text("offres-exemple.csv"), "2026-11-01");
        var draft = camille.Address;

        foreach (var person in new[] { Crew.Hugo, Crew.Admin, Crew.Charge })
        {
            var other = await site.SignIn(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Open(Files)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Open(draft)).Status);
        }

        site.Clock.Advance(TimeSpan.FromHours(25));
        camille = await site.SignIn(Crew.Superadmin);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(draft)).Status);
    }

    [Fact]
    public async Task Figures_of_more_than_12_months_are_shown_with_a_warning_and_rank_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Tension");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);
        var camille = await site.SignIn(Crew.Superadmin);
        var address = $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/orientation";
        const string Cooks = "annee;Code métier BMO;Nom métier BMO;Dept;met;xmet\n2026;S1X40;Cuisiniers;59;100;90";

        await Send(camille, "bmo", Cooks, "2025-11-23");
        Assert.DoesNotContain("plus de 12 mois", camille.Text, StringComparison.Ordinal);
        await camille.Press("Mettre en service");
        var hugo = await (await site.SignIn(Crew.Hugo)).Open(address);
        Assert.Contains("Essai, département 59, mesure du 23 novembre 2025", hugo.Text, StringComparison.Ordinal);
        Assert.Equal("G1602", First(hugo));
        Assert.Contains("Les employeurs recrutent difficilement : 90 % des recrutements jugés difficiles (Cuisiniers).", hugo.Text, StringComparison.Ordinal);

        await Send(camille, "bmo", Cooks, "2025-11-22");
        Assert.Contains("Mesure de plus de 12 mois", camille.Text, StringComparison.Ordinal);
        await camille.Press("Mettre en service");
        await hugo.Open(address);
        Assert.Contains("ne classent pas les métiers", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("recrutent difficilement", hugo.Text, StringComparison.Ordinal);
        Assert.NotEqual("G1602", First(hugo));
    }

    [Fact]
    public async Task The_samples_are_there_and_nothing_else_of_the_program_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        Assert.Equal("text/csv; charset=utf-8", (await camille.Open("/eva/orientation/exemples/bmo-exemple.csv")).Response.Content.Headers.ContentType?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open("/eva/orientation/exemples/trades.json")).Status);
    }

    static string First(Visitor visitor) => visitor.Page.QuerySelectorAll("input[name=Trades]")[0].GetAttribute("value")!;

    static async Task Send(Visitor camille, string kind, string file, string day, string source = "Essai")
    {
        await camille.Open(Files);
        await camille.Upload("File", "essai.csv", Encoding.UTF8.GetBytes(file), ("Kind", kind), ("Source", source), ("MeasuredOn", day));
    }
}
