using System.Text.RegularExpressions;

namespace Beffroi.Eva.Tests.Alone;

/// <summary>Row 32: one page, plain French, positive first, listenable; never a raw score nor a label.</summary>
public sealed partial class SheetTests
{
    static readonly string[] Order = ["Vos points forts", "Ce que montrent vos réponses", "Ce que cette feuille n’est pas", "Et maintenant"];

    [Theory]
    [InlineData("competences_de_base", true)]
    [InlineData("competences_de_base", false)]
    [InlineData("complet", true)]
    [InlineData("complet", false)]
    public async Task The_sheet_begins_with_strengths_and_names_no_level_no_score_and_no_difficulty(string parcours, bool right)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var sheet = (await Participant.AloneAtTheEnd(site, parcours, _ => right)).Visitor;

        Assert.Equal("/eva/seul/resultats", sheet.Address);
        Assert.Equal(Order, sheet.Page.QuerySelectorAll("#lecture h2").Select(h => h.TextContent.Trim()));
        Assert.InRange(sheet.Page.QuerySelectorAll(".strengths li").Length, 2, 4);
        Assert.DoesNotMatch(Label(), sheet.Text);
        Assert.DoesNotMatch(RawScore(), sheet.Page.QuerySelector("#lecture")!.TextContent);
        Assert.NotNull(sheet.Page.QuerySelector("button[data-listen='#lecture']"));
        Assert.NotNull(sheet.Page.QuerySelector("button[data-print]"));
    }

    [Fact]
    public async Task What_is_likely_and_what_is_to_confirm_is_said_in_words_and_explained()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var sheet = (await Participant.AloneAtTheEnd(site)).Visitor;

        var words = sheet.Page.QuerySelectorAll(".sheet-how").Select(h => h.TextContent.Trim(' ', ':', '\u00a0')).ToList();
        Assert.Equal(2, words.Count);
        Assert.All(words, word => Assert.Contains(word, new[] { "Sans doute", "À confirmer" }));
        Assert.All(words.Distinct(StringComparer.Ordinal), word => Assert.Contains($"« {word} »", sheet.Text.Replace('\u00a0', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_right_says_more_than_everything_wrong()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var strong = (await Participant.AloneAtTheEnd(site, right: _ => true)).Visitor;
        var weak = (await Participant.AloneAtTheEnd(site, right: _ => false)).Visitor;

        Assert.Contains("texte de travail de plusieurs phrases", strong.Text, StringComparison.Ordinal);
        Assert.Contains("Une aide est utile", weak.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_faster_than_reading_say_nothing_of_what_a_person_can_do()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        await alone.AnswerQuestionnaire();
        await alone.PlayAll(_ => true, seconds: 0.2, wordSeconds: 0.1);

        await alone.Visitor.Open("/eva/seul/resultats");

        Assert.Empty(alone.Visitor.Page.QuerySelectorAll(".sheet-how"));
        Assert.Contains("Des réponses très rapides ne comptent pas", alone.Visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("non", "france", true)]
    [InlineData("oui", "non_scolarise", true)]
    [InlineData("oui", "france", false)]
    public async Task Where_to_go_follows_the_language_and_the_school_that_were_told(string language, string school, bool french)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        await alone.AnswerQuestionnaire(("langue", language), ("ecole", school), ("aisance", "difficile"));
        await alone.PlayAll(_ => true);

        await alone.Visitor.Open("/eva/fin");

        Assert.Equal(french, alone.Visitor.Text.Contains("cours de français", StringComparison.Ordinal));
        Assert.All(new[] { "France Travail", "mission locale", "CRIA" }, door => Assert.Contains(door, alone.Visitor.Text, StringComparison.Ordinal));
        Assert.Contains("peu l’habitude de l’écran", alone.Visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_parcours_tells_how_a_person_works_when_it_went_well()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var strong = (await Participant.AloneAtTheEnd(site, "complet", _ => true)).Visitor;

        Assert.Contains("Vous comparez et triez avec soin", strong.Text, StringComparison.Ordinal);
        Assert.Equal(4, strong.Page.QuerySelectorAll(".strengths li").Length);
    }

    [Fact]
    public async Task The_sheet_is_not_shown_before_the_end_nor_to_somebody_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        var campaign = await Participant.Enter(site, "BKT59000");

        Assert.Equal("/eva/bienvenue/langue", (await alone.Visitor.Open("/eva/seul/resultats")).Address);
        Assert.Equal("/eva/bienvenue/age", (await campaign.Visitor.Open("/eva/seul/resultats")).Address);
        Assert.Equal("/eva", (await site.Visit().Open("/eva/seul/resultats")).Address);
    }

    [GeneratedRegex("illettr|anlci|cefr|cecrl|litt[ée]ratie|num[ée]ratie|profil|\\b[AB][12]\\b|\\b[XY][12]\\b|échec|échou|faute|score|niveau|note sur|diagnosti", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Label();

    [GeneratedRegex("\\d+\\s*(sur|/)\\s*\\d+|\\d\\s*%|\\d+,\\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RawScore();
}
