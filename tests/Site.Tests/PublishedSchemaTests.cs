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

    static IReadOnlyList<string> Mistakes(JsonObject figure, JsonElement schema)
    {
        var whole = new JsonObject { ["date"] = "2026-11-23T09:00:00+00:00", ["seuil"] = 10, ["indicateurs"] = new JsonArray(figure.DeepClone()) };
        return SchemaCheck.Mistakes(JsonSerializer.SerializeToElement(whole), schema);
    }

    static async Task<JsonElement> Json(Visitor visitor, string url) =>
        JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
}
