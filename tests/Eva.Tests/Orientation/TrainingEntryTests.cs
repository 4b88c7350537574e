using System.Net;
using Beffroi.Eva.Tests.Positionnement;

namespace Beffroi.Eva.Tests.Orientation;

public sealed class TrainingEntryTests
{
    [Fact]
    public async Task By_the_published_rules_each_criterion_of_CléA_is_where_it_belongs_with_the_gaps_first()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var evaluation = await site.Played(await site.Position("positionnement", "historique"), id => !id.Contains("lp", StringComparison.Ordinal));

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{evaluation.Id}/formation");

        Assert.Equal(["À travailler d’abord", "Acquis dans Eva, à confirmer", "Ce qui n’a pas été mesuré"], hugo.Page.QuerySelectorAll("article h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(["2.4.1"], Codes(hugo, "a-travailler"));
        Assert.Equal(["2.1.5", "2.1.6", "2.3.6", "2.5.1", "2.5.2"], Codes(hugo, "pas-mesure").Where(c => c.StartsWith('2')));
        Assert.Equal(14, Codes(hugo, "acquis").Count(c => c.StartsWith('2')));
        Assert.Contains("n’est pas le certificat CléA", hugo.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_adaptive_questions_sub_skills_rest_on_questions_of_the_expected_level_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var evaluation = await site.Played(await site.Position("positionnement", "beffroi"), _ => false);

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{evaluation.Id}/formation");

        Assert.Empty(Codes(hugo, "acquis"));
        Assert.Contains("Lire des mots et trouver une information", Visitor.Flat(hugo.Page.QuerySelector("section[aria-labelledby=a-travailler]")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("0 réponses justes sur", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_diagnostic_says_what_it_measured_and_the_file_says_the_same()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Diagnostic");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);
        var address = $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/formation";
        var hugo = await (await site.SignIn(Crew.Hugo)).Open(address);

        Assert.Equal(["Comprendre un texte", "2 Calculer au travail, tous sous-domaines ensemble"], Points(hugo, "acquis"));
        Assert.Contains("Écrire des mots et des messages", Points(hugo, "pas-mesure"));
        var lines = (await hugo.Http.GetStringAsync(new Uri(address + ".csv", UriKind.Relative), TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("domaine;code;point;etat;constat;a_travailler", lines[0]);
        Assert.Equal(hugo.Page.QuerySelectorAll("tbody tr").Length, lines.Length - 1);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.OtherAdviser)).Open(address + ".csv")).Status);
    }

    static IReadOnlyList<string> Points(Visitor visitor, string section) => [.. visitor.Page.QuerySelectorAll($"section[aria-labelledby={section}] tbody th").Select(h => Visitor.Flat(h.TextContent))];

    static IReadOnlyList<string> Codes(Visitor visitor, string section) => [.. Points(visitor, section).Select(p => p.Split(' ')[0])];
}
