using System.Net;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

public sealed class OpeningRoomsTests
{
    const string Samira = "Samira Haddad, Laboratoire Signal";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_private_room_is_for_those_who_were_named(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira), await site.SignIn(ChatWorld.Nadia));
        var room = await Open(hugo, "Enquête à deux", "strict", Samira);

        Assert.Equal("Enquête à deux", (await samira.Open(RoomVisits.At(room))).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open(RoomVisits.At(room))).Status);
        // A colleague of the maker is not in it, and the marking says so.
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(ChatWorld.Paul)).Open(RoomVisits.At(room))).Status);
    }

    [Theory]
    [InlineData("", "red", Samira, null, "Donnez un nom")]
    [InlineData("Nom", "", Samira, null, "Choisissez un niveau")]
    [InlineData("Nom", "red", "", "Laboratory", "personnes nommées une à une")]
    [InlineData("Nom", "strict", "", null, "au moins une organisation")]
    [InlineData("Nom", "strict", "Personne Inconnue", null, "personne ne porte ce nom")]
    public async Task A_room_that_cannot_be_opened_says_why_and_keeps_what_was_typed(string name, string level, string person, string? organisation, string told)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.NewRoom(Lang.French));
        List<(string, string)> typed = [("Kind", "private"), ("Name", name), ("Topic", "Un sujet"), ("Level", level), ("People", person)];
        if (organisation is not null)
        {
            typed.Add(("Organisations", Organisations.Laboratory.Id.ToString()));
        }

        await hugo.Post(Addresses.NewRoom(Lang.French), [.. typed]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains(told, hugo.Text, StringComparison.Ordinal);
        Assert.Equal("Un sujet", hugo.Page.QuerySelector("input[name=Topic]")!.GetAttribute("value"));
        Assert.Equal(person.Length == 0 ? null : person, hugo.Page.QuerySelector("input[name=People]")!.GetAttribute("value"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_conversation_between_the_same_people_is_one_and_is_called_by_the_others(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        await hugo.Open(Addresses.NewRoom(Lang.French) + "?kind=direct");
        await hugo.Post(Addresses.NewRoom(Lang.French), ("Kind", "direct"), ("People", "Samira Haddad"));
        Assert.Equal("Samira Haddad", hugo.Heading);
        var address = hugo.Address;
        await hugo.Say(Guid.Parse(address.Split('/')[^1]), "Bonjour");

        await samira.Open(Addresses.Home(Lang.French));
        await samira.Follow("Hugo Lemaire");
        Assert.True(samira.Says("Bonjour") && samira.Says("TLP:RED"));
        await samira.Open(Addresses.NewRoom(Lang.French) + "?kind=direct");
        await samira.Post(Addresses.NewRoom(Lang.French), ("Kind", "direct"), ("People", "Hugo Lemaire, Observatoire Libre"));
        Assert.Equal(address, samira.Address);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_made_a_room_says_who_enters_and_who_no_longer_does(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira), await site.SignIn(ChatWorld.Nadia));
        var room = await Open(hugo, "Enquête", "strict", Samira);
        await hugo.Say(room, "Dit avant");
        await samira.Say(room, "Dit à Hugo seul");
        Assert.Equal(HttpStatusCode.OK, (await samira.Open(Addresses.RoomSettings(Lang.French, room))).Status);
        Assert.Null(samira.Page.QuerySelector("input[name=Name]"));
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Post(Addresses.RoomSettings(Lang.French, room), ("Name", "Pris"), ("Level", "strict"), ("People", "Hugo Lemaire"))).Status);

        await hugo.Open(Addresses.RoomSettings(Lang.French, room));
        Assert.Equal(Samira, hugo.Page.QuerySelector("input[name=People]")!.GetAttribute("value"));
        await hugo.Post(Addresses.RoomSettings(Lang.French, room), ("Act", "save"), ("Name", "Enquête ouverte"), ("Level", "amber"), ("Organisations", Organisations.Ministry.Id.ToString()));

        Assert.True((await nadia.Open(RoomVisits.At(room))).Says("Dit avant"));
        // The source decides: what Samira said was for those of then.
        Assert.False(nadia.Says("Dit à Hugo seul"));
        Assert.True((await hugo.Open(RoomVisits.At(room))).Says("Dit à Hugo seul"));
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(RoomVisits.At(room))).Status);
        Assert.Equal([site.IdOf(ChatWorld.Samira)], site.ReadChat(db => db.Revocations.Where(r => r.RoomId == room).Select(r => r.AccountId!.Value).ToList()));
        Assert.Equal("Enquête ouverte", nadia.Heading);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_closed_room_is_read_and_no_longer_written_in(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(ChatWorld.Hugo);
        var room = await Open(hugo, "Enquête", "strict", Samira);
        await hugo.Say(room, "Dit avant");
        await hugo.Open(Addresses.RoomSettings(Lang.French, room));
        await hugo.Press("Fermer le salon");

        Assert.True(hugo.Says("Dit avant") && hugo.Says("Ce salon est fermé"));
        await hugo.Post(RoomVisits.At(room), ("Text", "Trop tard"), ("Id", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(0, site.ReadChat(db => db.Messages.Count(m => m.Text == "Trop tard")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_superadmin_opens_the_channels_that_are_missing_and_reads_nothing_by_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<ChatDb>(db => db.Remove(db.Rooms.Single(r => r.Kind == RoomKind.Channel && r.Phase == ChannelPhase.Reaction && r.Language == Lang.English)));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(ChatWorld.Hugo)).Open(Addresses.Channels(Lang.French))).Status);
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open(Addresses.Channels(Lang.French));
        await camille.Press("Ouvrir les canaux");

        Assert.Null(camille.Page.QuerySelector("main form"));
        Assert.Equal(6, site.ReadChat(db => db.Rooms.Where(r => r.Kind == RoomKind.Channel).Select(r => new { r.Phase, r.Language }).Distinct().Count()));
        Assert.Equal(6, site.ReadChat(db => db.Rooms.Count(r => r.Kind == RoomKind.Channel)));
    }

    static async Task<Guid> Open(Visitor visitor, string name, string level, params string[] people)
    {
        await visitor.Open(Addresses.NewRoom(Lang.French));
        await visitor.Post(Addresses.NewRoom(Lang.French), [("Kind", "private"), ("Name", name), ("Level", level), .. people.Select(p => ("People", p))]);
        Assert.Equal(name, visitor.Heading);
        return Guid.Parse(visitor.Address.Split('/')[^1]);
    }
}
