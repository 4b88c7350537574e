using Beffroi.Chat.Cases;
using Beffroi.Chat.Notifying;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Tests.CasePages;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Chat.Tests.Rooms;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.People;

/// <summary>What is restricted is read nowhere without a trace: quotes, previews, first words, lists; and those who shared it are told, once a day.</summary>
public sealed class ReadingsNotedTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task First_words_quotes_and_previews_are_readings(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, camille, paul) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Paul));
        await site.Tell(new(site.IdOf(ChatWorld.Nadia), site.IdOf(ChatWorld.Paul), NoticeReason.Mention, WorldChat.PrivateWord, null), ChatWorld.PrivateRoom);
        await nadia.Open(Addresses.Notices(Lang.French));
        Assert.Contains("Trois cents comptes", nadia.Text, StringComparison.Ordinal);
        await nadia.Open(Addresses.Notices(Lang.French));
        Assert.Single(Read(site, ChatWorld.Nadia, WorldChat.PrivateWord));

        await camille.Open($"{RoomVisits.At(RoomVisits.Detection)}?quote={WorldChat.PrivateWord}");
        Assert.Contains("Trois cents comptes", camille.Text, StringComparison.Ordinal);
        Assert.Single(Read(site, ChatWorld.Camille, WorldChat.PrivateWord));

        await paul.Open(RoomVisits.At(RoomVisits.Private));
        await paul.Upload("Files", "capture.png", Evidence.Pictures.Bytes("a-small.png"), ("Text", "Avec une image"), ("Id", Guid.NewGuid().ToString()));
        var file = site.ReadChat(db => db.Files.Single()).Id;
        for (var i = 0; i < 2; i++)
        {
            using var picture = await nadia.Http.GetAsync(new Uri(Addresses.Preview(file), UriKind.Relative), Steps.Ct);
            Assert.True(picture.IsSuccessStatusCode);
        }

        var line = Assert.Single(Read(site, ChatWorld.Nadia, file));
        Assert.Equal(ChatWorld.Observatory.Id, line.OwnerOrganisationId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_a_quotation_shows_is_read_where_it_is_quoted(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (paul, nadia) = (await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Nadia));
        await paul.Open($"{RoomVisits.At(RoomVisits.Detection)}?quote={WorldChat.PrivateWord}");
        await paul.Press("Envoyer", ("Text", "À relire"));
        Assert.Equal(System.Net.HttpStatusCode.OK, paul.Status);

        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains("Trois cents comptes", nadia.Text, StringComparison.Ordinal);
        Assert.Single(Read(site, ChatWorld.Nadia, WorldChat.PrivateWord));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lists_of_cases_are_readings_of_what_they_show(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, lines) = await site.Open(ChatWorld.Hugo, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory), new ArgumentMade { Stance = Stance.Question, Text = "Qui paie ?" });
        var (nadia, camille) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille));
        await nadia.At(CaseStory.Cases);
        await nadia.At(CaseStory.Cases);
        Assert.Equal((ChatWorld.Observatory.Id, id), Assert.Single(Read(site, ChatWorld.Nadia, lines[0])) is { } read ? (read.OwnerOrganisationId!.Value, read.CaseId!.Value) : default);

        await camille.At("/discussion/questions-ouvertes");
        Assert.Contains("Qui paie ?", camille.Text, StringComparison.Ordinal);
        Assert.Single(Read(site, ChatWorld.Camille, lines[1]));
        Assert.Single(Read(site, ChatWorld.Camille, lines[0]));

        var room = site.ReadChat(db => db.Cases.Single(c => c.Id == id)).RoomId;
        await nadia.Open(RoomVisits.At(room));
        await nadia.Press("Envoyer", ("Text", "/criteria"));
        Assert.Contains(site.ReadChat(db => db.Readings.ToList()), r => r.AccountId == site.IdOf(ChatWorld.Nadia) && r.CaseId == id && r.ItemId is null && r.Act == ReadingAct.Read);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_referent_is_told_that_something_was_read_and_not_which_where_they_may_not_read_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, lines) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory));
        var room = site.ReadChat(db => db.Cases.Single(c => c.Id == id)).RoomId;
        var (nadia, hugo, camille) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await nadia.Open(RoomVisits.At(room));
        await nadia.Press("Envoyer", ("Text", "Pour Hugo seul"), ("Who", Narrower.Red), ("People", site.IdOf(ChatWorld.Hugo).ToString()));
        var said = site.ReadChat(db => db.Messages.Single(m => m.Text == "Pour Hugo seul")).Id;
        await hugo.Open(RoomVisits.At(room));
        await hugo.At(CaseStory.Cases);
        Assert.Single(Read(site, ChatWorld.Hugo, said));
        Assert.Single(Read(site, ChatWorld.Hugo, lines[0]));

        await camille.At(Addresses.Readings(Lang.French));

        var page = camille.Page.QuerySelector("main")!.InnerHtml;
        Assert.DoesNotContain(said.ToString(), page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"#l-{lines[0]}", page, StringComparison.Ordinal);
        Assert.Equal(site.ReadChat(db => db.Readings.Count(r => r.OwnerOrganisationId == ChatWorld.Ministry.Id && r.AccountId != site.IdOf(ChatWorld.Camille))), camille.Page.QuerySelectorAll("#lectures tbody tr").Length);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Those_who_shared_are_told_once_the_day_after_in_the_summary(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Private));
        await Digest(site);
        Assert.Empty(Told(site));

        // Paul said it, and looks after the observatory.
        site.Clock.Advance(TimeSpan.FromHours(15));
        await Digest(site);
        await Digest(site);
        var notice = Assert.Single(Told(site));
        Assert.Equal((site.IdOf(ChatWorld.Paul), (DateTimeOffset?)null), (notice.AccountId, notice.TellAt));

        site.Clock.Advance(TimeSpan.FromHours(8));
        await site.Round();
        Assert.Contains("a été lu ou exporté", Assert.Single(site.LettersTo(ChatWorld.Paul)).Body, StringComparison.Ordinal);
        var paul = await site.SignIn(ChatWorld.Paul);
        await paul.Open(Addresses.Notices(Lang.French));
        Assert.NotNull(paul.Page.QuerySelector($"main a[href='{Addresses.Readings(Lang.French)}']"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Digest(site);
        Assert.Single(Told(site));
    }

    static List<ReadingLine> Read(SiteUnderTest site, string name, Guid item) => site.ReadChat(db => db.Readings.Where(r => r.AccountId == site.IdOf(name) && r.ItemId == item && r.Act == ReadingAct.Read).ToList());

    static List<NoticeRow> Told(SiteUnderTest site) => site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.ReadByOthers).ToList());

    static async Task Digest(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<ReadDigest>().Run(Steps.Ct);
    }
}
