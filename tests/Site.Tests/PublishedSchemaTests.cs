using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beffroi.Site.Tests;

/// <summary>C3: the figures for machines are what their published schema says.</summary>
public sealed class PublishedSchemaTests
{
    [Fact]
    public async Task The_figures_are_what_their_schema_says()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Furnish();
        var anyone = site.Visit();

        var (figures, schema) = (await Json(anyone, "/stats.json"), await Json(anyone, "/stats.schema.json"));

        Assert.NotEmpty(figures.GetProperty("indicateurs").EnumerateArray());
        Assert.Equal(["disinfo", "eva"], figures.GetProperty("impact").EnumerateArray().Select(i => i.GetProperty("startup").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(figures.GetProperty("impact").EnumerateArray(), i => Assert.NotEmpty(i.GetProperty("couts").EnumerateArray()));
        Assert.Empty(SchemaCheck.Mistakes(figures, schema));
        await anyone.Open("/stats");
        Assert.NotEmpty(anyone.Page.QuerySelectorAll("a[href='/stats.schema.json']"));
    }

    [Theory]
    [InlineData("""{ "masque": false }""", "kinds")]
    [InlineData("""{ "n": 12 }""", "kinds")]
    [InlineData("""{ "n": -1, "masque": false, "valeur": 1 }""", "small")]
    [InlineData("""{ "nom": "Avis reçus" }""", "shape")]
    [InlineData("""{ "autre": 1 }""", "more")]
    [InlineData("""{ "valeur": "1" }""", "String")]
    public async Task The_schema_refuses_a_figure_that_is_half_masked_or_misshapen(string changed, string mistake)
    {
        await using var site = await SiteUnderTest.Empty();
        var schema = await Json(site.Visit(), "/stats.schema.json");
        var figure = JsonNode.Parse("""{ "nom": "avis_recus", "libelle": "Avis reçus", "unite": "avis", "masque": true, "n": null, "valeur": null, "bas": null, "haut": null }""")!.AsObject();
        Assert.Empty(Mistakes(figure, schema));

        foreach (var (field, value) in JsonNode.Parse(changed)!.AsObject())
        {
            figure[field] = value?.DeepClone();
        }

        Assert.Contains(Mistakes(figure, schema), m => m.Contains(mistake, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mesures", """{ "masque": false }""", "kinds")]
    [InlineData("mesures", """{ "n": 12 }""", "kinds")]
    [InlineData("mesures", """{ "mois": "2026-10-01" }""", "shape")]
    [InlineData("mesures", """{ "nombre_de_mois": 0 }""", "small")]
    [InlineData("objectifs", """{ "etat": "presque" }""", "shape")]
    [InlineData("objectifs", """{ "cible": null }""", "Null")]
    [InlineData("objectifs", """{ "autre": 1 }""", "more")]
    public async Task The_schema_refuses_a_measure_or_a_goal_that_is_misshapen(string list, string changed, string mistake)
    {
        await using var site = await SiteUnderTest.Empty();
        var schema = await Json(site.Visit(), "/stats.schema.json");
        var indicator = JsonNode.Parse("""
            { "nom": "x", "axe": "utile", "libelle": "X", "unite": "part", "calcul": "c", "source": "s", "definition": 1,
              "mesures": [{ "mois": "2026-10", "nombre_de_mois": 1, "mesure_le": "2026-11-01", "definition": 1, "compte_par_le_site": true, "masque": true, "n": null, "valeur": null, "bas": null, "haut": null }],
              "objectifs": [{ "cible": 0.9, "au_plus": false, "echeance": "2026-12-31", "etat": "inconnu" }] }
            """)!.AsObject();
        JsonObject Impact() => new() { ["startup"] = "eva", ["titre"] = "Eva", ["indicateurs"] = new JsonArray(indicator.DeepClone()), ["couts"] = new JsonArray(), ["obligatoires_manquants"] = new JsonArray() };
        Assert.Empty(Whole([], [Impact()], schema));

        foreach (var (field, value) in JsonNode.Parse(changed)!.AsObject())
        {
            indicator[list]![0]![field] = value?.DeepClone();
        }

        Assert.Contains(Whole([], [Impact()], schema), m => m.Contains(mistake, StringComparison.Ordinal));
    }

    [Fact]
    public async Task C2_the_page_shows_the_five_axes_and_the_numbers_of_the_file_with_their_date_count_and_definition()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Furnish();
        var anyone = site.Visit();
        var eva = (await Json(anyone, "/stats.json")).GetProperty("impact").EnumerateArray().Single(i => i.GetProperty("startup").GetString() == "eva");

        await anyone.Open("/stats");

        Assert.Equal(["Utilisable", "Utilisé", "Utile", "Impact", "Efficient"], anyone.Page.QuerySelectorAll("h3").Select(h => Visitor.Flat(h.TextContent)).Where(h => h.EndsWith(": Eva", StringComparison.Ordinal)).Select(h => h.Split(' ')[0]));
        foreach (var indicator in eva.GetProperty("indicateurs").EnumerateArray())
        {
            var rows = anyone.Page.QuerySelectorAll($"#eva-{indicator.GetProperty("nom").GetString()}-table tbody tr");
            Assert.Equal(indicator.GetProperty("mesures").GetArrayLength(), rows.Length);
            foreach (var (measure, row) in indicator.GetProperty("mesures").EnumerateArray().Zip(rows))
            {
                Assert.Equal(measure.GetProperty("n").GetInt32(), int.Parse(new string([.. row.Children[2].TextContent.Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture));
                Assert.Contains("2020", row.Children[0].TextContent, StringComparison.Ordinal);
            }

            Assert.Contains(Visitor.Flat(indicator.GetProperty("calcul").GetString()!), anyone.Text, StringComparison.Ordinal);
        }

        // A chart has its words, its table, and an identifier of its own.
        Assert.Equal(9, anyone.Page.QuerySelectorAll("figure.impact-chart svg[role=img][aria-label]").Length);
        Assert.Empty(anyone.Page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    static IReadOnlyList<string> Mistakes(JsonObject figure, JsonElement schema) => Whole([figure.DeepClone()], [], schema);

    static IReadOnlyList<string> Whole(JsonNode[] figures, JsonNode[] impacts, JsonElement schema)
    {
        var whole = new JsonObject { ["date"] = "2026-11-23T09:00:00+00:00", ["seuil"] = 10, ["indicateurs"] = new JsonArray(figures), ["impact"] = new JsonArray(impacts) };
        return SchemaCheck.Mistakes(JsonSerializer.SerializeToElement(whole), schema);
    }

    static async Task<JsonElement> Json(Visitor visitor, string url) =>
        JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
}
