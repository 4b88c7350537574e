using System.Net;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Structures;

public sealed class StructurePagesTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_superadmin_adds_a_structure_below_another(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.SignIn(Crew.Superadmin);
        await visitor.Open("/structures");
        await visitor.Follow("Ajouter une structure");
        await visitor.Press("Enregistrer", ("Kind", "Locale"), ("StructureName", "Greta du Nord"), ("Type", "Greta"), ("PostCode", "59000"), ("Siret", "73282932000074"), ("Parent", site.StructureOf("Région des Beffrois").ToString()));

        Assert.Equal("Greta du Nord", visitor.Heading);
        Assert.Contains("Hauts-de-France", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("732 829 320 00074", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Région des Beffrois", visitor.Page.QuerySelector("nav.fr-breadcrumb")!.TextContent, StringComparison.Ordinal);

        var above = await site.SignIn(Crew.RegionAdmin);
        Assert.Contains("Greta du Nord", (await above.Open("/structures")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_shown_back_as_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Superadmin);
        await visitor.Open("/structures/nouvelle");
        await visitor.Press("Enregistrer", ("StructureName", "Greta du Nord"), ("PostCode", "abc"), ("Parent", site.StructureOf("Atelier du Canal").ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("abc", visitor.Page.GetElementById("PostCode")!.GetAttribute("value"));
        Assert.Contains(visitor.Mistakes, m => m.Contains("structure administrative", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Moving_a_structure_changes_who_sees_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.SignIn(Crew.Superadmin);
        var above = await site.SignIn(Crew.RegionAdmin);
        var atelier = site.StructureOf("Atelier du Canal");
        Assert.Equal(HttpStatusCode.OK, (await above.Open($"/structures/{atelier}")).Status);

        await visitor.Open($"/structures/{atelier}/modifier");
        await visitor.Press("Enregistrer", ("Parent", ""));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        Assert.Equal(HttpStatusCode.NotFound, (await above.Open($"/structures/{atelier}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await above.Open($"/personnes/{site.IdOf(Crew.OtherAdviser)}")).Status);
    }

    [Fact]
    public async Task A_structure_that_heads_others_stays_administrative_and_above_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Superadmin);
        var region = site.StructureOf("Région des Beffrois");
        await visitor.Open($"/structures/{region}/modifier");
        await visitor.Press("Enregistrer", ("Kind", "Locale"), ("Type", "Autre"), ("Parent", region.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(2, visitor.Mistakes.Count);
    }

    [Fact]
    public async Task An_admin_sees_their_own_subtree_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Admin);
        await visitor.Open("/structures");
        Assert.Equal("Mission locale du Beffroi", Assert.Single(visitor.Page.QuerySelectorAll("tbody tr a")).TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"/structures/{site.StructureOf("Région des Beffrois")}")).Status);
    }
}
