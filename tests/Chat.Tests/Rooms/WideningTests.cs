using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Chat.Tests.People;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

/// <summary>What is said to few is kept for few, whoever is let in meanwhile.</summary>
public sealed class WideningTests
{
    const string Samira = "Samira Haddad, Laboratoire Signal";

    /// <summary>For what was begun to come to where it waits: shorter, the tests would prove less and still pass.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_judged_before_others_were_let_in_is_not_theirs(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira), await site.SignIn(ChatWorld.Nadia));
        var room = await Open(hugo);
        await samira.Open(RoomVisits.At(room));

        Task said;
        await using var scope = site.Scope();
        using (await scope.ServiceProvider.GetRequiredService<RoomTurns>().Take(room, Steps.Ct))
        {
            // Judged, and waiting for its turn.
            said = samira.Post(RoomVisits.At(room), ("Text", "À Hugo seul"), ("Id", Guid.NewGuid().ToString()));
            await Task.Delay(Moment, Steps.Ct);
            await LetIn(hugo, room);
        }

        await said;
        Assert.False((await nadia.Open(RoomVisits.At(room))).Says("À Hugo seul"));
        Assert.Equal(HttpStatusCode.OK, nadia.Status);
        Assert.True((await hugo.Open(RoomVisits.At(room))).Says("À Hugo seul"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_writes_on_a_page_older_than_its_newcomers_is_told_before_it_is_said(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        var room = await Open(hugo);
        await samira.Open(RoomVisits.At(room));
        await LetIn(hugo, room);

        await samira.Press("Envoyer", ("Text", "À Hugo seul"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains(samira.Mistakes, m => m.Contains("ouvert à d’autres", StringComparison.Ordinal));
        Assert.Equal("À Hugo seul", samira.Page.QuerySelector("textarea[name=Text]")!.TextContent);
        Assert.Equal(0, site.ReadChat(db => db.Messages.Count(m => m.Text == "À Hugo seul")));
        // The page that tells it shows who reads now.
        await samira.Press("Envoyer");
        Assert.Equal(HttpStatusCode.OK, samira.Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_being_written_when_others_are_let_in_stays_with_those_of_then(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Nadia));
        var room = await Open(hugo);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Say(room, "Dit avant");

        await Saying(site, room, ChatWorld.Samira, () => LetIn(hugo, room));

        await nadia.Open(RoomVisits.At(room));
        Assert.Equal((HttpStatusCode.OK, false, false), (nadia.Status, nadia.Says("Dit avant"), nadia.Says("Dit pendant")));
        await hugo.Open(RoomVisits.At(room));
        Assert.True(hugo.Says("Dit avant") && hugo.Says("Dit pendant"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_being_written_when_its_case_is_widened_stays_with_those_of_then(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();
        var (room, opening) = site.ReadChat(db => ValueTuple.Create(db.Rooms.Single().Id, db.CaseLines.Single().EventId));

        await Saying(site, room, null, () => site.Write(id, Shelf.Anna, Shelf.Anna.Draft(new MarkingChanged { Target = opening, To = new() { Tlp = Tlp.Amber, Audience = Audience.Of(Shelf.Ministry, Shelf.Ngo, Shelf.Paper) }, Why = "décidé" })));

        await using var scope = site.Scope();
        var scopes = scope.ServiceProvider.GetRequiredService<Scopes>();
        Assert.Equal((1, 0), (scopes.RoomsOf(Shelf.Chloe.Reader).Count(), scopes.MessagesOf(Shelf.Chloe.Reader).Count()));
        Assert.Equal(1, scopes.MessagesOf(Shelf.Bilal.Reader).Count());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_room_that_closes_takes_nothing_that_was_on_its_way(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        var room = await Open(hugo);
        await samira.Open(RoomVisits.At(room));

        Task said;
        await using var scope = site.Scope();
        using (await scope.ServiceProvider.GetRequiredService<RoomTurns>().Take(room, Steps.Ct))
        {
            said = samira.Post(RoomVisits.At(room), ("Text", "Trop tard"), ("Id", Guid.NewGuid().ToString()));
            await Task.Delay(Moment, Steps.Ct);
            await hugo.Open(Addresses.RoomSettings(Lang.French, room));
            await hugo.Press("Fermer le salon");
        }

        await said;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains(samira.Mistakes, m => m.Contains("Ce salon est fermé", StringComparison.Ordinal));
        Assert.Equal(0, site.ReadChat(db => db.Messages.Count(m => m.RoomId == room)));
    }

    [Fact]
    public async Task Those_whose_names_the_form_may_not_show_stay_in_the_room()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (hugo, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        var room = await Open(hugo);
        await site.Masks(Organisations.Laboratory);

        await hugo.Open(Addresses.RoomSettings(Lang.French, room));
        await hugo.Post(Addresses.RoomSettings(Lang.French, room), ("Act", "save"), ("Name", "Enquête"), ("Topic", "Un mot corrigé"), ("Level", "strict"), ("Organisations", Organisations.Ministry.Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, (await samira.Open(RoomVisits.At(room))).Status);
        Assert.Empty(site.ReadChat(db => db.Revocations.ToList()));
    }

    static async Task<Guid> Open(Visitor visitor)
    {
        await visitor.Open(Addresses.NewRoom(Lang.French));
        await visitor.Post(Addresses.NewRoom(Lang.French), ("Kind", "private"), ("Name", "Enquête"), ("Level", "strict"), ("People", Samira));
        Assert.Equal("Enquête", visitor.Heading);
        return Guid.Parse(visitor.Address.Split('/')[^1]);
    }

    static async Task LetIn(Visitor hugo, Guid room)
    {
        await hugo.Open(Addresses.RoomSettings(Lang.French, room));
        await hugo.Post(Addresses.RoomSettings(Lang.French, room), ("Act", "save"), ("Name", "Enquête"), ("Level", "amber"), ("People", Samira), ("Organisations", Organisations.Ministry.Id.ToString()));
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
    }

    /// <summary>Holds a message between its writing and its commit, as a slow node would, while something else is begun.</summary>
    static async Task Saying(SiteUnderTest site, Guid room, string? name, Func<Task> meanwhile)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.dire";
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Steps.Ct);
#pragma warning disable RS0030 // As Posting takes the room.
        await db.Rooms.Where(r => r.Id == room).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastPlace, r => r.LastPlace + 1_000_000_000), Steps.Ct);
#pragma warning restore RS0030
        var place = await db.Rooms.Where(r => r.Id == room).Select(r => r.LastPlace).SingleAsync(Steps.Ct);
        db.Add(new Message
        {
            Id = Guid.NewGuid(), RoomId = room, Place = place, At = SiteUnderTest.Start, Origin = MessageOrigin.Person, Text = "Dit pendant",
            AuthorId = name is null ? Shelf.Bilal.AccountId : site.IdOf(name), OrganisationId = name is null ? Shelf.Ngo : ChatWorld.OrganisationOf(name)!.Id,
        });
        await db.SaveChangesAsync(Steps.Ct);
        var begun = Task.Run(meanwhile, Steps.Ct);
        await Task.Delay(Moment, Steps.Ct);
        await transaction.CommitAsync(Steps.Ct);
        await begun;
    }
}
