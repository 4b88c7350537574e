using System.Globalization;
using System.Net;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using static Beffroi.Bots.Tests.Narratives.Planted;

namespace Beffroi.Bots.Tests.Narratives;

/// <summary>Narrative analysis (B12 to B14): what the page and its files say is what a plain recount of the same posts says.</summary>
public sealed class NarrativeTests
{
    const string Query = "?q=%23PortFerm%C3%A9&from=2026-11-20&to=2026-11-22&step=hour";

    [Theory, ClassData(typeof(Engines))]
    public async Task B12_every_figure_is_that_of_a_plain_recount(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        var posts = Drawn(300);
        await planted.Add(posts);
        var about = About(posts);
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await hugo.Open("/robots/recits" + Query);

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Equal("Récit : #portfermé", hugo.Heading);
        var tiles = hugo.Page.QuerySelectorAll(".narrative-tiles dd").Select(d => Visitor.Flat(d.TextContent)).ToList();
        Assert.Equal(about.Count.ToString(CultureInfo.InvariantCulture), tiles[1]);
        Assert.Equal(about.Select(p => p.Post.AccountId).Distinct().Count().ToString(CultureInfo.InvariantCulture), tiles[2]);

        var series = await hugo.Table("series", Query);
        Assert.Equal(72, series.Count);
        var own = about.Where(p => p.Post.RepostOf is null).ToList();
        Assert.Equal(
            [about.Count, about.Count(p => p.Post.RepostOf is not null), own.Count(p => p.Post.QuoteOf is not null), own.Count(p => p.Post.QuoteOf is null && p.Post.ReplyTo is not null), own.Sum(p => p.Counts.Likes ?? 0), own.Sum(p => p.Counts.Reposts ?? 0), own.Sum(p => p.Counts.Quotes ?? 0), own.Sum(p => p.Counts.Replies ?? 0)],
            Enumerable.Range(1, 8).Select(c => series.Sum(r => long.Parse(r[c], CultureInfo.InvariantCulture))));
        // 20 November at 05:00 in Paris is 04:00 UTC.
        Assert.Equal(about.Count(p => p.Post.CreatedAt.UtcDateTime is { Day: 20, Hour: 4 }).ToString(CultureInfo.InvariantCulture), series.Single(r => r[0] == "2026-11-20 05:00")[1]);

        Assert.Equal(about.GroupBy(p => p.Post.Language ?? "none").Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal), (await hugo.Table("languages", Query)).Select(r => (r[0], int.Parse(r[1], CultureInfo.InvariantCulture))));
        var accounts = await hugo.Table("accounts", Query);
        Assert.Equal(about.GroupBy(p => p.Author!.Handle!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count())), accounts.Select(r => (r[0], int.Parse(r[2], CultureInfo.InvariantCulture))));
        // The share is that of posts, and all of them are shared out.
        Assert.Equal(1, accounts.Sum(r => double.Parse(r[3], CultureInfo.InvariantCulture)), 1e-4);
        Assert.Equal(
            about.SelectMany(p => Detection.Hashtags.Of(p.Post.Text).Distinct().Where(t => t != "portfermé").Select(t => (Tag: t, p.Post.AccountId))).GroupBy(t => t.Tag).Select(g => (g.Key, g.Count(), g.Select(t => t.AccountId).Distinct().Count())).OrderByDescending(g => g.Item2).ThenByDescending(g => g.Item3).ThenBy(g => g.Key, StringComparer.Ordinal),
            (await hugo.Table("hashtags", Query)).Select(r => (r[0], int.Parse(r[1], CultureInfo.InvariantCulture), int.Parse(r[3], CultureInfo.InvariantCulture))));
        Assert.Equal(about.Count(p => p.Post.Urls!.Any(u => u.Contains("journal.example", StringComparison.Ordinal))).ToString(CultureInfo.InvariantCulture), (await hugo.Table("domains", Query)).Single(r => r[0] == "journal.example")[1]);
        Assert.Equal(about.Count(p => p.Post.MediaHashes!.Contains("ffee")).ToString(CultureInfo.InvariantCulture), (await hugo.Table("media", Query)).Single(r => r[0] == "ffee")[1]);
        Assert.Equal(own.Max(p => p.Counts.Likes ?? 0).ToString(CultureInfo.InvariantCulture), (await hugo.Table("top", Query)).First(r => r[0] == "Liked")[1]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B12_quotes_are_quotes_reposts_are_reposts_and_likes_of_a_repost_are_those_of_another(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add(
            Wrote("a", "une", 1, "Le port ferme #portfermé", counts: new(Likes: 7, Reposts: 3, Quotes: 1, Replies: 2)),
            Wrote("b", "deux", 2, "RT @une: Le port ferme #portfermé", repostOf: "a", counts: new(Likes: 7000, Reposts: 3, Quotes: 900)),
            Wrote("c", "trois", 3, "Lisez #portfermé", quoteOf: "a"),
            Wrote("d", "quatre", 4, "Vraiment ? #portfermé", replyTo: "a"),
            // Says nothing itself: belongs with what it repeats, or with nothing here.
            Wrote("e", "cinq", 5, null, repostOf: "a", language: null),
            Wrote("f", "six", 6, null, repostOf: "ailleurs", language: null),
            Wrote("g", "sept", 7, "RT sans signe", repostOf: "a"));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        var series = await hugo.Table("series", Query);

        Assert.Equal(["5", "2", "1", "1", "7", "3", "1", "2"], Enumerable.Range(1, 8).Select(c => series.Sum(r => long.Parse(r[c], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)));
        var top = await hugo.Table("top", Query);
        // The network says 3; two came.
        Assert.Equal(["Reposted", "3", "2", "une"], top.First(r => r[0] == "Reposted")[..4]);
        Assert.DoesNotContain(top, r => r[3] == "deux");
    }

    [Fact]
    public async Task B12_days_are_those_of_Paris_and_totals_that_were_not_given_are_not_nought()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add(Wrote("a", "une", 22.9, "#portfermé le 20"), Wrote("b", "une", 23.1, "#portfermé le 21"));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        var days = await hugo.Table("series", "?q=%23portferm%C3%A9&from=2026-11-20&to=2026-11-21&step=day");

        Assert.Equal([("2026-11-20", "1", ""), ("2026-11-21", "1", "")], days.Select(r => (r[0], r[1], r[5])));
        Assert.Contains("non donnés", (await hugo.Open("/robots/recits?q=%23portferm%C3%A9&from=2026-11-20&to=2026-11-21")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B12_a_narrative_is_a_hashtag_a_mention_a_link_a_site_or_words_in_a_row(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add(
            Wrote("1", "a", 1, "Le PORT fermé, dit @maire.example. #PortFermé", links: ["https://www.journal.example/une?utm_source=x"]),
            Wrote("2", "b", 2, "le port ferme demain #portferméhier", links: ["https://blog.journal.example/"]),
            Wrote("3", "c", 3, "Rapport fermé @maire.example2", links: ["https://autrejournal.example/"]),
            Wrote("4", "d", 4, "Порт закрыт завтра"),
            Wrote("5", "e", 5, "port, fermé !"));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        foreach (var (q, expected) in new[]
        {
            ("#PORTFERMÉ", "a"), ("@Maire.example", "a"), ("https://journal.example/une", "a"), ("journal.example", "a b"), ("port fermé", "a e"), ("ПОРТ закрыт", "d"), ("%", ""), ("#por", ""), ("rapport  FERMÉ", "c"),
        })
        {
            var query = $"?q={Uri.EscapeDataString(q)}&from=2026-11-20&to=2026-11-22";
            if (q == "%")
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hugo.Open("/robots/recits" + query)).Status);
                continue;
            }

            Assert.Equal(expected, string.Join(' ', (await hugo.Table("accounts", query)).Select(r => r[0]).Order(StringComparer.Ordinal)));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B11_identical_texts_follow_the_plain_rule_and_near_copies_are_found(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        const string Said = "Le port ferme lundi à cause de la grève des grutiers #portfermé";
        List<IncomingPost> posts =
        [
            Wrote("1", "a", 1, Said), Wrote("2", "b", 2, $"  {Said}\n"), Wrote("3", "a", 3, Said), Wrote("4", "c", 4, "RT @a " + Said), Wrote("5", "d", 5, Said, repostOf: "1"),
            Wrote("6", "e", 6, "Le port ferme mardi à cause de la grève des grutiers ! #portfermé"), Wrote("7", "f", 7, "#portfermé seul"), Wrote("8", "f", 8, "#portfermé seul"),
        ];
        await planted.Add(posts);
        var hugo = await site.SignIn(ChatWorld.Hugo);

        var identical = await hugo.Table("identical", Query);

        Assert.Equal(IdenticalTexts.Of(posts.Select(p => p.Post)).Select(t => (t.Text, t.Accounts.Count, t.Posts)), identical.Select(r => (r[0], int.Parse(r[1], CultureInfo.InvariantCulture), int.Parse(r[2], CultureInfo.InvariantCulture))));
        Assert.Equal([Said, "2", "3", "4"], Assert.Single(await hugo.Table("near", Query)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B14_histograms_have_their_bins_and_both_ends_of_the_scores(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        var posts = new List<IncomingPost>();
        foreach (var (name, count) in new[] { ("one", 1), ("two", 2), ("five", 5), ("six", 6), ("eleven", 11), ("fiftyone", 51) })
        {
            posts.AddRange(Enumerable.Range(0, count).Select(i => Wrote($"{name}{i}", name, i * 0.5, $"#portfermé {name} {i}")));
        }

        await planted.Add(posts);
        await site.Write<BotsDb>(db =>
        {
            db.Accounts.Single(a => a.Handle == "one").Probability = 0;
            db.Accounts.Single(a => a.Handle == "two").Probability = 1;
            db.Accounts.Single(a => a.Handle == "five").Probability = 0.29;
        });
        var hugo = await site.SignIn(ChatWorld.Hugo);

        Assert.Equal([("1", "1"), ("2-5", "2"), ("6-10", "1"), ("11-50", "1"), ("51-200", "1"), (">200", "0")], (await hugo.Table("histogram", Query)).Select(r => (r[0].TrimStart('\''), r[1])));
        var scores = await hugo.Table("scores", Query);
        Assert.Equal(100, scores.Count);
        Assert.Equal(["0.00", "0.29", "0.99"], scores.Where(r => r[2] == "1").Select(r => r[0]));
        Assert.Equal(3, scores.Sum(r => int.Parse(r[2], CultureInfo.InvariantCulture)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_share_of_automation_is_an_interval_that_says_what_is_not_known(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add([.. Enumerable.Range(0, 40).Select(i => Wrote($"p{i}", $"compte{i}", i * 0.1, $"#portfermé {i}"))]);
        var hugo = await site.SignIn(ChatWorld.Hugo);

        Assert.Contains("La part n’est pas connue", (await hugo.Open("/robots/recits" + Query)).Text, StringComparison.Ordinal);

        await planted.Score([.. Enumerable.Range(0, 30).Select(i => ($"compte{i}", i < 6 ? 6.0 : -6.0, i == 29 ? ScoreDoubt.Range : ScoreDoubt.None))]);
        await hugo.Open("/robots/recits" + Query);

        var expected = AmplificationShare.Of([.. Enumerable.Range(0, 40).Select(i => new AuthorScore { Posts = 1, LogOdds = i < 29 ? (i < 6 ? 6 : -6) : null, Spread = i < 29 ? 0.3 / 1.6449 : 0 })]);
        var (low, high) = (Kit.French.Number(expected.Posts!.Low * 100, 1), Kit.French.Number(expected.Posts.High * 100, 1));
        Assert.Contains($"Entre {low} % et {high} % des publications", hugo.Text, StringComparison.Ordinal);
        Assert.InRange(6 / 29.0, expected.Posts.Low, expected.Posts.High);
        Assert.Contains("11 comptes restent sans réponse", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("jamais qui tient le compte", hugo.Text, StringComparison.Ordinal);
    }

    static List<IncomingPost> Drawn(int count)
    {
        var (random, posts) = (new Random(42), new List<IncomingPost>());
        string[] tags = ["#PortFermé", "#portfermé", "#port", "#grève", "#autre"];
        for (var i = 0; i < count; i++)
        {
            var text = $"Message {random.Next(30)} {tags[random.Next(5)]} {tags[random.Next(5)]}";
            var earlier = posts.Count == 0 ? null : posts[random.Next(posts.Count)].Post.Id;
            var kind = earlier is null ? 0 : random.Next(5);
            posts.Add(Wrote($"p{i}", $"compte{random.Next(25)}", random.NextDouble() * 71 - 0.9, text, kind == 1 ? earlier : null, kind == 2 ? earlier : null, kind == 3 ? earlier : null,
                new[] { "fr", "en", "ru", null }[random.Next(4)], new(random.Next(500), random.Next(50), random.Next(9), random.Next(9)),
                random.Next(3) == 0 ? ["https://www.journal.example/a" + random.Next(4)] : [], random.Next(6) == 0 ? ["ffee"] : []));
        }

        return posts;
    }

    static List<IncomingPost> About(List<IncomingPost> posts) => posts.FindAll(p => Detection.Hashtags.Of(p.Post.Text).Contains("portfermé"));
}
