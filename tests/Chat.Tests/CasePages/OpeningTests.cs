using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Cli.World;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>From a message to a case (C4), or from nothing.</summary>
public sealed class OpeningTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task One_press_opens_the_case_of_a_message_and_the_second_finds_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));

        await hugo.OpenCaseFrom(WorldChat.FirstSign);
        var address = hugo.Address;
        Assert.StartsWith(CaseStory.Cases + "/", address, StringComparison.Ordinal);
        Assert.StartsWith("Une vidéo dit que le port imaginaire ferme lundi", hugo.Heading, StringComparison.Ordinal);
        Assert.NotNull(hugo.Page.QuerySelector($"a[href$='/fil/{WorldChat.FirstSign}']"));

        await hugo.OpenCaseFrom(WorldChat.FirstSign);
        await camille.OpenCaseFrom(WorldChat.FirstSign);

        Assert.Equal((address, address), (hugo.Address, camille.Address));
        var row = site.ReadChat(db => db.Cases.Single());
        Assert.Equal(WorldChat.FirstSign, row.MessageId);
        Assert.Equal(row.Id, site.ReadChat(db => db.Messages.Single(m => m.Id == WorldChat.FirstSign).CaseId));
        Assert.Contains("https://port-imaginaire.example/fermeture", await Observables(camille, address), StringComparison.Ordinal);
        await camille.At(CaseStory.Channel);
        Assert.NotNull(camille.Page.QuerySelector($"a[href='{address}']"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_is_kept_out_of_the_case_of_a_message_opens_their_own_and_learns_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (camille, hugo) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Hugo));
        await camille.At($"{CaseStory.Cases}/nouveau?room={ChatWorld.Channel(ChannelPhase.Detection)}&message={WorldChat.FirstSign}");
        await camille.Press("Ouvrir le dossier", ("Title", "Entre nous"), ("Tlp", nameof(Tlp.AmberStrict)), ("Organisations", ChatWorld.Ministry.Id.ToString()));
        Assert.Equal("Entre nous", camille.Heading);
        var theirs = camille.Address;

        await hugo.At(CaseStory.Channel);
        Assert.DoesNotContain("/dossiers/", string.Concat(hugo.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))), StringComparison.Ordinal);
        await hugo.OpenCaseFrom(WorldChat.FirstSign);
        var own = hugo.Address;
        await hugo.OpenCaseFrom(WorldChat.FirstSign);

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Equal(own, hugo.Address);
        Assert.NotEqual(theirs, own);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(theirs)).Status);
        Assert.Equal(2, site.ReadChat(db => db.Cases.Count()));
    }

    [Fact]
    public async Task A_message_that_one_may_not_read_opens_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await hugo.OpenCaseFrom(WorldChat.MarkedSign);

        Assert.Equal(HttpStatusCode.NotFound, hugo.Status);
        Assert.Equal(0, site.ReadChat(db => db.Cases.Count()));
    }

    [Fact]
    public async Task A_case_of_a_marked_message_is_never_wider_than_the_message()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.At($"{CaseStory.Cases}/nouveau?room={ChatWorld.Channel(ChannelPhase.Detection)}&message={WorldChat.MarkedSign}");

        await nadia.Press("Ouvrir le dossier", ("Tlp", nameof(Tlp.Green)));

        var (paul, id) = (await site.SignIn(ChatWorld.Paul), site.ReadChat(db => db.Cases.Single().Id));
        Assert.Contains("TLP:AMBER", nadia.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(CaseStory.Of(id))).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_case_opened_from_nothing_has_its_room_and_what_its_text_holds(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.At("/en/chat/cases/new");

        await hugo.Press("Open the case", ("Title", " "), ("Text", "See https://leurre.example/a?utm_source=x and #fin"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains("To be filled in.", string.Join('\n', hugo.Mistakes), StringComparison.Ordinal);
        await hugo.Press("Open the case", ("Title", "Le leurre"), ("Tlp", nameof(Tlp.Amber)), ("Organisations", ChatWorld.Laboratory.Id.ToString()));

        Assert.Equal("Le leurre", hugo.Heading);
        var id = site.ReadChat(db => db.Cases.Single().Id);
        Assert.Equal(["Hashtag::fin", "Url::https://leurre.example/a"], site.ReadChat(db => db.CaseMarks.Select(m => m.Value).ToList()).Order(StringComparer.Ordinal));
        await hugo.Follow("Room of the case");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignIn(ChatWorld.Samira)).Open(CaseStory.Of(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(ChatWorld.Nadia)).Open(CaseStory.Of(id))).Status);
    }

    static async Task<string> Observables(Visitor visitor, string address) => (await visitor.At(address + "/observables")).Text;
}
