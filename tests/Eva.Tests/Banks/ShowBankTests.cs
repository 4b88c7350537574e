using System.Net;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Banks;

public sealed class ShowBankTests
{
    [Fact]
    public async Task The_list_says_what_each_bank_holds_and_whether_the_code_book_is_filled()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open("/eva/banque");

        var rows = camille.Page.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => Visitor.Flat(c.TextContent)).ToList()).ToList();
        Assert.Equal(["La tournée de livraison", "Les objets trouvés", "Le café de la place", "La place du marché", "La maintenance"], rows.Select(r => r[0]));
        Assert.Equal(["19", "12", "113", "112", "56"], rows.Select(r => r[2]));
        Assert.Equal(["Sans objet", "Sans objet", "Toutes les familles sont remplies", "Toutes les familles sont remplies", "Mots et mots inventés, en lecture seule"], rows.Select(r => r[3]));
        await camille.Follow("Le café de la place");
        Assert.Equal("Le café de la place : questions", camille.Heading);
    }

    [Fact]
    public async Task A_bank_counts_its_items_by_skill_kind_and_family_and_around_each_cut()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var items = BankShelf.Embedded("place_du_marche").Items;

        await camille.Open("/eva/banque/place_du_marche");

        // The cuts of numeracy: the published CENF and ANLCI ones (docs/eva-scoring.md).
        double[] cuts = [-1.68, -1, -0.33, 0.35, 1.02, -1.64, -1, 0];
        Assert.Equal(
            cuts.Select(cut => items.Count(i => Math.Abs((decimal)i.Difficulty - (decimal)cut) <= 0.5m).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Table(camille, "Questions de numératie à un demi-logit de chaque seuil").Select(r => r[2]));
        Assert.Equal(items.GroupBy(i => i.Family).Select(g => (g.Key, g.Count().ToString(System.Globalization.CultureInfo.InvariantCulture))), Table(camille, "Questions par famille").Select(r => ((string?)r[0], r[1])));
        Assert.Equal(items.Count, Table(camille, "Combien de questions de numératie à chaque difficulté ?").Sum(r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(items.GroupBy(i => i.Kind).Select(g => g.Count().ToString(System.Globalization.CultureInfo.InvariantCulture)), Table(camille, "Questions par forme").Select(r => r[1]));
    }

    [Theory]
    [InlineData("famille=ALrd", 14)]
    [InlineData("forme=text", 46)]
    [InlineData("competence=production", 46)]
    [InlineData("q=ALRD1", 6)]
    [InlineData("q=introuvable", 0)]
    [InlineData("forme=inconnue", 115)]
    public async Task Filters_keep_what_they_say(string query, int count)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open($"/eva/banque/cafe_de_la_place?{query}");

        Assert.Contains(count == 0 ? "Aucune question ne correspond" : $"Questions ({count})", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_with_their_filter()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open("/eva/banque/cafe_de_la_place");
        await camille.Press("Filtrer", ("competence", "production"));
        var first = Ids(camille);
        await camille.Open(camille.Page.QuerySelector("a[title='Page 2']")!.GetAttribute("href")!);

        Assert.Equal((25, 21), (first.Count, Ids(camille).Count));
        Assert.Empty(first.Intersect(Ids(camille), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("livraison", "L01", "Sonnez ici.", "b : Sonner", "Plausible before a closed door.")]
    [InlineData("livraison", "L20", "Donnez la nouvelle heure : 17 h.", "Aucune : lue par une personne", "Three moves to write")]
    [InlineData("cafe_de_la_place", "APlc1", "La voix dit : « sel. Il faut du sel pour la cuisine. sel. »", "sel", "cel (0,75)")]
    [InlineData("cafe_de_la_place", "ALrd5", "À boire", "café → À boire", "Six frequent words")]
    [InlineData("place_du_marche", "N1Pde1", "Je ne sais pas", "2.1.2", "Difficulté attendue")]
    public async Task An_item_shows_what_a_person_sees_its_key_and_its_reasons(string situation, string id, params string[] texts)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open($"/eva/banque/{situation}/{id}");

        Assert.Equal(HttpStatusCode.OK, camille.Status);
        Assert.Equal($"Question {id}", camille.Heading);
        Assert.All(texts, text => Assert.Contains(Visitor.Flat(text), camille.Text.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_item_of_every_bank_can_be_shown()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        // One of each kind and figure, in each bank.
        var shown = BankOutline.All.SelectMany(o => BankShelf.Embedded(o.Situation).Entries.Select(e => (o.Situation, e.Item)).DistinctBy(e => (e.Item.Kind, e.Item.Figure?.Kind, e.Item.Choices.Select(c => c.Figure?.Kind).FirstOrDefault()))).ToList();

        foreach (var (situation, item) in shown)
        {
            await camille.Open($"/eva/banque/{situation}/{item.Id}");
            Assert.True(camille.Status == HttpStatusCode.OK, $"{situation} {item.Id}: {camille.Status}");
            Assert.Equal(item.Figure is not null, camille.Page.QuerySelector(".preview > .figure svg.fig") is not null);
        }
    }

    [Theory]
    [InlineData("/eva/banque/maintenance?q=zzz", HttpStatusCode.OK)]
    [InlineData("/eva/banque/tri", HttpStatusCode.NotFound)]
    [InlineData("/eva/banque/livraison/L99", HttpStatusCode.NotFound)]
    [InlineData("/eva/banque/tri/export.csv", HttpStatusCode.NotFound)]
    [InlineData("/eva/banque/livraison/export.csv?version=3", HttpStatusCode.NotFound)]
    [InlineData("/eva/banque/tri/importer", HttpStatusCode.NotFound)]
    [InlineData("/eva/banque/tri/versions", HttpStatusCode.NotFound)]
    [InlineData("/eva/banque/tri/versions/0", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said(string address, HttpStatusCode status)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        Assert.Equal(status, (await camille.Open(address)).Status);
    }

    static List<string> Ids(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim())];

    static List<List<string>> Table(Visitor visitor, string caption) =>
        [.. visitor.Page.QuerySelectorAll("table").Single(t => Visitor.Flat(t.QuerySelector("caption")!.TextContent) == Visitor.Flat(caption)).QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => Visitor.Flat(c.TextContent)).ToList())];
}
