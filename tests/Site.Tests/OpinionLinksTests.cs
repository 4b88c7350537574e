using AngleSharp.Dom;
using Beffroi.Kit;
using Microsoft.Extensions.Configuration;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Site.Tests;

/// <summary>C5 of the specification: each end of what people come to do asks for their opinion, here or where the operator says, and never by a dead link.</summary>
public sealed class OpinionLinksTests
{
    static readonly OpinionButtons Declared = new()
    {
        ByPart = SiteParts.All.ToDictionary(p => p.Word(), p => new OpinionButton { ProductId = "12" + p.Word(), ButtonId = "34" }, StringComparer.Ordinal),
    };

    [Theory, InlineData(false), InlineData(true)]
    public async Task C5_Every_end_leads_to_the_opinion_of_its_own_service(bool declared)
    {
        await using var site = await SiteUnderTest.WithWorld();
        site.Opinions = declared ? Declared : new();
        var keys = await site.Furnish();
        List<(string End, SitePart Part, Visitor At)> ends = [.. await Played(site, keys), .. await Written(site, keys), .. await OfAccounts(site, keys)];

        Assert.All(ends, end =>
        {
            var link = Assert.Single(end.At.Page.QuerySelectorAll("main [data-opinion] a"));
            Assert.True(end.Part.Word() == link.ParentElement!.GetAttribute("data-opinion"), end.End);
            if (declared)
            {
                Assert.Equal($"https://jedonnemonavis.numerique.gouv.fr/Demarches/12{end.Part.Word()}?button=34", link.GetAttribute("href"));
                Assert.Equal(("_blank", "noopener noreferrer"), (link.GetAttribute("target"), link.GetAttribute("rel")));
                Assert.Matches("^(Je donne mon avis - nouvelle fenêtre|Give my opinion \\(in French\\) - new window)$", link.GetAttribute("title")!);
            }
            else
            {
                var asks = Contact.Opinion(end.At.Page.DocumentElement.GetAttribute("lang") == "en" ? Lang.English : Lang.French);
                Assert.StartsWith($"{asks}?service={end.Part.Word()}", link.GetAttribute("href"), StringComparison.Ordinal);
                Assert.Null(link.GetAttribute("target"));
            }

            // Nothing of the other site is fetched.
            Assert.DoesNotContain(end.At.Page.QuerySelectorAll("img, script, link[rel=stylesheet], iframe"), e => (e.GetAttribute("src") ?? e.GetAttribute("href") ?? "").Contains("jedonnemonavis", StringComparison.Ordinal));
        });
    }

    static async Task<IReadOnlyList<(string, SitePart, Visitor)>> Played(SiteUnderTest site, PlaceKeys keys)
    {
        var group = await Participant.Enter(site, keys.Code, "Inès");
        await group.AnswerQuestionnaire();
        await group.PlayAll(_ => true);
        var alone = (await Participant.AloneAtTheEnd(site)).Visitor;
        await alone.Open("/eva/seul/resultats");
        var erased = await (await Participant.Alone(site)).Visitor.Open("/eva/seul/efface");
        return
        [
            ("la fin d’un parcours", SitePart.Eva, await group.Visitor.Open("/eva/fin")),
            ("la feuille de qui joue seul", SitePart.Eva, alone),
            ("tout est effacé", SitePart.Eva, erased),
            ("la restitution", SitePart.Eva, await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{keys.Evaluation}")),
        ];
    }

    static async Task<IReadOnlyList<(string, SitePart, Visitor)>> Written(SiteUnderTest site, PlaceKeys keys)
    {
        var volunteer = await AdsFurnishing.VolunteerOf(site, TestContext.Current.CancellationToken);
        var told = await volunteer.Open(Ads.Addresses.More(Lang.French, AdsFurnishing.Answer) + "?merci");
        var sender = await site.Visit().Open(Ads.Addresses.Submit(Lang.English));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        await sender.Press("Send", ("LibraryUrl", "https://www.facebook.com/ads/library/?id=700000000000001"), ("Why", "Seen before a video."));
        var contester = await site.Visit().Open(Bots.Addresses.Contest(Lang.French));
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await contester.Press("Envoyer ma demande", ("Kind", "Objection"), ("Network", "Twitter"), ("Handle", "inconnu_au_bataillon"), ("Text", "Ce compte est tenu par moi, chaque jour."), ("Contact", "moi@exemple.example"));
        return
        [
            ("une annonce classée", SitePart.Ads, told),
            ("une annonce envoyée", SitePart.Ads, sender),
            ("une proposition envoyée", SitePart.Encyclopedia, await site.Visit().Open(Encyclopedia.Addresses.Follow(Lang.French, ContributionFurnishing.FollowToken))),
            ("une contestation envoyée", SitePart.Bots, contester),
        ];
    }

    static async Task<IReadOnlyList<(string, SitePart, Visitor)>> OfAccounts(SiteUnderTest site, PlaceKeys keys)
    {
        var newcomer = await site.Visit().Open($"/inscription/structure/{keys.Structure}");
        await newcomer.Press("Créer mon compte", ("Name", "Lina Petit"), ("Email", "lina.petit@structure.fr"), ("Password", "un long mot de passe rare"), ("TermsAccepted", "true"));
        var stopped = await site.Visit().Open($"/rappels/{keys.StopToken}");
        await stopped.Press("Ne plus recevoir de rappels");
        var leaving = await site.SignIn(Crew.Hugo);
        await leaving.Open("/compte/fermer");
        await leaving.Press("Demander la fermeture", ("Password", Cli.World.People.Password));
        return
        [
            ("une fermeture demandée", SitePart.Site, leaving),
            ("un compte ouvert", SitePart.Site, newcomer),
            ("des rappels arrêtés", SitePart.Site, stopped),
            ("un message à l’équipe", SitePart.Site, await site.Visit().Open("/aide/ecrire/merci?reference=2345-ABCD")),
        ];
    }

    [Theory]
    [InlineData("eva", "12", "34", true)]
    [InlineData("Eva", "12", "34", false)]
    [InlineData("nulle-part", "12", "34", false)]
    [InlineData("eva", "", "34", false)]
    [InlineData("eva", "12", null, false)]
    [InlineData("eva", "12/../x", "34", false)]
    [InlineData("eva", "12", "34&autre=1", false)]
    public void The_site_does_not_start_with_a_button_that_leads_nowhere(string word, string? product, string? button, bool starts)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [$"Site:Opinions:{word}:ProductId"] = product, [$"Site:Opinions:{word}:ButtonId"] = button }).Build()
            .GetSection("Site:Opinions").Get<Dictionary<string, OpinionButton>>();
        if (starts)
        {
            Assert.Equal("https://jedonnemonavis.numerique.gouv.fr/Demarches/12?button=34", OpinionButtons.Checked(settings).Href(SitePart.Eva));
            Assert.Null(OpinionButtons.Checked(settings).Href(SitePart.Ads));
            return;
        }

        Assert.Throws<InvalidOperationException>(() => OpinionButtons.Checked(settings));
    }

    [Fact]
    public void Without_settings_there_is_no_button() => Assert.Null(OpinionButtons.Checked(null).Href(SitePart.Eva));
}
