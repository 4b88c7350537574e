using Beffroi.Chat.Live;
using Beffroi.Chat.Tests.People;
using Beffroi.Kit;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Live;

/// <summary>A right withdrawn closes the lines that it let in, on every node.</summary>
public sealed class CutTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Whoever_leaves_an_organisation_loses_the_line_though_another_node_wrote_it(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        var (hugo, nadia) = (await site.Enter(ChatWorld.Hugo), await site.Enter(ChatWorld.Nadia));
        await using var gone = await hugo.Listen(Room);
        await using var stays = await nadia.Listen(Room);

        // Past this site: as another node would write it.
        await Leave(site, ChatWorld.Hugo);
        await gone.Closed;
        var said = await stays.Post("Il est parti");
        await stays.Until(shown => shown.Contains(said.Id!.Value));
        Assert.DoesNotContain(gone.Heard, news => news is Posted);

        await using var again = hugo.Line();
        var closed = new TaskCompletionSource();
        again.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await again.StartAsync(TestContext.Current.CancellationToken);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(HubConnectionState.Connected, stays.Line.State);
    }

    [Fact]
    public async Task A_room_that_is_narrowed_closes_the_lines_of_those_in_it_and_of_nobody_else()
    {
        await using var site = await LiveSite.Start();
        var (hugo, nadia, samira) = (await site.Enter(ChatWorld.Hugo), await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Samira));
        await using var first = await hugo.Listen(ChatWorld.PrivateRoom);
        await using var second = await nadia.Listen(ChatWorld.PrivateRoom);
        await using var elsewhere = await samira.Listen(Room);
        var now = TimeProvider.System.GetUtcNow();

        await site.Data.Write<ChatDb>(db => db.Add(new Revocation { Id = Guid.NewGuid(), At = now, RoomId = ChatWorld.PrivateRoom }));

        await first.Closed;
        await second.Closed;
        var said = await elsewhere.Post("Toujours là");
        await elsewhere.Until(shown => shown.Contains(said.Id!.Value));
    }

    [Fact]
    public async Task The_node_that_withdraws_a_right_does_not_wait_for_its_round()
    {
        await using var site = await LiveSite.Start();
        var hugo = await site.Enter(ChatWorld.Hugo);
        await using var gone = await hugo.Listen(Room);

        // No row is written: only this node can know.
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<LiveRooms>().Cut(new() { Id = Guid.NewGuid(), At = TimeProvider.System.GetUtcNow(), AccountId = site.Data.IdOf(ChatWorld.Hugo) });

        await gone.Closed;
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Whoever_the_page_puts_out_of_a_room_loses_the_line_and_those_who_stay_keep_theirs(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        var (hugo, samira, paul) = (await site.Enter(ChatWorld.Hugo), await site.Enter(ChatWorld.Samira), await site.Enter(ChatWorld.Paul));
        await hugo.Visitor.Open(Addresses.NewRoom(Lang.French));
        await hugo.Visitor.Post(Addresses.NewRoom(Lang.French), ("Kind", "private"), ("Name", "Enquête"), ("Level", "strict"), ("People", "Samira Haddad"), ("People", "Paul Mercier"));
        var room = Guid.Parse(hugo.Visitor.Address.Split('/')[^1]);
        await using var gone = await samira.Listen(room);
        await using var stays = await paul.Listen(room);

        await hugo.Visitor.Open(Addresses.RoomSettings(Lang.French, room));
        await hugo.Visitor.Post(Addresses.RoomSettings(Lang.French, room), ("Act", "save"), ("Name", "Enquête"), ("Level", "strict"), ("People", "Paul Mercier"));

        await gone.Closed;
        var said = await stays.Post("Sans elle");
        await stays.Until(shown => shown.Contains(said.Id!.Value));
        Assert.DoesNotContain(gone.Heard, news => news is Posted);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_case_that_is_narrowed_closes_the_lines_of_its_room(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        var id = await site.Data.Case();
        var (camille, hugo) = (await site.Enter(ChatWorld.Camille), await site.Enter(ChatWorld.Hugo));
        await using var gone = await hugo.Listen(site.Data.ReadChat(db => db.Cases.Single().RoomId));

        await camille.Visitor.Open($"/discussion/dossiers/{id}/marquage");
        await camille.Visitor.Post($"/discussion/dossiers/{id}/marquage", ("Tlp", nameof(Tlp.AmberStrict)), ("Organisations", ChatWorld.Ministry.Id.ToString()), ("Why", "Entre nous"));

        await gone.Closed;
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_guest_whose_time_is_over_loses_the_line_before_any_letter_leaves(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        await site.Data.Case();
        var (room, id) = site.Data.ReadChat(db => ValueTuple.Create(db.Cases.Single().RoomId, db.Cases.Single().Id));
        // Of a case of the community: no marking names the guest.
        await site.Data.Write<ChatDb>(db =>
        {
            var scope = db.Rooms.First(r => r.Kind == RoomKind.Channel).ScopeId;
            (db.Cases.Single().ScopeId, db.Rooms.Single(r => r.Id == room).ScopeId) = (scope, scope);
        });
        var rose = await site.Enter(ChatWorld.Rose);
        var closedFirst = false;
        // The round that ends passes goes by every half minute, and may happen to go by at this one.
        for (var turn = 0; turn < 3 && !closedFirst; turn++)
        {
            await Pass(site, id, TimeSpan.FromHours(1));
            await using var gone = await rose.Listen(room);
            await site.Data.Write<ChatDb>(db => db.Remove(db.GuestPasses.Single()));
            await Pass(site, id, TimeSpan.FromSeconds(4));
            // Its end is read at each call.
            await gone.Line.InvokeAsync(nameof(LiveHub.Typing), room, (Guid?)null, TestContext.Current.CancellationToken);

            await gone.Closed;

            closedFirst = site.Data.ReadChat(db => db.GuestPasses.All(p => p.RevokedAt == null) && !db.Revocations.Any());
            await site.Data.Write<ChatDb>(db =>
            {
                db.Remove(db.GuestPasses.Single());
                db.RemoveRange(db.Revocations);
            });
            // What was withdrawn is read again a moment later: it is of this turn, not of the next.
            await Task.Delay(closedFirst ? TimeSpan.Zero : TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }

        Assert.True(closedFirst);
    }

    [Fact]
    public async Task What_is_said_once_a_right_is_withdrawn_on_one_node_is_not_heard_on_another()
    {
        await using var redis = await RedisServer.Start();
        Assert.SkipWhen(redis is null, "No redis-server on this machine (Debian: apt-get install redis-server).");
        await using var first = await LiveSite.Start(DbEngine.Sqlite, ("ConnectionStrings:Redis", redis.Address));
        await using var second = LiveSite.Beside(first.Data, DbEngine.Sqlite, ("ConnectionStrings:Redis", redis.Address));
        var (hugo, paul) = (await first.Enter(ChatWorld.Hugo), await first.Enter(ChatWorld.Paul));
        var samira = await second.Enter(ChatWorld.Samira);
        await hugo.Visitor.Open(Addresses.NewRoom(Lang.French));
        await hugo.Visitor.Post(Addresses.NewRoom(Lang.French), ("Kind", "private"), ("Name", "Enquête"), ("Level", "strict"), ("People", "Samira Haddad"), ("People", "Paul Mercier"));
        var room = Guid.Parse(hugo.Visitor.Address.Split('/')[^1]);
        await using var gone = await samira.Listen(room);
        await using var speaks = await paul.Listen(room);
        var before = await speaks.Post("Avec elle");
        await gone.Hears(news => news is Posted posted && posted.Id == before.Id);

        await hugo.Visitor.Open(Addresses.RoomSettings(Lang.French, room));
        await hugo.Visitor.Post(Addresses.RoomSettings(Lang.French, room), ("Act", "save"), ("Name", "Enquête"), ("Level", "strict"), ("People", "Paul Mercier"));
        for (var i = 0; i < 20; i++)
        {
            await speaks.Post("Sans elle");
        }

        await gone.Closed;
        Assert.Single(gone.Heard, news => news is Posted);
    }

    static Task Pass(LiveSite site, Guid theCase, TimeSpan lasts)
    {
        var (host, guest, now) = (site.Data.IdOf(ChatWorld.Camille), site.Data.IdOf(ChatWorld.Rose), TimeProvider.System.GetUtcNow());
        return site.Data.Write<ChatDb>(db => db.Add(new GuestPass
        {
            Id = Guid.NewGuid(), CaseId = theCase, SecretHash = "h", ForWhom = "Une experte", OrganisationId = ChatWorld.Ministry.Id, InvitedBy = host, InvitedAt = now, ExpiresAt = now + lasts,
            ApprovedAt = now, ApprovedBy = host, AccountId = guest, Name = ChatWorld.Rose, AcceptedAt = now,
        }));
    }

    static Task Leave(LiveSite site, string name)
    {
        var (account, now) = (site.Data.IdOf(name), TimeProvider.System.GetUtcNow());
        return site.Data.Write<ChatDb>(db =>
        {
            db.Members.Single(m => m.AccountId == account).LeftAt = now;
            db.Add(new Revocation { Id = Guid.NewGuid(), At = now, AccountId = account });
        });
    }
}
