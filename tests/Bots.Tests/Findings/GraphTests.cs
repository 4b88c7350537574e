using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Beffroi.Bots.Tests.Findings;

public sealed class GraphTests
{
    static readonly DateTimeOffset Now = PlantedWatch.Now;

    [Theory, ClassData(typeof(Engines))]
    public async Task B15_Edges_are_counted_right_places_are_the_same_each_time_and_replay_is_in_order(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (watch, expected) = await Planted(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);

        var (first, again) = (await Text(nadia, $"/robots/graphe/donnees?watch={watch.Watch.Id}"), await Text(nadia, $"/robots/graphe/donnees?watch={watch.Watch.Id}"));

        Assert.Equal(first, again);
        using var json = JsonDocument.Parse(first);
        var labels = json.RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("label").GetString()!).ToArray();
        var edges = json.RootElement.GetProperty("edges").EnumerateArray().ToDictionary(e => (labels[e.GetProperty("from").GetInt32()], labels[e.GetProperty("to").GetInt32()]), e => e.GetProperty("size").GetInt32());
        Assert.Equal(expected.OrderBy(e => e.Key), edges.OrderBy(e => e.Key));
        var replay = json.RootElement.GetProperty("replay").EnumerateArray().Select(r => r[0].GetInt64()).ToArray();
        Assert.Equal(expected.Values.Sum(), replay.Length);
        Assert.Equal(replay.Order(), replay);
    }

    [Fact]
    public async Task B15_The_tables_say_the_same_without_JavaScript_and_the_file_opens_elsewhere()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (watch, expected) = await Planted(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"/robots/graphe?watch={watch.Watch.Id}");

        var rows = nadia.Page.QuerySelectorAll("#graph-links tbody tr").ToDictionary(r => (r.QuerySelector("th")!.TextContent, r.QuerySelector("td")!.TextContent), r => int.Parse(r.QuerySelectorAll("td")[1].TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected.OrderBy(e => e.Key), rows.OrderBy(e => e.Key));
        Assert.Single(nadia.Page.QuerySelectorAll("script[src*='graph']"));

        var gexf = XDocument.Parse(await Text(nadia, $"/robots/graphe.gexf?watch={watch.Watch.Id}"));
        XNamespace space = "http://gexf.net/1.3";
        Assert.Equal(expected.Count, gexf.Descendants(space + "edge").Count());
        Assert.Equal(expected.Keys.SelectMany(k => new[] { k.From, k.To }).Distinct().Order(StringComparer.Ordinal), gexf.Descendants(space + "node").Select(n => n.Attribute("label")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task B15_Two_thousand_accounts_are_drawn_and_the_others_are_said_to_be_left_out()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Post("source", Now.AddHours(-5), "Une phrase", id: "s");
        for (var at = 0; at < 2100; at++)
        {
            watch.Post($"c{at}", Now.AddSeconds(-at), null, PostKind.Repost, "s");
        }

        await watch.Plant(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        using var json = JsonDocument.Parse(await Text(nadia, $"/robots/graphe/donnees?watch={watch.Watch.Id}"));

        Assert.Equal((2000, 101), (json.RootElement.GetProperty("nodes").GetArrayLength(), json.RootElement.GetProperty("leftOut").GetInt32()));
    }

    [Fact]
    public async Task B15_Ties_add_up_their_traces_and_a_cluster_shows_only_its_own()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var accounts = Enumerable.Range(0, 4).Select(at => watch.Account($"t{at}")).OrderBy(a => a.Id).ToArray();
        watch.Post("t0", Now.AddHours(-1), "Une phrase");
        await watch.Plant(site);
        var cluster = Guid.NewGuid();
        AccountTie Tie(int a, int b, Detection.Trace trace, int objects) => new() { WatchId = watch.Watch.Id, Trace = trace, FirstId = accounts[a].Id, SecondId = accounts[b].Id, Objects = objects, Pairs = objects, FirstAt = Now.AddHours(-3), LastAt = Now.AddHours(-2) };
        await site.Write<BotsDb>(db => db.AddRange(
            Tie(0, 1, Detection.Trace.Url, 3), Tie(0, 1, Detection.Trace.Repost, 4), Tie(1, 2, Detection.Trace.Url, 5), Tie(2, 3, Detection.Trace.Url, 6),
            new Cluster { Id = cluster, WatchId = watch.Watch.Id, FoundAt = Now, SeenAt = Now, Size = 3, Score = 0.5, Evidence = "{}" },
            new ClusterMember { ClusterId = cluster, AccountId = accounts[0].Id, Role = "Member" }, new ClusterMember { ClusterId = cluster, AccountId = accounts[1].Id, Role = "Member" }, new ClusterMember { ClusterId = cluster, AccountId = accounts[2].Id, Role = "Member" }));
        var nadia = await site.SignIn(ChatWorld.Nadia);

        await nadia.Open($"/robots/graphe?cluster={cluster}&kind=ties");

        Assert.Equal(["7", "5"], nadia.Page.QuerySelectorAll("#graph-links tbody tr").Select(r => r.QuerySelectorAll("td")[1].TextContent));
    }

    [Theory]
    [InlineData("from=hier", "from", "hier")]
    [InlineData("from=2026-11-10&to=2026-11-01", "to", "2026-11-01")]
    [InlineData("from=2026-01-01&to=2026-11-01", "to", "2026-11-01")]
    [InlineData("to=2026-02-30", "to", "2026-02-30")]
    public async Task A_day_that_is_none_is_told_beside_its_field_with_what_was_typed(string query, string field, string typed)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        await watch.Plant(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);

        await nadia.Open($"/robots/graphe?watch={watch.Watch.Id}&{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Equal(typed, nadia.Page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
        Assert.Single(nadia.Mistakes);
    }

    // Random reposts and quotes; what is expected is counted as they are planted.
    static async Task<(PlantedWatch Watch, Dictionary<(string From, string To), int> Expected)> Planted(SiteUnderTest site)
    {
        var (watch, expected, chance) = (new PlantedWatch(ChatWorld.Ministry.Id), new Dictionary<(string From, string To), int>(), new Random(4));
        for (var author = 0; author < 5; author++)
        {
            // Two authors published long before the week that is drawn: they are still known.
            watch.Post($"auteur{author}", author < 2 ? Now.AddDays(-30) : Now.AddDays(-6), $"Phrase {author}", id: $"s{author}");
        }

        for (var at = 0; at < 80; at++)
        {
            var (from, author) = (chance.Next(6) == 0 ? $"auteur{chance.Next(5)}" : $"relais{chance.Next(9)}", chance.Next(5));
            watch.Post(from, Now.AddMinutes(-chance.Next(5000)), "x", chance.Next(3) == 0 ? PostKind.Quote : PostKind.Repost, $"s{author}");
            if (!string.Equals(from, $"auteur{author}", StringComparison.Ordinal))
            {
                var key = ("@" + from, $"@auteur{author}");
                expected[key] = expected.GetValueOrDefault(key) + 1;
            }
        }

        // Answers, own posts and reposts of what was not collected link nobody.
        watch.Post("relais0", Now.AddMinutes(-3), "x", PostKind.Reply, "s0");
        watch.Post("relais1", Now.AddMinutes(-2), null, PostKind.Repost, "inconnu");
        await watch.Plant(site);
        return (watch, expected);
    }

    static async Task<string> Text(Visitor visitor, string url)
    {
        await visitor.Open(url);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
