using System.Net;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

public sealed class RoomPagesTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_said_by_the_form_stands_in_the_room_for_the_others_in_both_languages(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Samira));

        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        await nadia.Press("Envoyer", ("Text", "Une **rumeur** circule\nsur le port @Samira Haddad"));
        var id = nadia.Saying("rumeur");

        await samira.Open(Addresses.Room(Lang.English, RoomVisits.Detection));
        var item = samira.Page.QuerySelector($"#m-{id}")!;
        Assert.Equal("rumeur", item.QuerySelector("strong")!.TextContent);
        Assert.NotNull(item.QuerySelector(".chat-text br"));
        Assert.Equal("@Samira Haddad", item.QuerySelector(".chat-mention")!.TextContent);
        Assert.Contains("Nadia Belkacem", item.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ministère des Affaires imaginées", item.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([site.IdOf(ChatWorld.Samira)], site.ReadChat(db => db.Mentions.Where(m => m.MessageId == id).Select(m => m.AccountId).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_form_sent_twice_is_one_message(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        var id = nadia.Page.QuerySelector("#composer input[name=Id]")!.GetAttribute("value")!;

        await nadia.Post(RoomVisits.At(RoomVisits.Detection), ("Id", id), ("Text", "Une fois"), ("Act", "send"));
        await nadia.Post(RoomVisits.At(RoomVisits.Detection), ("Id", id), ("Text", "Une fois"), ("Act", "send"));

        Assert.Equal(1, site.ReadChat(db => db.Messages.Count(m => m.Text == "Une fois")));
    }

    [Theory]
    [InlineData("", "Écrivez un message")]
    [InlineData("abc\u202Ecba", "invisible")]
    public async Task What_cannot_be_said_comes_back_as_typed(string text, string told)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));

        await nadia.Press("Envoyer", ("Text", text), ("Who", "own"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Contains(nadia.Mistakes, m => m.Contains(told, StringComparison.Ordinal));
        Assert.Equal(text, nadia.Page.QuerySelector("textarea[name=Text]")!.TextContent);
        Assert.Equal("own", nadia.Page.QuerySelector("select[name=Who] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_level_that_names_people_asks_whom()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));

        await nadia.Press("Envoyer", ("Text", "Pour qui ?"), ("Who", "red"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Contains(nadia.Mistakes, m => m.Contains("Cochez", StringComparison.Ordinal));
        Assert.Equal(0, site.ReadChat(db => db.Messages.Count(m => m.Text == "Pour qui ?")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_room_that_is_not_for_them_is_not_there(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Home(Lang.French));
        Assert.False(samira.Says("Port imaginaire"));
        foreach (var l in Langs.All)
        {
            foreach (var room in new[] { RoomVisits.Private, Guid.NewGuid() })
            {
                string[] pages = [Addresses.Room(l, room), Addresses.Thread(l, room, WorldChat.PrivateWord), Addresses.Message(l, room, WorldChat.PrivateWord), Addresses.Versions(l, room, WorldChat.PrivateWord), Addresses.Edit(l, room, WorldChat.PrivateWord), Addresses.Remove(l, room, WorldChat.PrivateWord), Addresses.RoomSettings(l, room)];
                foreach (var page in pages)
                {
                    Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(page)).Status);
                }

                await samira.Open(RoomVisits.At(RoomVisits.Detection));
                string[] acts = [Addresses.Room(l, room), Addresses.Draft(l, room), Addresses.Thread(l, room, WorldChat.PrivateWord), Addresses.React(l, room, WorldChat.PrivateWord), Addresses.Edit(l, room, WorldChat.PrivateWord), Addresses.Remove(l, room, WorldChat.PrivateWord), Addresses.Resolve(l, room, WorldChat.PrivateWord), Addresses.RoomSettings(l, room)];
                foreach (var act in acts)
                {
                    await samira.Open(RoomVisits.At(RoomVisits.Detection));
                    Assert.True(HttpStatusCode.NotFound == (await samira.Post(act, ("Text", "Bonjour"), ("Sign", "ok"), ("Id", Guid.NewGuid().ToString()))).Status, act);
                }
            }
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_marked_message_is_read_by_those_it_names_and_its_trace_by_nobody_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, hugo, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        var red = await nadia.Say(RoomVisits.Detection, "Entre nous deux", ("Who", "red"), ("People", site.IdOf(ChatWorld.Hugo).ToString()));
        var amber = await nadia.Say(RoomVisits.Detection, "Entre nos organisations", ("Who", "amber"), ("Organisations", Organisations.Laboratory.Id.ToString()));
        Assert.Contains("TLP:RED", nadia.Item(red), StringComparison.Ordinal);

        await hugo.Open(RoomVisits.At(RoomVisits.Detection));
        await samira.Open(RoomVisits.At(RoomVisits.Detection));

        Assert.Contains("Entre nous deux", hugo.Item(red), StringComparison.Ordinal);
        Assert.Equal("", hugo.Item(amber));
        Assert.Equal("", samira.Item(red));
        Assert.Contains("Entre nos organisations", samira.Item(amber), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(Addresses.Message(Lang.French, RoomVisits.Detection, red))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(Addresses.Thread(Lang.French, RoomVisits.Detection, red))).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_quotation_and_a_reply_are_no_wider_than_what_they_quote_and_answer(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, paul, hugo) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Hugo));

        await paul.Open($"{RoomVisits.At(RoomVisits.Detection)}?quote={WorldChat.PrivateWord}");
        Assert.Contains("TLP", paul.Page.QuerySelector("#composer")!.TextContent, StringComparison.Ordinal);
        await paul.Press("Envoyer", ("Text", "Voyez ceci"));
        var quoting = paul.Saying("Voyez ceci");
        await nadia.Open(Addresses.Thread(Lang.French, RoomVisits.Detection, WorldChat.MarkedSign));
        await nadia.Press("Envoyer", ("Text", "Je le confirme aussi"));
        var reply = nadia.Saying("Je le confirme aussi");

        // The quoted message is for the ministry and the observatory, the answered one for the ministry.
        Assert.Contains("Trois cents comptes", (await nadia.Open(RoomVisits.At(RoomVisits.Detection))).Item(quoting), StringComparison.Ordinal);
        var samira = await site.SignIn(ChatWorld.Samira);
        Assert.Equal("", (await samira.Open(RoomVisits.At(RoomVisits.Detection))).Item(quoting));
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Addresses.Message(Lang.French, RoomVisits.Detection, reply))).Status);
        Assert.Equal(Tlp.Amber, site.ReadChat(db => db.Scopes.Single(s => s.Id == db.Messages.Single(m => m.Id == quoting).ScopeId).Tlp));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_last_fifty_are_shown_and_the_older_ones_follow(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<ChatDb>(db =>
        {
            var room = db.Rooms.Single(r => r.Id == RoomVisits.Detection);
            for (var i = 1; i <= 120; i++)
            {
                db.Add(new Message { Id = Guid.NewGuid(), RoomId = room.Id, Place = ++room.LastPlace, At = SiteUnderTest.Start.AddMinutes(i - 200), Origin = MessageOrigin.Site, AuthorId = null, OrganisationId = null, Text = $"numéro {i} fin" });
            }
        });
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await hugo.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Equal(Enumerable.Range(71, 50), Numbers(hugo));
        await hugo.Follow("Messages plus anciens");
        Assert.Equal(Enumerable.Range(21, 50), Numbers(hugo));
        await hugo.Follow("Messages plus récents");
        Assert.Equal(Enumerable.Range(71, 50), Numbers(hugo));
        await hugo.Open(RoomVisits.At(RoomVisits.Detection) + "?before=n%27importe+quoi");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Analysts_of_an_organisation_that_masks_them_are_named_to_their_own_alone(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Masks(Organisations.Ministry);
        var (nadia, camille, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Samira));
        var id = await nadia.Say(RoomVisits.Detection, "Sans mon nom");
        await nadia.Open(Addresses.Message(Lang.French, RoomVisits.Detection, id));
        await nadia.Press("👍 D’accord");

        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains("Ministère des Affaires imaginées", samira.Item(id), StringComparison.Ordinal);
        await samira.Open(Addresses.Message(Lang.French, RoomVisits.Detection, id));
        Assert.False(samira.Says("Nadia"));
        await samira.Open(Addresses.RoomSettings(Lang.French, RoomVisits.Detection));
        Assert.False(samira.Says("Nadia"));
        await samira.Open(Addresses.NewRoom(Lang.French));
        Assert.DoesNotContain("Nadia", samira.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Nadia Belkacem", (await camille.Open(RoomVisits.At(RoomVisits.Detection))).Item(id), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_new_is_told_until_it_is_read_and_never_of_what_one_may_not_read(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Samira));
        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Equal("", await New(samira));

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await nadia.Say(RoomVisits.Detection, "Pour nous seuls", ("Who", "own"));
        Assert.Equal("", await New(samira));

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await nadia.Say(RoomVisits.Detection, "Regarde, @Samira Haddad");
        Assert.Equal("On vous nomme Nouveau", await New(samira));
        Assert.Equal("", await New(nadia));

        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains("Nouveaux messages", samira.Text, StringComparison.Ordinal);
        Assert.Equal("", await New(samira));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_draft_waits_on_the_server_until_it_is_sent(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        await nadia.Press("Garder le brouillon", ("Text", "À finir"));

        var elsewhere = await site.SignIn(ChatWorld.Nadia);
        await elsewhere.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Equal("À finir", elsewhere.Page.QuerySelector("textarea[name=Text]")!.TextContent);
        await elsewhere.Post(Addresses.Draft(Lang.French, RoomVisits.Detection), ("Text", "À finir demain"));
        Assert.Equal("À finir demain", (await nadia.Open(RoomVisits.At(RoomVisits.Detection))).Page.QuerySelector("textarea[name=Text]")!.TextContent);
        var other = await (await site.SignIn(ChatWorld.Hugo)).Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Equal("", other.Page.QuerySelector("textarea[name=Text]")!.TextContent);

        await nadia.Press("Envoyer");
        Assert.Equal("", nadia.Page.QuerySelector("textarea[name=Text]")!.TextContent);
        Assert.Equal(0, site.ReadChat(db => db.Drafts.Count()));
    }

    static List<int> Numbers(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll(".chat-text").Select(t => t.TextContent.Trim().Split(' ')).Where(w => w is ["numéro", _, "fin"]).Select(w => int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture))];

    static async Task<string> New(Visitor visitor)
    {
        await visitor.Open(Addresses.Home(Lang.French));
        return string.Join(' ', visitor.Page.QuerySelectorAll($"li[data-room='{RoomVisits.Detection}'] .fr-badge").Select(b => b.TextContent));
    }
}
