using Beffroi.Chat.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.OnTheShelf;

/// <summary>Rights follow markings, in the same transaction.</summary>
public sealed class MarkingOnTheShelfTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_narrower_case_shuts_its_room_and_cuts_the_line_of_who_is_let_out(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();
        await site.Write(id, Shelf.Bilal, Shelf.Bilal.Draft(Shelf.Tag("fin")));

        var reply = await Mark(site, id, new() { Tlp = Tlp.Amber, Audience = Audience.Of(Shelf.Ministry) });

        Assert.True(reply.IsDone);
        Assert.Null(await site.View(id, Shelf.Bilal.Reader));
        Assert.NotNull(await site.View(id, Shelf.Anna.Reader));
        Assert.Equal(site.ReadChat(db => db.Cases.Single().ScopeId), site.ReadChat(db => db.Rooms.Single().ScopeId));
        Assert.Equal((0, 1), Seen(site, Shelf.Bilal, Shelf.Anna));
        Assert.Equal(site.ReadChat(db => db.Rooms.Single().Id), site.ReadChat(db => db.Revocations.Single()).RoomId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_wider_case_keeps_what_others_wrote_and_said_for_those_of_then(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();
        await site.Write(id, Shelf.Anna, Shelf.Anna.Draft(Shelf.Tag("ours")));
        await site.Write(id, Shelf.Bilal, Shelf.Bilal.Draft(Shelf.Tag("theirs")));
        await Say(site, "dit à deux");

        var reply = await Mark(site, id, new() { Tlp = Tlp.Amber, Audience = Audience.Of(Shelf.Ministry, Shelf.Ngo, Shelf.Paper) });
        await Say(site, "dit à trois");

        Assert.True(reply.IsDone);
        Assert.Equal(["ours"], Tags(await site.View(id, Shelf.Chloe.Reader)));
        Assert.Equal(["ours", "theirs"], Tags(await site.View(id, Shelf.Anna.Reader)));
        Assert.Equal(["dit à trois"], Said(site, Shelf.Chloe));
        Assert.Equal(["dit à deux", "dit à trois"], Said(site, Shelf.Anna));
        Assert.Equal(0, site.ReadChat(db => db.Revocations.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lines_bear_the_scope_that_holds_for_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();
        var red = Shelf.Anna.Draft(Shelf.Tag("secret"), new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(Shelf.Anna.AccountId) });
        var own = Shelf.Anna.Draft(Shelf.Tag("ours"), new() { Tlp = Tlp.AmberStrict });
        await site.Write(id, Shelf.Anna, red, own, Shelf.Anna.Draft(Shelf.Tag("all")));
        await Mark(site, id, new() { Tlp = Tlp.Amber, Audience = Audience.Of(Shelf.Ministry) });

        var scopes = site.ReadChat(db => db.CaseLines.OrderBy(l => l.Number).Select(l => l.ScopeId).ToList());
        Marked? Of(int number) => scopes[number - 1] is { } scope ? CaseJson.Read<Marked>(site.ReadChat(db => db.Scopes.Single(s => s.Id == scope).Content)) : null;

        Assert.Equal([false, true, true, false, false], scopes.Select(s => s is not null));
        Assert.Equal(CaseJson.Write(red.Marking), CaseJson.Write(Of(2)));
        Assert.Equal(CaseJson.Write(new Marked { Tlp = Tlp.AmberStrict, Audience = Audience.Of(Shelf.Ministry) }), CaseJson.Write(Of(3)));
        Assert.Equal(["all", "ours", "secret"], Tags(await site.View(id, Shelf.Anna.Reader)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_shared_something_restricted_is_told_who_read_it_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var (amber, green) = (await site.Opened(), await site.Opened(new() { Tlp = Tlp.Green, Audience = Audience.Community }));

        foreach (var id in new[] { amber, amber, green })
        {
            await site.At(s => s.Read(id, Shelf.Bilal, Ct));
            await site.At(s => s.Read(id, Shelf.Anna, Ct));
            await site.At(s => s.Read(id, Shelf.Chloe, Ct));
        }

        var reading = site.ReadChat(db => db.Readings.Single());
        Assert.Equal((Shelf.Bilal.AccountId, (Guid?)Shelf.Ngo, (Guid?)amber, (Guid?)Shelf.Ministry), (reading.AccountId, reading.OrganisationId, reading.CaseId, reading.OwnerOrganisationId));

        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.At(s => s.Read(amber, Shelf.Bilal, Ct));
        Assert.Equal(2, site.ReadChat(db => db.Readings.Count()));
    }

    static Task<CaseReply> Mark(SiteUnderTest site, Guid id, Marked to) =>
        site.Write(id, Shelf.Anna, Shelf.Anna.Draft(new MarkingChanged { Target = site.ReadChat(db => db.CaseLines.Single(l => l.CaseId == id && l.Number == 1).EventId), To = to, Why = "décidé ce matin" }));

    static async Task Say(SiteUnderTest site, string text)
    {
        var room = site.ReadChat(db => db.Rooms.Single().Id);
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.dire";
        await scope.ServiceProvider.GetRequiredService<Posting>().Post(new() { Id = Guid.NewGuid(), RoomId = room, Origin = MessageOrigin.Person, AuthorId = Shelf.Bilal.AccountId, OrganisationId = Shelf.Ngo, Text = text }, Ct);
    }

    static List<string> Said(SiteUnderTest site, Seat seat)
    {
        using var scope = site.Scope();
        return [.. scope.ServiceProvider.GetRequiredService<Scopes>().MessagesOf(seat.Reader).OrderBy(m => m.Place).Select(m => m.Text)];
    }

    static (int Bilal, int Anna) Seen(SiteUnderTest site, Seat bilal, Seat anna)
    {
        using var scope = site.Scope();
        var scopes = scope.ServiceProvider.GetRequiredService<Scopes>();
        return (scopes.RoomsOf(bilal.Reader).Count(), scopes.RoomsOf(anna.Reader).Count());
    }

    static IReadOnlyList<string> Tags(CaseView? view) => [.. view!.State.Observables.Select(o => o.Fact.Observable.Value).Order(StringComparer.Ordinal)];
}
