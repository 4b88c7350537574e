using System.Net;
using static Beffroi.Bots.Tests.Narratives.Planted;

namespace Beffroi.Bots.Tests.Narratives;

/// <summary>Views come again from their addresses, and addresses lead to nothing of others (B13).</summary>
public sealed class NarrativeAddressTests
{
    const string Query = "?q=%23portferm%C3%A9&from=2026-11-20&to=2026-11-22&step=hour";

    [Theory, ClassData(typeof(Engines))]
    public async Task B13_every_filter_is_in_the_address_and_links_carry_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        var other = await In(site, WorldOrganisationName.Observatory, "Autre veille");
        await planted.Add(Wrote("1", "a", 1, "#portfermé #grève", links: ["https://journal.example/a"]), Wrote("2", "b", 2, "#portfermé", language: "ru"), Wrote("3", "a", 3, "#portfermé", quoteOf: "1"), Wrote("5", "c", 30, "#portfermé", language: null));
        await other.Add(Wrote("4", "d", 4, "#portfermé"));
        var hugo = await site.SignIn(ChatWorld.Hugo);
        var a = site.ReadBots(db => db.Accounts.Single(x => x.Handle == "a").Id);

        foreach (var (more, expected) in new[]
        {
            ("", "1 2 3 4 5"), ("&lang=ru", "2"), ("&lang=none", "5"), ("&account=a", "1 3"), ($"&account={a}", "1 3"), ("&account=@A", "1 3"), ("&account=personne", ""), ("&hashtag=Grève", "1"), ("&domain=journal.example", "1"),
            ("&kind=quote", "3"), ($"&watch={other.Watch}", "4"), ($"&watch={planted.Watch}&lang=fr", "1 3"),
        })
        {
            Assert.Equal(expected, string.Join(' ', (await hugo.Table("top", Query + more)).Where(r => r[0] == "First").Select(r => r[6]).Order(StringComparer.Ordinal)));
        }

        await hugo.Open("/robots/recits" + Query);
        var address = hugo.Page.QuerySelectorAll("#tableau-languages a").Single(x => x.TextContent.StartsWith("russe", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal($"/robots/recits{Query}&lang=ru", address);
        await hugo.Open(address);
        Assert.Equal("1", Visitor.Flat(hugo.Page.QuerySelectorAll(".narrative-tiles dd")[1].TextContent));
        // The filter is shown, with the link that takes it away.
        Assert.Equal($"/robots/recits{Query}", hugo.Page.QuerySelector(".narrative-filters a")!.GetAttribute("href"));
        Assert.Equal($"/en/bots/narratives{Query}&lang=ru", hugo.Page.QuerySelector("a[data-language-switch]")!.GetAttribute("href"));

        // Without days in the address, the page and its links write those that it looked at: seven, to the day of the clock.
        await hugo.Open("/robots/recits?q=%23portferm%C3%A9");
        Assert.Contains("&from=2026-11-17&to=2026-11-23&step=day", hugo.Page.QuerySelector("#tableau-languages a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B13_the_form_asks_by_the_same_address()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add(Wrote("1", "a", 1, "#portfermé"), Wrote("2", "b", 2, "#portfermé", language: "ru"));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await hugo.Open("/robots/recits");
        await hugo.Press("Analyser", ("q", "#portfermé"), ("from", "2026-11-20"), ("to", "2026-11-20"), ("lang", "ru"));

        Assert.Equal("1", Visitor.Flat(hugo.Page.QuerySelectorAll(".narrative-tiles dd")[1].TextContent));
        Assert.Equal("ru", hugo.Page.QuerySelector("input[name=lang]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task B13_files_are_RFC_4180_and_run_nothing_in_a_spreadsheet()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var planted = await In(site, WorldOrganisationName.Observatory);
        const string Formula = "=HYPERLINK(\"https://x.example\",\"a\"), ligne\nsuivante #portfermé";
        await planted.Add(Wrote("1", "a", 1, Formula), Wrote("2", "=b", 2, Formula), Wrote("3", "+c;d", 3, "@maire #portfermé"));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        Assert.Equal("'" + Formula, Assert.Single(await hugo.Table("identical", Query))[0]);
        Assert.Equal(["'+c;d", "'=b", "a"], (await hugo.Table("accounts", Query)).Select(r => r[0]).Order(StringComparer.Ordinal));
        foreach (var key in Enum.GetNames<Analysing.TableKey>().Select(k => k.ToLowerInvariant()))
        {
            Assert.All((await hugo.Table(key, Query)).SelectMany(r => r), cell => Assert.False(cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], cell));
        }
    }

    [Theory]
    [InlineData("q=", "q")]
    [InlineData("q=ab", "q")]
    [InlineData("q=%23a%20b", "q")]
    [InlineData("q=%23port&from=hier", "from")]
    [InlineData("q=%23port&from=2026-11-22&to=2026-11-20", "to")]
    [InlineData("q=%23port&from=2024-01-01&to=2026-11-20", "to")]
    [InlineData("q=%23port&from=2026-01-01&to=2026-11-20&step=hour", "step")]
    [InlineData("q=%23port&step=minute", "step")]
    [InlineData("q=%23port&lang=fran%C3%A7ais", "lang")]
    [InlineData("q=%23port&watch=tout", "watch")]
    [InlineData("q=%23port&kind=like", "kind")]
    [InlineData("q=%23port&domain=pas%20un%20site", "domain")]
    [InlineData("q=%23port&hashtag=a%20b", "hashtag")]
    public async Task What_cannot_be_read_is_said_beside_its_field_with_what_was_typed(string query, string field)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);

        foreach (var page in new[] { "/robots/recits?", "/robots/recits/tableau/accounts?", "/robots/recits/tableau/accounts.csv?" })
        {
            // An address without anything is the page that asks.
            if (query == "q=" && page == "/robots/recits?")
            {
                continue;
            }

            await hugo.Open(page + query);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
            Assert.NotNull(hugo.Page.QuerySelector($"#{field}-erreur"));
            var typed = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)[field].ToString();
            if (hugo.Page.QuerySelector($"input[name={field}]") is { } input)
            {
                Assert.Equal(typed, input.GetAttribute("value") ?? "");
            }
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_others_watch_is_neither_counted_nor_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (own, theirs) = (await In(site, WorldOrganisationName.Observatory), await In(site, WorldOrganisationName.Ministry));
        await own.Add(Wrote("1", "a", 1, "#portfermé"));
        await theirs.Add(Wrote("1", "a", 1, "#portfermé"), Wrote("2", "secret", 2, "#portfermé"));
        var (hugo, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Nadia));

        Assert.Equal(["a"], (await hugo.Table("accounts", Query)).Select(r => r[0]));
        Assert.Equal(["a", "secret"], (await nadia.Table("accounts", Query)).Select(r => r[0]));
        Assert.Empty(await hugo.Table("accounts", Query + "&account=secret"));
        foreach (var page in new[] { "/robots/recits", "/robots/recits/tableau/accounts", "/robots/recits/tableau/accounts.csv", "/robots/recits/dossier", "/en/bots/narratives" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"{page}{Query}&watch={theirs.Watch}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open("/robots/recits/tableau/tout" + Query)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(ChatWorld.Rose)).Open("/robots/recits" + Query)).Status);
        Assert.StartsWith("/connexion", (await site.Visit().Open("/robots/recits" + Query)).Address, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_kept_narrative_tells_what_changed_since_yesterday(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await In(site, WorldOrganisationName.Observatory);
        // The clock says the 23rd at 10:00 UTC.
        await planted.Add(Wrote("1", "a", 72 + 9, "#portfermé"), Wrote("2", "b", 50, "#portfermé"), Wrote("3", "b", 49, "#portfermé"), Wrote("4", "b", 24, "#portfermé"));
        var (hugo, paul, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Nadia));

        await hugo.Open("/robots/recits?q=%23portferm%C3%A9&lang=fr");
        await hugo.Press("Garder", ("Name", "Le port"));

        var row = (await paul.Open("/robots/recits")).Page.QuerySelector("#recits-gardes tbody tr")!;
        Assert.Equal(["Le port", "1", "2"], row.QuerySelectorAll("th, td").Take(3).Select(c => Visitor.Flat(c.TextContent)));
        Assert.Equal("/robots/recits?q=%23portferm%C3%A9&from=2026-11-17&to=2026-11-23&step=day&lang=fr", row.QuerySelector("a")!.GetAttribute("href"));
        var id = site.ReadBots(db => db.SavedNarratives.Single().Id);
        Assert.Null((await nadia.Open("/robots/recits")).Page.QuerySelector("#recits-gardes"));
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Post("/robots/recits", ("Forget", id.ToString()))).Status);

        await paul.Press("Retirer Le port");
        Assert.Equal(0, site.ReadBots(db => db.SavedNarratives.Count()));
    }

    [Fact]
    public async Task A_narrative_without_a_name_or_beyond_the_most_is_not_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open("/robots/recits?q=%23portferm%C3%A9");

        await hugo.Press("Garder", ("Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.NotNull(hugo.Page.QuerySelector("#Name-erreur"));

        await site.Write<BotsDb>(db => db.AddRange(Enumerable.Range(0, SavedNarrative.MostOfOne).Select(i => new SavedNarrative { Id = Guid.NewGuid(), OrganisationId = ChatWorld.Observatory.Id, Name = $"n{i}", Query = "?q=port", CreatedAt = SiteUnderTest.Start, CreatedBy = Guid.Empty })));
        await hugo.Press("Garder", ("Name", "Un de trop"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(SavedNarrative.MostOfOne, site.ReadBots(db => db.SavedNarratives.Count()));
    }
}
