using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Beffroi.Eva.Entry;

namespace Beffroi.Eva.Tests.Figures;

/// <summary>Row 47: what everybody may read, and what is masked.</summary>
public sealed class StatsTests
{
    const string Unsaid = Background.Unsaid;

    // Mean 0.8; the squared differences to it add up to 11.6, so that Student's 2.262 gives 0.8 ± 0.81.
    static readonly (string Before, string After)[] Ten = [("1", "3"), ("2", "3"), ("3", "3"), ("4", "4"), ("3", "4"), ("5", "4"), ("1", "4"), ("2", "2"), ("1", "2"), ("4", "5")];

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_47_counts_a_share_and_the_change_of_confidence_are_public_with_their_n(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await Plant(site, Ten, unfinished: 5);

        var page = await site.Visit().Open("/stats");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
        [
            "Évaluations commencées / 15 / 15",
            "Évaluations terminées / 10 / 10",
            "Part des évaluations terminées / 67 % / 15",
            "« Vous sentez-vous capable de lire et d’écrire au travail ? » : évolution moyenne entre avant et après les jeux / +0,8 cran (intervalle à 95 % : de 0,0 à +1,6) / 10",
        ], Rows(page));
        Assert.Equal(
        [
            "Structures actives : au moins une évaluation terminée sur les 12 derniers mois entiers",
            "Évaluations terminées dans les structures sur les 12 derniers mois entiers",
            "Évaluations terminées par structure active sur ces 12 mois : médiane",
            "« Vous sentez-vous capable d’apprendre un nouveau métier ? » : évolution moyenne entre avant et après les jeux",
            "Part des repérages à confirmer suivis d’une orientation vers une solution",
        ], Masked(page));
        var lines = await Json(site);
        Assert.Equal((15, 15.0), (lines[0].GetProperty("n").GetInt32(), lines[0].GetProperty("valeur").GetDouble()));
        Assert.Equal((15, 10 / 15.0), (lines[2].GetProperty("n").GetInt32(), lines[2].GetProperty("valeur").GetDouble()));
        Assert.Equal((10, 0.8, 0.0, 1.6), (lines[6].GetProperty("n").GetInt32(), lines[6].GetProperty("valeur").GetDouble(), lines[6].GetProperty("bas").GetDouble(), lines[6].GetProperty("haut").GetDouble()));
    }

    [Fact]
    public async Task Row_47_a_figure_on_nine_people_is_masked_and_nothing_in_the_json_gives_it_away()
    {
        await using var site = await SiteUnderTest.Empty();
        // Ten have begun and said something; one of them preferred to say nothing afterwards, one has not finished.
        await Plant(site, [.. Ten.Take(8), ("4", Unsaid)], unfinished: 1);

        var page = await site.Visit().Open("/stats");
        Assert.Equal(["10"], Rows(page).Select(row => row.Split(" / ")[1]));
        Assert.Equal(8, Masked(page).Count);
        var lines = await Json(site);
        Assert.Equal([false, .. Enumerable.Repeat(true, 8)], lines.Select(line => line.GetProperty("masque").GetBoolean()));
        Assert.All(lines.Skip(1), line => Assert.All(new[] { "n", "valeur", "bas", "haut" }, field => Assert.Equal(JsonValueKind.Null, line.GetProperty(field).ValueKind)));
    }

    [Fact]
    public async Task Row_47_who_answered_once_only_is_not_counted_in_the_change()
    {
        await using var site = await SiteUnderTest.Empty();
        await Plant(site, [.. Ten, ("5", Unsaid), (Unsaid, "1"), (Unsaid, Unsaid)], unfinished: 0);

        Assert.EndsWith(" / 10", Rows(await site.Visit().Open("/stats"))[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_are_counted_once_for_all_readers_of_the_hour()
    {
        await using var site = await SiteUnderTest.Empty();
        await Plant(site, Ten, unfinished: 0);
        var first = Rows(await site.Visit().Open("/stats"));
        await Plant(site, Ten, unfinished: 0, code: "STB59000");

        Assert.Equal(first, Rows(await site.Visit().Open("/stats")));
    }

    // Other modules count on the same page, each in a table of its own.
    static List<string> Rows(Visitor page) =>
        [.. Table(page).QuerySelectorAll("tbody tr").Select(row => string.Join(" / ", row.Children.Select(cell => Visitor.Flat(cell.TextContent))))];

    static List<string> Masked(Visitor page)
    {
        var after = Table(page);
        while (after is not IHtmlDetailsElement)
        {
            after = after.NextElementSibling ?? after.ParentElement!;
        }

        return [.. after.QuerySelectorAll("li").Select(item => Visitor.Flat(item.TextContent))];
    }

    static IElement Table(Visitor page) =>
        page.Page.QuerySelectorAll("main table").Single(table => table.QuerySelector("caption")!.TextContent.Contains("Chiffres : Eva", StringComparison.Ordinal));

    static async Task<List<JsonElement>> Json(SiteUnderTest site)
    {
        using var json = JsonDocument.Parse(await site.Visit().Http.GetStreamAsync(new Uri("/stats.json", UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. json.RootElement.GetProperty("indicateurs").EnumerateArray().Where(line => line.GetProperty("nom").GetString()!.StartsWith("eva_", StringComparison.Ordinal)).Select(line => line.Clone())];
    }

    static Task Plant(SiteUnderTest site, IReadOnlyList<(string Before, string After)> finished, int unfinished, string code = "STA59000")
    {
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(), Label = code, Code = code, StructureId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), CreatedAt = SiteUnderTest.Start,
            Parcours = Parcours.Complet, Situations = [], WithWriting = false, WithConfidence = true, IsPrivate = false,
        };
        return site.Given([campaign, .. finished.Select((said, index) => Evaluation(campaign, $"{code}-{index}", said)), .. Enumerable.Range(0, unfinished).Select(index => Evaluation(campaign, $"{code}-x{index}", null))]);
    }

    static Evaluation Evaluation(Campaign campaign, string code, (string Before, string After)? said)
    {
        var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = code, Code = code, CreatedAt = SiteUnderTest.Start };
        var evaluation = new Evaluation
        {
            Id = Guid.NewGuid(), CampaignId = campaign.Id, Campaign = campaign, BeneficiaryId = person.Id, Beneficiary = person, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start,
            ConsentVersion = ConsentText.Version, TokenHash = Eva.Evaluation.Hash(code),
        };
        if (said is var (before, after))
        {
            Confidence.Before[0].KeepIn(evaluation, before, SiteUnderTest.Start);
            Confidence.After[0].KeepIn(evaluation, after, SiteUnderTest.Start);
            // A campaign without situations is finished at once.
            evaluation.FinishWhenDone(SiteUnderTest.Start);
        }
        else
        {
            Confidence.Before[0].KeepIn(evaluation, "3", SiteUnderTest.Start);
        }

        return evaluation;
    }
}
