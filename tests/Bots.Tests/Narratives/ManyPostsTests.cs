using System.Diagnostics;
using System.Globalization;
using Beffroi.Bots.Analysing;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Narratives;

/// <summary>A narrative among many posts: a million with <c>BEFFROI_LONG=1</c>, which tells how long an answer takes.</summary>
public sealed class ManyPostsTests(ITestOutputHelper output)
{
    static readonly int Posts = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 1_000_000 : 20_000;
    const int Accounts = 2_000;

    /// <summary>One post in twenty bears the hashtag, one in a hundred the link.</summary>
    const int Rare = 20;
    const int Rarer = 100;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_narrative_is_found_whole_before_and_after_its_posts_are_marked(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await Planted.In(site, WorldOrganisationName.Observatory);
        await Fill(site, planted, engine);

        await Look(site, "before marks");
        var marked = await Mark(site);
        Assert.Equal(Posts, marked);
        await Look(site, "after marks");

        // Nothing is marked twice, and what comes later is found at once.
        Assert.Equal(0, await Mark(site));
        await planted.Add(Planted.Wrote("later", "later", 1, "#rare"));
        Assert.Equal((Posts / Rare) + 1, (await Read(site, "#rare"))!.Posts);
        Assert.Equal(0, await Mark(site));
    }

    [Fact]
    public async Task Two_nodes_that_mark_at_once_and_one_that_breaks_off_mark_everything_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var planted = await Planted.In(site, WorldOrganisationName.Observatory);
        await planted.Add([.. Enumerable.Range(0, 50).Select(i => Planted.Wrote($"p{i}", $"c{i % 7}", i * 0.1, "#un #deux @trois", links: ["https://a.b.example/x"]))]);
        site.Clock.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Mark(site))));

        // Two hashtags, a mention, a link, and its site under three names at most (a.b.example, b.example).
        Assert.Equal(50 * 6, site.ReadBots(db => db.Marks.Count()));
        Assert.Equal(50, (await Read(site, "b.example"))!.Posts);
    }

    async Task Look(SiteUnderTest site, string when)
    {
        foreach (var (typed, expected) in new[] { ("#rare", Posts / Rare), ("https://site.example/une", Posts / Rarer), ("site.example", Posts / Rarer), ("mot presque unique", Posts / 1000) })
        {
            await Read(site, typed);
            var watch = Stopwatch.StartNew();
            var narrative = await Read(site, typed);
            output.WriteLine($"{when}: {typed}: {narrative!.Posts} posts of {Posts} in {watch.ElapsedMilliseconds} ms");
            Assert.Equal(expected, narrative.Posts);
        }
    }

    static async Task<Narrative?> Read(SiteUnderTest site, string typed)
    {
        await using var scope = site.Scope();
        var filter = NarrativeFilter.Read(new() { Q = typed, From = "2026-11-10", To = "2026-11-23" }, new(2026, 11, 23), new(), Lang.French)!;
        return await scope.ServiceProvider.GetRequiredService<NarrativeReading>().Of(ChatWorld.Observatory.Id, filter, TestContext.Current.CancellationToken);
    }

    static async Task<int> Mark(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        var round = scope.ServiceProvider.GetRequiredService<MarkRound>();
        var total = 0;
        while (await round.NextRound(TestContext.Current.CancellationToken) is > 0 and var some)
        {
            total += some;
        }

        return total;
    }

    /// <summary>Rows as the log leaves them, by statements: a million through the log would take the test's time.</summary>
    static async Task Fill(SiteUnderTest site, Planted planted, DbEngine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        var (accounts, old) = (Enumerable.Range(0, Accounts).Select(_ => Guid.NewGuid()).ToArray(), SiteUnderTest.Start.AddHours(-1));
        await site.Write<BotsDb>(db => db.AddRange(accounts.Select((a, i) => new WatchedAccount { Id = a, Network = Network.Bluesky, NativeId = $"did:{i}", Handle = $"compte{i}", FirstSeenAt = old, LastSeenAt = old, Matched = true })));
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        await db.Database.OpenConnectionAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (connection, at) = (db.Database.GetDbConnection(), new DateTimeOffset(2026, 11, 15, 0, 0, 0, TimeSpan.Zero));
        string Id(Guid id) => engine == DbEngine.Sqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";
        string When(DateTimeOffset t) => engine == DbEngine.Sqlite ? $"'{t.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}'" : $"'{t.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00'";
        // The order in which posts came to watches, where it is kept.
        var placed = db.Model.FindEntityType(typeof(PostMatch))!.FindProperty("Place") is not null;
        foreach (var some in Enumerable.Range(1, Posts).Chunk(500))
        {
            var (posts, matches) = (new List<string>(some.Length), new List<string>(some.Length));
            foreach (var i in some)
            {
                var tags = i % Rare == 0 ? "[\"rare\",\"autre\"]" : "[\"autre\"]";
                var links = i % Rarer == 0 ? "[\"https://site.example/une\"]" : "[\"https://ailleurs.example/" + (i % 97) + "\"]";
                var text = (i % 1000 == 0 ? "Un mot presque unique " : "Un texte ordinaire ") + i.ToString(CultureInfo.InvariantCulture) + " qui dit des choses de la vie des ports et des grues #autre" + (i % Rare == 0 ? " #rare" : "");
                posts.Add(string.Create(CultureInfo.InvariantCulture, $"({i},'Bluesky','at://{i}',{Id(accounts[i % Accounts])},'Post',{When(at.AddSeconds(i * 600_000.0 / Posts))},{When(old)},'{text}','fr','{links}','{tags}',{i % 50},0)"));
                matches.Add($"({Id(planted.Watch)},{i},{Id(planted.Source)}{(placed ? $",{i}" : "")})");
            }

            await Run($"INSERT INTO bots_posts (\"Seq\",\"Network\",\"NativeId\",\"AccountId\",\"Kind\",\"At\",\"CollectedAt\",\"Text\",\"Language\",\"Links\",\"Hashtags\",\"Likes\",\"Partition\") VALUES {string.Join(',', posts)}");
            await Run($"INSERT INTO bots_matches (\"WatchId\",\"Seq\",\"SourceId\"{(placed ? ",\"Place\"" : "")}) VALUES {string.Join(',', matches)}");
        }

        if (engine == DbEngine.Postgres)
        {
            await Run($"SELECT setval(pg_get_serial_sequence('bots_posts', 'Seq'), {Posts})");
        }

        await transaction.CommitAsync(ct);
        await using var analyse = connection.CreateCommand();
        analyse.CommandText = "ANALYZE";
        await analyse.ExecuteNonQueryAsync(ct);

        async Task Run(string sql)
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction.GetDbTransaction(), sql);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
