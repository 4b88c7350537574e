using System.Net;
using Beffroi.Chat.Feeding;
using Beffroi.Chat.Rules.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>Feeds of a room, from the page to the messages (C9).</summary>
public sealed class FeedRoundTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_item_comes_into_the_room_once_across_readings_and_restarts(DbEngine engine)
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside, engine);
        await Watch(site, outside.Feed("/rss", ("a3", "Troisième"), ("a2", "Deuxième"), ("a1", "Premier")));

        Assert.Equal(1, await Minute(site));
        Assert.Equal(["Premier", "Deuxième", "Troisième"], Titles(site));
        // Nothing changed: it is asked with its mark, and answers in a word.
        Assert.Equal(1, await Minute(site));
        Assert.Equal(3, Titles(site).Count);
        Assert.Equal("\"a3-a2-a1\"", outside.Asked.Last().Headers["If-None-Match"]);

        outside.Feed("/rss", ("a4", "Quatrième"), ("a3", "Troisième corrigé"), ("a2", "Deuxième"));
        Assert.Equal(1, await Minute(site));
        Assert.Equal(["Premier", "Deuxième", "Troisième", "Quatrième"], Titles(site));
        // Before its minute nothing is asked.
        Assert.Equal(0, await Round(site));
        Assert.Equal("Le Courrier inventé", site.ReadChat(db => db.Feeds.Single()).Title);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_nodes_that_read_at_the_same_moment_post_each_item_once(DbEngine engine)
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside, engine);
        await Watch(site, outside.Feed("/rss", ("a3", "Troisième"), ("a2", "Deuxième"), ("a1", "Premier")));
        var feed = site.ReadChat(db => db.Feeds.Single()).Id;
        // Neither answer comes before both have asked.
        var both = new TaskCompletionSource();
        var (page, asked) = (outside.Pages["/rss"], 0);
        outside.Pages["/rss"] = async http =>
        {
            if (Interlocked.Increment(ref asked) == 2)
            {
                both.SetResult();
            }

            await both.Task;
            await page(http);
        };

        using HttpClient one = outside.Network.Client(), two = outside.Network.Client();
        await Task.WhenAll(new[] { one, two }.Select(client => Task.Run(() => new FeedRound(Scopes(site), outside.Network, site.Clock).Read(feed, client, Ct))));

        Assert.Equal(["Premier", "Deuxième", "Troisième"], Titles(site));
        Assert.Equal(1, site.ReadChat(db => db.Feeds.Single()).Readings);
    }

    [Fact]
    public async Task A_round_that_stops_half_way_posts_nothing_twice_when_it_begins_again()
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside);
        await Watch(site, outside.Feed("/rss", ("a2", "Deuxième"), ("a1", "Premier")));
        await Minute(site);
        // As if the node had died before it kept what it had read.
        await site.Write<ChatDb>(db => db.Feeds.Single().Watch = null);

        await Minute(site);

        Assert.Equal(["Premier", "Deuxième"], Titles(site));
    }

    [Fact]
    public async Task A_feed_that_breaks_says_so_once_in_the_room_and_to_who_keeps_it_and_says_when_it_is_well()
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside);
        var hugo = await Watch(site, outside.Feed("/rss", ("a1", "Premier")));
        await Minute(site);
        var page = outside.Pages["/rss"];
        outside.Pages["/rss"] = http => http.Response.WriteAsync("<html><body>En travaux</body></html>");
        for (var turn = 0; turn < 5; turn++)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            await Round(site);
        }

        var told = Assert.Single(site.ReadChat(db => db.Messages.Where(m => m.Origin == MessageOrigin.Site).ToList()));
        Assert.Contains("ne se lit plus", told.Text, StringComparison.Ordinal);
        Assert.Contains("mène à une page", told.Text, StringComparison.Ordinal);
        var notice = Assert.Single(site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.BrokenFeed).ToList()));
        Assert.Equal((site.IdOf(ChatWorld.Hugo), Room), (notice.AccountId, notice.RoomId));
        await hugo.Open(Addresses.Feeds(Kit.Lang.French, Room));
        Assert.Contains("En panne", hugo.Text, StringComparison.Ordinal);
        await hugo.Open(Addresses.Feeds(Kit.Lang.English, Room));
        Assert.Contains("The address leads to a page, not to a feed.", hugo.Text, StringComparison.Ordinal);

        outside.Pages["/rss"] = page;
        site.Clock.Advance(TimeSpan.FromHours(1));
        await Round(site);
        Assert.Contains("répond de nouveau", site.ReadChat(db => db.Messages.Where(m => m.Origin == MessageOrigin.Site).OrderByDescending(m => m.Place).First()).Text, StringComparison.Ordinal);
        await hugo.Open(Addresses.Feeds(Kit.Lang.French, Room));
        Assert.DoesNotContain("En panne", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_leads_into_the_private_network_or_is_too_large_or_too_slow_is_not_read()
    {
        await using var outside = await OutsideServer.Start();
        await using var site = await World(outside);
        outside.Pages["/inside"] = http => Leads(http, "http://127.0.0.1:1/admin");
        outside.Pages["/circle"] = http => Leads(http, "/circle");
        outside.Pages["/moved"] = http => Leads(http, "/rss");
        outside.Pages["/large"] = async http => await http.Response.WriteAsync("<rss>" + new string(' ', 5 * 1024 * 1024) + "</rss>");
        outside.Feed("/rss", ("a1", "Premier"));
        foreach (var path in new[] { "/inside", "/circle", "/moved", "/large" })
        {
            await Watch(site, outside.Address + path);
        }

        await Minute(site);

        var why = site.ReadChat(db => db.Feeds.ToList()).ToDictionary(f => new Uri(f.Address).AbsolutePath, f => FeedPosts.WatchOf(f).Why?.English, StringComparer.Ordinal);
        Assert.Equal("This address leads to a private network.", why["/inside"]);
        Assert.Equal("The address leads round in circles.", why["/circle"]);
        Assert.Null(why["/moved"]);
        Assert.Equal("The feed is larger than 4 MiB.", why["/large"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1/rss", "réseau privé")]
    [InlineData("http://[::1]/rss", "réseau privé")]
    [InlineData("http://169.254.169.254/latest", "réseau privé")]
    [InlineData("http://2130706433/", "réseau privé")]
    [InlineData("ftp://example.com/rss", "http ou https")]
    [InlineData("javascript:alert(1)", "http ou https")]
    [InlineData("https://nom:mot@example.com/", "mot de passe")]
    [InlineData("", "http ou https")]
    public async Task An_address_that_cannot_be_a_feed_is_refused_with_what_was_typed(string address, string why)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Feeds(Kit.Lang.French, Room));
        await hugo.Press("Suivre ce flux", ("Address", address), ("Title", "Mon flux"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains(hugo.Mistakes, m => m.Contains(why, StringComparison.Ordinal));
        Assert.Equal("Mon flux", hugo.Page.QuerySelector("input[name=Title]")!.GetAttribute("value"));
        Assert.Empty(site.ReadChat(db => db.Feeds.ToList()));
    }

    [Fact]
    public async Task Feeds_are_those_of_the_room_for_those_who_enter_it_and_are_off_without_the_network()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (hugo, samira, rose) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira), await site.SignIn(ChatWorld.Rose));
        var address = Addresses.Feeds(Kit.Lang.French, ChatWorld.PrivateRoom);

        await hugo.Open(address);
        Assert.Contains("n’a pas le droit de sortir sur le réseau", hugo.Text, StringComparison.Ordinal);
        await hugo.Press("Suivre ce flux", ("Address", "https://journal.example/rss"));
        await hugo.Press("Suivre ce flux", ("Address", "https://journal.example/rss"));
        Assert.Contains(hugo.Mistakes, m => m.Contains("suit déjà", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(address)).Status);
        await samira.Open(Addresses.Feeds(Kit.Lang.French, Room));
        await samira.Post(address, ("Stop", site.ReadChat(db => db.Feeds.Single()).Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        await samira.Post(Addresses.Feeds(Kit.Lang.French, Room), ("Stop", site.ReadChat(db => db.Feeds.Single()).Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, samira.Status);
        Assert.DoesNotContain("journal.example", (await rose.Open(address)).Text, StringComparison.Ordinal);
        await hugo.Open(address);
        await hugo.Press("Ne plus suivre journal.example");
        Assert.NotNull(site.ReadChat(db => db.Feeds.Single()).StoppedAt);
        Assert.Contains("Aucun flux pour le moment", hugo.Text, StringComparison.Ordinal);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task Leads(HttpContext http, string to)
    {
        (http.Response.StatusCode, http.Response.Headers.Location) = (302, to);
        return Task.CompletedTask;
    }

    static async Task<SiteUnderTest> World(OutsideServer outside, DbEngine engine = DbEngine.Sqlite)
    {
        var site = await SiteUnderTest.WithWorld(engine);
        site.Network = outside.Network;
        return site;
    }

    static async Task<Beffroi.Testing.Visitor> Watch(SiteUnderTest site, string address)
    {
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Feeds(Kit.Lang.French, Room));
        await hugo.Press("Suivre ce flux", ("Address", address));
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        return hugo;
    }

    static Task<int> Minute(SiteUnderTest site)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        return Round(site);
    }

    static async Task<int> Round(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<FeedRound>().Run(Ct);
    }

    static IServiceScopeFactory Scopes(SiteUnderTest site) => site.Scope().ServiceProvider.GetRequiredService<IServiceScopeFactory>();

    // The words of the link that each message begins with.
    static List<string> Titles(SiteUnderTest site) =>
        [.. site.ReadChat(db => db.Messages.Where(m => m.RoomId == Room && m.Origin == MessageOrigin.Feed).OrderBy(m => m.Place).Select(m => m.Text).ToList()).Select(t => t[1..t.IndexOf(']', StringComparison.Ordinal)])];
}
