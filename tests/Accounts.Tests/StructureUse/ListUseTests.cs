using System.Net;
using System.Text;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.StructureUse;

public sealed class ListUseTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_counts_are_those_of_the_database(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var mission = site.StructureOf("Mission locale du Beffroi");
        var campaigns = site.Read(db => db.Campaigns.Where(c => c.StructureId == mission).Select(c => c.Id).ToList());
        var evaluations = site.Read(db => db.Evaluations.AsEnumerable().Where(e => e.CampaignId is { } id && campaigns.Contains(id)).ToList());
        var visitor = await (await site.SignIn(Crew.Charge)).Open("/structures/activite");

        var cells = visitor.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Mission locale du Beffroi", StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["Mission locale", "Hauts-de-France"], cells[1..3]);
        Assert.Equal([campaigns.Count.ToString(Kit.French.Culture), evaluations.Count.ToString(Kit.French.Culture), Kit.French.Day(evaluations.Max(e => e.StartedAt))], cells[4..]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_list_is_filtered_and_downloaded(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<AccountsDb>(db => db.Add(Structure.Open(StructureDetails.Read(new() { StructureName = "=Greta;\"du Nord\"", Kind = "Locale", Type = "Greta", PostCode = "31000" }, new())!, null, SiteUnderTest.Start)));
        var visitor = await site.SignIn(Crew.Superadmin);
        await visitor.Open("/structures/activite");
        await visitor.Press("Filtrer", ("categorie", nameof(ActivityCategory.NoCampaign)), ("region", "Occitanie"), ("type", "Greta"));
        Assert.Equal(1, visitor.Page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Length);

        await visitor.Follow("Télécharger la liste (CSV)");
        Assert.Equal("text/csv", visitor.Response.Content.Headers.ContentType!.MediaType);
        var bytes = await visitor.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(""""
            structure;type;code_postal;region;categorie;campagnes;evaluations;premiere_evaluation;derniere_evaluation
            "'=Greta;""du Nord""";Greta;31000;Occitanie;Sans campagne;0;0;;

            """".ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task An_admin_sees_the_own_structures_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await (await site.SignIn(Crew.Admin)).Open("/structures/activite");
        Assert.Contains("Mission locale du Beffroi", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Atelier du Canal", admin.Text, StringComparison.Ordinal);
        await admin.Open("/structures/activite.csv");
        Assert.DoesNotContain("Atelier du Canal", await admin.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await admin.Open($"/structures/{site.StructureOf("Mission locale du Beffroi")}");
        Assert.Contains("Catégorie : Active", admin.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Hugo)).Open("/structures/activite")).Status);
    }
}
