namespace Beffroi.Eva.Tests.Restitution;

public sealed class PersonsPagesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_end_starts_with_what_went_well_and_gives_two_strengths_and_one_next_step(bool right)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Fin");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.AnswerQuestionnaire();
        await awa.PlayAll(_ => right);

        await awa.Visitor.Open("/eva/suite");

        Assert.Equal(("/eva/fin", "Bravo Awa, c’est fini"), (awa.Visitor.Address, awa.Visitor.Heading));
        Assert.Equal(2, awa.Visitor.Page.QuerySelectorAll(".strengths li").Length);
        Assert.Equal(["Vos points forts", "Et maintenant"], awa.Visitor.Page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_page_of_the_person_names_a_level_or_a_difficulty(bool right)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Sans étiquette", withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);
        var pages = new List<string>();
        foreach (var address in new[] { "/eva", $"/eva/{campaign.Code}", "/eva/reprendre", "/eva/bienvenue/age", "/eva/bienvenue/ecole", "/eva/bienvenue/niveau", "/eva/pret", "/eva/pause" })
        {
            pages.Add((await awa.Visitor.Open(address)).Text);
        }

        await awa.AnswerQuestionnaire();
        await awa.PlayAll(_ => right);
        pages.Add((await awa.Visitor.Open("/eva/fin")).Text);

        Assert.All(pages, text =>
        {
            Assert.DoesNotMatch("(?i)illettr|anlci|cefr|cecrl|litt[ée]ratie|num[ée]ratie|profil|\\b[AB][12]\\b|\\b[XY][12]\\b|échec|échou|faute|score|note sur", text);
            Assert.NotEmpty(text);
        });
    }

    [Fact]
    public async Task The_end_is_not_shown_before_the_end()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Pas encore");
        var awa = await Participant.Enter(site, campaign.Code);

        Assert.Equal("/eva/bienvenue/age", (await awa.Visitor.Open("/eva/fin")).Address);
    }
}
