using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Beffroi.Chat.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tests.Live;

/// <summary>Nodes are killed while people write: no message that was answered is lost, doubled or moved, and everybody ends with the same room.</summary>
public sealed class KilledTests
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";
    static readonly (string, string)[] NoLimit = [("Chat__Live__PostBurst", "1000000"), ("Chat__Live__CallBurst", "1000000")];
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Fact]
    public async Task A_site_killed_under_load_has_lost_doubled_and_moved_nothing_that_it_answered()
    {
        await using var data = await SiteUnderTest.WithWorld();
        await using var site = new SiteProcess([("ConnectionStrings__Sqlite", data.Database.ConnectionString), .. NoLimit]);
        await site.Start();

        await Write(data, [site], async answered =>
        {
            var kills = Long ? 10 : 2;
            for (var i = 1; i <= kills; i++)
            {
                await answered((double)i / (kills + 1));
                await site.Kill();
                await site.Start();
            }
        });
    }

    [Fact]
    public async Task Two_nodes_with_Redis_between_them_are_one_site_and_one_killed_loses_nothing()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("BEFFROI_TEST_POSTGRES") is null, "No PostgreSQL: set BEFFROI_TEST_POSTGRES to a connection string, as ./test does.");
        await using var redis = await RedisServer.Start();
        Assert.SkipWhen(redis is null, "No redis-server on this machine (Debian: apt-get install redis-server).");
        await using var data = await SiteUnderTest.WithWorld(DbEngine.Postgres);
        (string, string)[] settings = [("ConnectionStrings__Postgres", data.Database.ConnectionString), ("ConnectionStrings__Redis", redis.Address), .. NoLimit];
        await using var first = new SiteProcess(settings);
        await using var second = new SiteProcess(settings);
        await Task.WhenAll(first.Start(), second.Start());

        // The cookie of one node opens the other, and what is said on one is heard on the other, by the backplane alone.
        var (nadia, hugo) = (await first.SignIn(ChatWorld.Nadia), await first.SignIn(ChatWorld.Hugo));
        await using var here = new Listener(Line(first, nadia), Room);
        await using var there = new Listener(Line(second, hugo), Room);
        await here.Open();
        await there.Open();
        var said = await here.Post("D’un nœud à l’autre");
        await there.Hears(news => news is Posted { Html: not null } posted && posted.Id == said.Id);
        await here.Hears(news => news is Present { People: [ChatWorld.Hugo] });
        var back = await there.Post("Et retour");
        await here.Hears(news => news is Posted posted && posted.Id == back.Id && posted.Before == said.Place);

        await Write(data, [first, second], async answered =>
        {
            await answered(0.3);
            await first.Kill();
            await answered(0.6);
            await first.Start();
        });

        await using var again = new Listener(Line(first, nadia), Room);
        await WithoutRedis(redis, again, there);

        // A right withdrawn on no node in particular closes the line on the one that has it.
        var (account, now) = (data.IdOf(ChatWorld.Hugo), TimeProvider.System.GetUtcNow());
        await data.Write<ChatDb>(db =>
        {
            db.Members.Single(m => m.AccountId == account).LeftAt = now;
            db.Add(new Revocation { Id = Guid.NewGuid(), At = now, AccountId = account });
        });
        await there.Closed;
    }

    /// <summary>Redis dies and comes back empty: what is said meanwhile is kept and answered, is found by whoever asks, and once it is back the nodes hear each other again.</summary>
    static async Task WithoutRedis(RedisServer redis, Listener here, Listener there)
    {
        var ct = TestContext.Current.CancellationToken;
        await here.Open();
        var before = await there.Post("Avec Redis");
        await here.Hears(news => news is Posted posted && posted.Id == before.Id);

        await redis.Kill();
        var meanwhile = await there.Post("Sans Redis");
        Assert.Contains(await here.CatchUp(before.Place!.Value), m => m.Id == meanwhile.Id);

        await redis.Restart();
        var since = new HashSet<Guid>();
        while (!here.Heard.Any(news => news is Posted posted && since.Contains(posted.Id)))
        {
            ct.ThrowIfCancellationRequested();
            since.Add((await there.Post("Redis est revenu")).Id!.Value);
            await Task.Delay(200, ct);
        }

        // The first that is heard says that there was one before it.
        await here.Until(shown => shown.Contains(meanwhile.Id!.Value));
    }

    static async Task Write(SiteUnderTest data, IReadOnlyList<SiteProcess> nodes, Func<Func<double, Task>, Task> disturb)
    {
        var ct = TestContext.Current.CancellationToken;
        var (writers, each) = Long ? (8, 150) : (4, 20);
        var (nadia, samira) = (await nodes[0].SignIn(ChatWorld.Nadia), await nodes[0].SignIn(ChatWorld.Samira));
        var addresses = nodes.Select(n => n.Address).ToList();
        var known = data.ReadChat(db => db.Messages.Select(m => m.Id).ToHashSet());
        var texts = Enumerable.Range(0, writers).Select(w => Enumerable.Range(0, each).Select(i => (Id: Guid.NewGuid(), Text: $"{w} dit {i}")).ToList()).ToList();
        var pages = texts.Select((_, w) => new SturdyPage(addresses, w % 2, nadia, Room)).ToList();
        SturdyPage[] listeners = [new(addresses, 0, samira, Room), new(addresses, 1, samira, Room)];
        var count = 0;
        async Task Answered(double share)
        {
            while (Volatile.Read(ref count) < share * writers * each)
            {
                await Task.Delay(20, ct);
            }
        }

        var listening = listeners.Select(l => l.Listen(shown => shown.Count(id => !known.Contains(id)) >= writers * each)).ToList();
        var writing = texts.Zip(pages, (own, page) => page.Write(own, () => Interlocked.Increment(ref count))).ToList();
        await disturb(Answered);
        var answers = await Task.WhenAll(writing);
        await Task.WhenAll(listening);

        var kept = data.ReadChat(db => db.Messages.AsNoTracking().Where(m => m.RoomId == Room).OrderBy(m => m.Place).ToList()).Where(m => !known.Contains(m.Id)).ToList();
        Assert.Equal(writers * each, kept.Count);
        var places = kept.ToDictionary(m => m.Id, m => (m.Place, m.Text));
        foreach (var (own, got) in texts.Zip(answers))
        {
            Assert.Equal(own.Select(t => t.Text), own.Select(t => places[t.Id].Text));
            Assert.Equal(own.Select(t => places[t.Id].Place).Order(), own.Select(t => places[t.Id].Place));
            Assert.All(got, answer => Assert.Equal(places[answer.Id!.Value].Place, answer.Place));
        }

        Assert.All(listeners, l => Assert.Null(l.Moved));
        Assert.All(listeners, l => Assert.Equal(kept.Select(m => m.Id), l.Shown.Where(id => !known.Contains(id))));
    }

    static HubConnection Line(SiteProcess node, CookieContainer cookies) => new HubConnectionBuilder().WithUrl(new Uri(node.Address, Addresses.Live), options =>
    {
        options.Cookies = cookies;
        options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        options.SkipNegotiation = true;
    }).Build();
}
