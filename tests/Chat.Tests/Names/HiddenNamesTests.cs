using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.CasePages;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Chat.Tests.Rooms;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Names;

/// <summary>An organisation that masks its analysts is named in their place: on pages, in signs, files and searches, for what was written before as well.</summary>
public sealed class HiddenNamesTests
{
    const string Nadia = ChatWorld.Nadia;

    static readonly Marked Both = GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory);

    [Theory, ClassData(typeof(Engines))]
    public async Task A_sign_is_of_the_organisation_that_it_was_put_for_and_tells_no_other(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        // Nadia was at the observatory, under her name, before the ministry.
        await site.Write<ChatDb>(db => db.Add(new Member { Id = Guid.NewGuid(), AccountId = site.IdOf(Nadia), OrganisationId = ChatWorld.Observatory.Id, Name = Nadia, JoinedAt = SiteUnderTest.Start.AddYears(-1), LeftAt = SiteUnderTest.Start.AddDays(-30) }));
        await site.Masks(ChatWorld.Ministry);
        var (nadia, samira, camille) = (await site.SignIn(Nadia), await site.SignIn(ChatWorld.Samira), await site.SignIn(ChatWorld.Camille));
        var id = await samira.Say(RoomVisits.Detection, "Une vidéo de plus");
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        await nadia.Post(Addresses.React(Lang.French, RoomVisits.Detection, id), ("Sign", "ok"), ("Back", RoomVisits.At(RoomVisits.Detection)));

        await samira.Open(Addresses.Message(Lang.French, RoomVisits.Detection, id));
        Assert.DoesNotContain("Belkacem", samira.Text, StringComparison.Ordinal);
        Assert.Contains(ChatWorld.Ministry.Name, samira.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Nadia}, {ChatWorld.Observatory.Name}", samira.Text, StringComparison.Ordinal);
        await camille.Open(Addresses.Message(Lang.French, RoomVisits.Detection, id));
        Assert.Contains($"{Nadia}, {ChatWorld.Ministry.Name}", camille.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_was_said_before_an_organisation_masked_its_analysts_names_them_no_more(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, camille, samira) = (await site.SignIn(Nadia), await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Samira));
        var id = await nadia.Say(RoomVisits.Detection, "Le port est ouvert, @Camille Fontaine");
        var (about, _) = await site.Open(Nadia, "Port ouvert", GivenCases.Of(Tlp.Green) with { Audience = Audience.Community }, new ArgumentMade { Stance = Stance.For, Text = "Le port répond." });
        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains(Nadia, samira.Item(id), StringComparison.Ordinal);

        await camille.Open(Addresses.MyOrganisation(Lang.French));
        await camille.Press("Masquer les noms");

        foreach (var page in new[]
        {
            RoomVisits.At(RoomVisits.Detection), Addresses.Message(Lang.French, RoomVisits.Detection, id), $"{Addresses.Search(Lang.French)}?q=port", Addresses.Case(Lang.French, about),
            CaseStory.Of(about, "/arguments"), CaseStory.Of(about, "/chronologie"), Addresses.Cases(Lang.French), $"{RoomVisits.At(RoomVisits.Detection)}?quote={id}",
        })
        {
            await samira.Open(page);
            Assert.Equal(HttpStatusCode.OK, samira.Status);
            Assert.False(samira.Says("Belkacem") || samira.Says("Camille Fontaine"), $"{page}: {samira.Text}");
            Assert.DoesNotContain(site.IdOf(Nadia).ToString(), samira.Page.Body!.InnerHtml, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("personne " + site.IdOf(Nadia).ToString()[..8], samira.Text, StringComparison.Ordinal);
        }

        await samira.Open($"{Addresses.Search(Lang.French)}?q=ouvert&author={Uri.EscapeDataString(Nadia)}");
        Assert.DoesNotContain("Le port est ouvert", samira.Text, StringComparison.Ordinal);
        foreach (var format in new[] { "Json", "Stix", "Markdown" })
        {
            var file = await Export(samira, about, format, "Oneself");
            Assert.DoesNotContain("Belkacem", file, StringComparison.Ordinal);
            Assert.DoesNotContain(site.IdOf(Nadia).ToString(), file, StringComparison.OrdinalIgnoreCase);
        }

        // Her own colleagues still know her.
        await camille.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains(Nadia, camille.Item(id), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_signed_an_attribution_is_named_there_and_nowhere_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Masks(ChatWorld.Ministry);
        var (about, _) = await site.Open(ChatWorld.Camille, "Port fermé", Both);
        var (nadia, paul, camille) = (await site.SignIn(Nadia), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Camille));
        await (await nadia.At(CaseStory.Of(about, "/attribution"))).Press("Proposer et signer", ("Actor", "Agence Brume"), ("Confidence", nameof(Estimate.Likely)), ("Why", "Même hébergeur"), ("Other0", "Un imitateur"), ("OtherWhy0", "Le style diffère"), ("OtherChance0", nameof(Estimate.Unlikely)), ("Signed", "true"));
        Assert.Equal(HttpStatusCode.OK, nadia.Status);
        await (await camille.At(CaseStory.Of(about, "/reactions"))).Press("Proposer", ("Option", nameof(ReactionOption.Denial)), ("Text", "Démentir"), ("Backfire", "Peu"), ("BackfireChance", nameof(Estimate.Unlikely)), ("Owner", site.IdOf(Nadia).ToString()));

        await paul.At(CaseStory.Of(about, "/attribution"));
        Assert.Contains($"{Nadia} ({ChatWorld.Ministry.Name})", paul.Text, StringComparison.Ordinal);
        await (await paul.At(CaseStory.Of(about, "/reactions"))).Follow("Démentir");
        Assert.DoesNotContain("Belkacem", paul.Text, StringComparison.Ordinal);
        Assert.Contains(ChatWorld.Ministry.Name, paul.Text, StringComparison.Ordinal);

        // In a file for the observatory, her number stands under her signature alone.
        var json = JsonNode.Parse(await Export(camille, about, "Json", ChatWorld.Observatory.Id.ToString()))!;
        var lines = json["events"]!.AsArray();
        Assert.Equal(ChatWorld.Ministry.Id.ToString(), (string)lines.Single(e => (string)e!["fact"]!["type"]! == "reaction")!["fact"]!["owner"]!);
        Assert.Equal(["attribution"], lines.Where(e => e!.ToJsonString().Contains(site.IdOf(Nadia).ToString(), StringComparison.Ordinal)).Select(e => (string)e!["fact"]!["type"]!));
        var words = await Export(camille, about, "Markdown", ChatWorld.Observatory.Id.ToString());
        Assert.Equal(2, words.Split(Nadia).Length);
        Assert.Contains($"Responsable\u00A0: {ChatWorld.Ministry.Name}", words.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task People_of_a_marking_leave_as_their_organisation(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Masks(ChatWorld.Ministry);
        var (about, _) = await site.Open(ChatWorld.Paul, "Port fermé", Both);
        await site.Add(about, Nadia, new() { Tlp = Tlp.Amber, Audience = new() { Circles = [Circle.Of([ChatWorld.Observatory.Id], [site.IdOf(Nadia)])] } }, new ArgumentMade { Stance = Stance.For, Text = "Pour l’observatoire et moi" });
        var paul = await site.SignIn(ChatWorld.Paul);

        foreach (var format in new[] { "Json", "Stix" })
        {
            var file = await Export(paul, about, format, "Oneself");
            Assert.Contains("Pour l’observatoire et moi", file, StringComparison.Ordinal);
            Assert.DoesNotContain(site.IdOf(Nadia).ToString(), file, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_sealed_file_for_others_names_no_masked_colleague(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Masks(ChatWorld.Ministry);
        var (about, _) = await site.Open(ChatWorld.Camille, "Port fermé", GivenCases.Of(Tlp.Green) with { Audience = Audience.Community });
        await site.Add(about, ChatWorld.Camille, new() { Tlp = Tlp.Green }, new ReactionProposed { Option = ReactionOption.Denial, Text = "Démentir", Backfire = "Peu", BackfireChance = Estimate.Unlikely, Owner = site.IdOf(Nadia) });
        var camille = await site.SignIn(ChatWorld.Camille);
        await (await camille.At(CaseStory.Of(about, "/preuves"))).Upload("File", "note.txt", "Une note"u8.ToArray());

        var others = await Sealed("community");
        Assert.Contains("Démentir", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Belkacem", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Fontaine", others, StringComparison.Ordinal);
        Assert.Contains(Nadia, await Sealed("me"), StringComparison.Ordinal);

        async Task<string> Sealed(string to)
        {
            await (await camille.At(CaseStory.Of(about, "/preuves/dossier-scelle"))).Press("Faire le fichier", ("To", to), ("For", "x"));
            return Encoding.UTF8.GetString(await camille.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_masked_colleague_is_called_by_name_among_colleagues_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Masks(ChatWorld.Ministry);
        var (camille, samira) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Samira));
        await camille.Open(RoomVisits.At(RoomVisits.Detection));
        await camille.Press("Envoyer", ("Text", "Qu’en dis-tu, @nadia belkacem ?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains(camille.Mistakes, m => m.Contains("masque ses analystes", StringComparison.Ordinal));
        Assert.Contains("@nadia belkacem", camille.Page.QuerySelector("textarea[name=Text]")!.TextContent, StringComparison.Ordinal);

        var inside = await camille.Say(RoomVisits.Detection, $"Entre nous, @{Nadia}", ("Who", Narrower.OwnOrganisation));
        Assert.Contains(site.ReadChat(db => db.Mentions.ToList()), m => m.MessageId == inside && m.AccountId == site.IdOf(Nadia));
        var said = await camille.Say(RoomVisits.Detection, "Qu’en dites-vous ?");
        await camille.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, said));
        await camille.Press("Enregistrer", ("Text", $"Qu’en dis-tu, @{Nadia} ?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);

        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.DoesNotContain("elkacem", samira.Text, StringComparison.Ordinal);
    }

    static async Task<string> Export(Visitor visitor, Guid about, string format, string to)
    {
        await visitor.Open($"{Addresses.Export(Lang.French, about)}?Format={format}&For={to}");
        await visitor.Press("Télécharger le fichier");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
