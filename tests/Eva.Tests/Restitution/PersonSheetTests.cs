using System.Net;
using System.Text.RegularExpressions;

namespace Beffroi.Eva.Tests.Restitution;

/// <summary>Row 32, with an adviser: one page, plain French, positive first, listenable; no figure, no level, no label.</summary>
public sealed partial class PersonSheetTests
{
    [Theory]
    [InlineData("competences_de_base", true)]
    [InlineData("competences_de_base", false)]
    [InlineData("complet", true)]
    [InlineData("complet", false)]
    [InlineData("positionnement", true)]
    [InlineData("positionnement", false)]
    public async Task Row_32_the_sheet_begins_with_strengths_and_has_no_figure_no_level_and_no_label(string parcours, bool right)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "Fiche"), ("Parcours", parcours));
        var campaign = site.Campaign("Fiche");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.PlayAll(_ => right);

        await (await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}")).Follow("Fiche simple pour la personne");

        Assert.Equal("Bravo Awa", hugo.Heading);
        Assert.Equal("Vos points forts", hugo.Page.QuerySelector("#lecture h2")!.TextContent.Trim());
        Assert.InRange(hugo.Page.QuerySelectorAll(".strengths li").Length, 2, 3);
        Assert.Equal(2, hugo.Page.QuerySelectorAll(".sheet-line").Length);
        Assert.DoesNotMatch(Label(), hugo.Text);
        // The day, and a question quoted as it was asked, are no figures of a result.
        hugo.Page.QuerySelector(".sheet-day")!.Remove();
        Assert.DoesNotMatch(Figure(), Quoted().Replace(Visitor.Flat(hugo.Page.QuerySelector("#lecture")!.TextContent), "").Replace("Vous avez de 16 à 25 ans", "", StringComparison.Ordinal));
        Assert.NotNull(hugo.Page.QuerySelector("button[data-listen='#lecture']"));
        Assert.NotNull(hugo.Page.QuerySelector("button[data-print]"));
    }

    [Fact]
    public async Task Row_32_it_is_not_made_before_the_end()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Trop tôt");
        await Participant.Enter(site, campaign.Code);
        var hugo = await site.SignIn(Crew.Hugo);
        var address = $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}";

        await hugo.Open(address);

        Assert.DoesNotContain("Fiche simple", hugo.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"{address}/fiche")).Status);
    }

    [GeneratedRegex("illettr|anlci|cefr|cecrl|litt[ée]ratie|num[ée]ratie|profil|\\b[AB][12]\\b|\\b[XY][12]\\b|échec|échou|faute|score|niveau|note sur|diagnosti", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Label();

    [GeneratedRegex("«[^»]*»", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quoted();

    [GeneratedRegex("\\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Figure();
}
