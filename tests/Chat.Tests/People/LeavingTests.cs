using System.Net;
using System.Net.Http.Json;
using Beffroi.Accounts;
using Beffroi.Chat.Tests.CasePages;
using Beffroi.Chat.Tests.Rooms;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.People;

/// <summary>Rights are given to somebody of an organisation, not to an account: nothing of them goes with it.</summary>
public sealed class LeavingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_joins_another_organisation_with_the_same_account_finds_nothing_of_the_first(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, paul, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Samira));
        var direct = await Direct(samira, "Hugo Lemaire");
        await samira.Say(direct, "Entre nous deux");
        var own = await hugo.Say(RoomVisits.Detection, "Pour les nôtres", ("Who", "own"));
        var theCase = await site.Case(ChatWorld.Paul, new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(site.IdOf(ChatWorld.Paul), site.IdOf(ChatWorld.Hugo)) });
        Assert.Equal(HttpStatusCode.OK, (await hugo.Open(RoomVisits.At(direct))).Status);
        Assert.Equal(HttpStatusCode.OK, (await hugo.Open(CaseStory.Of(theCase))).Status);

        await End(paul, ChatWorld.Hugo);
        await Joins(site, hugo, ChatWorld.Hugo);

        Assert.Equal("Laboratoire Signal", (await hugo.Open("/discussion/mon-organisation")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(RoomVisits.At(direct))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(CaseStory.Of(theCase))).Status);
        Assert.False((await hugo.Open(RoomVisits.At(RoomVisits.Detection))).Says("Pour les nôtres"));
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, own))).Status);

        // Here they are somebody: they write, are named and written to anew, and what is begun with them is not what was.
        await hugo.Say(RoomVisits.Detection, "Bonjour du laboratoire");
        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains("Laboratoire Signal", samira.Item(samira.Saying("Bonjour du laboratoire")), StringComparison.Ordinal);
        var again = await Direct(samira, "Hugo Lemaire");
        Assert.NotEqual(direct, again);
        await samira.Say(again, "Bienvenue @Hugo Lemaire");
        Assert.True((await hugo.Open(RoomVisits.At(again))).Says("Bienvenue"));
        await site.Round();
        Assert.NotEmpty(site.ReadAccounts(db => db.Outbox.Where(o => o.AccountId == site.IdOf(ChatWorld.Hugo) && o.Kind.StartsWith("discussion")).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_comes_back_to_the_same_organisation_is_who_they_were(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, paul, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Samira));
        var direct = await Direct(samira, "Hugo Lemaire");
        await End(paul, ChatWorld.Hugo);
        Assert.Equal("/discussion/rejoindre", (await hugo.Open(RoomVisits.At(direct))).Address);

        await paul.Press($"Réadmettre ({ChatWorld.Hugo})");

        Assert.Equal(HttpStatusCode.OK, (await hugo.Open(RoomVisits.At(direct))).Status);
        Assert.Equal("Samira Haddad", hugo.Heading);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_guest_whose_time_is_over_joins_an_organisation_and_the_case_stays_shut(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.Case();
        var rose = await GuestsTests.Entered(site, id);
        Assert.Equal(HttpStatusCode.OK, (await rose.Open(CaseStory.Of(id))).Status);
        site.Clock.Advance(TimeSpan.FromDays(15));

        rose = await site.SignIn(ChatWorld.Rose);
        await Joins(site, rose, ChatWorld.Rose);

        Assert.Equal("Laboratoire Signal", (await rose.Open("/discussion/mon-organisation")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await rose.Open(CaseStory.Of(id))).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_guest_who_comes_again_by_another_pass_is_not_who_was_named_by_the_first(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.Case();
        var rose = await GuestsTests.Entered(site, id);
        var first = site.ReadChat(db => db.GuestPasses.Single()).AccountId;
        site.Clock.Advance(TimeSpan.FromDays(15));

        rose = await GuestsTests.Entered(site, id);

        Assert.Equal(HttpStatusCode.OK, (await rose.Open(CaseStory.Of(id))).Status);
        var passes = site.ReadChat(db => db.GuestPasses.OrderBy(p => p.InvitedAt).ToList());
        Assert.Equal((first, site.IdOf(ChatWorld.Rose)), (passes[0].AccountId, passes[1].LoginId!.Value));
        Assert.NotEqual(first, passes[1].AccountId);
        // The link of the pass is theirs still, by the account that signs in.
        await rose.Open("/discussion/a-signaler");
        Assert.Equal(HttpStatusCode.OK, rose.Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_programs_of_who_leaves_write_no_more(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, paul) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Paul));
        var hook = await Hook(hugo, RoomVisits.Detection);
        await site.Write<ChatDb>(db => db.Add(new WatchedFeed { Id = Guid.NewGuid(), RoomId = RoomVisits.Detection, Address = "https://flux.example/rss", Title = "Flux", AddedBy = site.IdOf(ChatWorld.Hugo), AddedAt = SiteUnderTest.Start, NextAt = SiteUnderTest.Start }));
        Assert.Equal(HttpStatusCode.OK, await Post(site, hook));

        await End(paul, ChatWorld.Hugo);

        Assert.Equal(HttpStatusCode.Unauthorized, await Post(site, hook));
        Assert.Equal(1, site.ReadChat(db => db.Messages.Count(m => m.Origin == MessageOrigin.Hook)));
        Assert.All(site.ReadChat(db => db.Feeds.Select(f => f.StoppedAt).Concat(db.IncomingHooks.Select(h => h.StoppedAt)).ToList()), at => Assert.NotNull(at));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_programs_of_who_is_put_out_of_a_room_write_no_more_there(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (hugo, samira) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        await hugo.Open(Addresses.NewRoom(Lang.French));
        await hugo.Post(Addresses.NewRoom(Lang.French), ("Kind", "private"), ("Name", "Enquête"), ("Level", "strict"), ("People", "Samira Haddad"));
        var room = Guid.Parse(hugo.Address.Split('/')[^1]);
        var hook = await Hook(samira, room);
        Assert.Equal(HttpStatusCode.OK, await Post(site, hook));

        await hugo.Open(Addresses.RoomSettings(Lang.French, room));
        await hugo.Post(Addresses.RoomSettings(Lang.French, room), ("Act", "save"), ("Name", "Enquête"), ("Level", "strict"), ("People", "Paul Mercier"), ("Organisations", ChatWorld.Observatory.Id.ToString()));

        Assert.Equal(HttpStatusCode.Unauthorized, await Post(site, hook));
    }

    static async Task<Guid> Direct(Visitor visitor, string other)
    {
        await visitor.Open(Addresses.NewRoom(Lang.French) + "?kind=direct");
        await visitor.Post(Addresses.NewRoom(Lang.French), ("Kind", "direct"), ("People", other));
        Assert.Equal(other, visitor.Heading);
        return Guid.Parse(visitor.Address.Split('/')[^1]);
    }

    static async Task End(Visitor referent, string name)
    {
        await referent.Open("/discussion/mon-organisation");
        await referent.Press($"Mettre fin à l’accès ({name})");
    }

    /// <summary>Their address is now of the laboratory.</summary>
    static async Task Joins(SiteUnderTest site, Visitor visitor, string name)
    {
        var domain = site.ReadChat(db => db.Domains.First(d => d.OrganisationId == ChatWorld.Laboratory.Id).Domain);
        await site.Write<AccountsDb>(db =>
        {
            var account = db.Users.Single(a => a.Name == name);
            (account.Email, account.NormalizedEmail, account.EmailConfirmed) = ($"{name.Split(' ')[0].ToLowerInvariant()}@{domain}", $"{name.Split(' ')[0].ToUpperInvariant()}@{domain.ToUpperInvariant()}", true);
        });
        await visitor.Open("/discussion/rejoindre");
        await visitor.Press("Rejoindre la discussion");
    }

    static async Task<string> Hook(Visitor visitor, Guid room)
    {
        await visitor.Open(Addresses.Hooks(Lang.French, room));
        await visitor.Press("Créer une adresse", ("NameIn", "Veille"));
        return new Uri(visitor.Page.QuerySelector("[data-secret]")!.TextContent).AbsolutePath;
    }

    static async Task<HttpStatusCode> Post(SiteUnderTest site, string hook) => (await site.Visit().Http.PostAsJsonAsync(hook, new { text = "Du programme" }, Steps.Ct)).StatusCode;
}
