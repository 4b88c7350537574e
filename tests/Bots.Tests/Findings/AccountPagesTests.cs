using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Tests.Findings;

public sealed partial class AccountPagesTests
{
    static readonly DateTimeOffset Now = PlantedWatch.Now;

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_filter_of_the_list_is_in_its_address_and_keeps_what_it_says(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (first, second) = (new PlantedWatch(ChatWorld.Ministry.Id, "Première"), new PlantedWatch(ChatWorld.Ministry.Id, "Seconde", 1000));
        foreach (var (handle, probability, seen) in new[] { ("Alpha", 0.95, 1), ("beta", 0.5, 2), ("gamma", 0.05, 3) })
        {
            var account = first.Account(handle);
            (account.Probability, account.Class, account.LastSeenAt) = (probability, probability > 0.9 ? AutomationClass.Bot : probability < 0.1 ? AutomationClass.Human : AutomationClass.Undetermined, Now.AddHours(seen));
        }

        second.Account("delta");
        await first.Plant(site);
        await second.Plant(site);
        await site.Write<BotsDb>(db => db.Add(new TypologySign { WatchId = first.Watch.Id, AccountId = first.Account("beta").Id, Kind = Typology.Dormant, At = Now, Evidence = "[]" }));
        var nadia = await site.SignIn(ChatWorld.Nadia);

        async Task<string[]> Listed(string query) => [.. (await nadia.Open("/robots/comptes" + query)).Page.QuerySelectorAll("#accounts tbody th a").Select(a => a.TextContent)];

        Assert.Equal(["@Alpha", "@beta", "@gamma", "@delta"], await Listed(""));
        Assert.Equal(["@Alpha"], await Listed("?q=ALPH"));
        Assert.Equal(["@delta"], await Listed($"?watch={second.Watch.Id}"));
        Assert.Equal(["@gamma"], await Listed("?class=Human"));
        Assert.Equal(["@Alpha", "@beta"], await Listed("?min=0,5"));
        Assert.Equal(["@beta", "@gamma"], await Listed("?max=0.5"));
        Assert.Equal(["@beta"], await Listed("?sign=Dormant"));
        Assert.Empty(await Listed("?network=Bluesky"));
        Assert.Equal("@gamma", (await Listed("?sort=Seen"))[0]);
        // What an address says wrongly is left out.
        Assert.Equal(4, (await Listed("?class=Robot&min=-3&sort=Age&page=99")).Length);
        await nadia.Open("/en/bots/accounts?sign=Dormant");
        Assert.Equal((HttpStatusCode.OK, "Accounts"), (nadia.Status, nadia.Heading));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B13_The_file_is_whole_valid_and_runs_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        string[] names = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\tonglet", " =espace", "\u200f=direction", "une, virgule", "des \"guillemets\"", "deux\r\nlignes", "innocente"];
        foreach (var (at, name) in names.Index())
        {
            watch.Account($"h{at}", new() { Network = Network.Twitter, Id = $"id-h{at}", Handle = $"h{at}", DisplayName = name });
        }

        await watch.Plant(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/robots/comptes.csv");

        Assert.Equal("text/csv", nadia.Response.Content.Headers.ContentType!.MediaType);
        var text = await nadia.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var rows = Rfc4180(text.TrimStart('\ufeff'));
        Assert.Equal(names.Length + 1, rows.Count);
        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        var shown = rows.Skip(1).ToDictionary(r => r[2], r => r[3], StringComparer.Ordinal);
        foreach (var (at, name) in names.Index())
        {
            Assert.Equal(at < 7 ? "'" + name : name, shown[$"h{at}"]);
        }

        Assert.Equal(1, site.ReadBots(db => db.Audit.Count(a => a.Act == "robots.exporter" && a.Change == "Exported")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B5_The_page_shows_what_another_assumed_share_changes_by_the_formula(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var account = watch.Account("compte", new()
        {
            Network = Network.Twitter, Id = "id-compte", Handle = "compte12345678", DisplayName = "Compte", CreatedAt = Now.AddDays(-400), ObservedAt = Now, Posts = 40_000, Followers = 20, Following = 3000, Favourites = 3, Listed = 0,
            Verified = false, Description = "", DefaultProfile = true,
        });
        await watch.Plant(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"/robots/comptes/{account.Id}");
        Assert.Equal(HttpStatusCode.OK, nadia.Status);

        var told = nadia.Page.QuerySelectorAll("#shares tbody tr").ToDictionary(r => Share(r.QuerySelector("a")!.GetAttribute("href")!), r => Percent(r.QuerySelector(".bots-interval")!.TextContent));
        // odds' = odds · [π'/(1−π')] / [π/(1−π)] (reference: disinfo.md 3.2), from the row that rounding harms least.
        var (from, known) = told.MinBy(t => Math.Abs(t.Value - 0.5));
        var odds = known / (1 - known) / (from / (1 - from));
        Assert.InRange(known, 0.05, 0.95);
        foreach (var (share, probability) in told)
        {
            var expected = odds * (share / (1 - share));
            Assert.InRange(probability, (expected / (1 + expected)) - 0.03, (expected / (1 + expected)) + 0.03);
        }

        Assert.True(told[0.01] < told[0.5]);
        await nadia.Open($"/robots/comptes/{account.Id}?share=0.5");
        Assert.Contains("50", nadia.Page.QuerySelector("[aria-current=true]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(nadia.Page.QuerySelectorAll("#score ~ ol li"));
    }

    [Fact]
    public async Task B10_The_page_of_an_account_says_its_pace_and_its_nights_as_its_posts_give_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        for (var hour = 1; hour <= 48; hour++)
        {
            watch.Post("metronome", Now.AddHours(-hour), "Toutes les heures");
        }

        for (var day = 1; day <= 12; day++)
        {
            // Two in the morning in Paris, give or take: gaps that nothing rules.
            watch.Post("noctambule", new DateTimeOffset(2026, 11, 1 + day, 1, (day * day * 7) % 60, 0, TimeSpan.Zero), "La nuit");
        }

        await watch.Plant(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);

        var clock = (await nadia.Open($"/robots/comptes/{watch.Account("metronome").Id}")).Text;
        var night = (await nadia.Open($"/robots/comptes/{watch.Account("noctambule").Id}")).Text;

        // Six hours of the night out of twenty-four, two days running; a gap that never changes.
        Assert.Contains("24,5 publications par jour", clock, StringComparison.Ordinal);
        Assert.Matches(@"\b25\s%\sentre\sminuit\set\ssix\sheures", clock);
        Assert.Matches(@"Régularité\s:\s[-−]1(,00?)?\s", clock);
        Assert.Matches(@"\b100\s%\sentre\sminuit\set\ssix\sheures", night);
        Assert.DoesNotMatch(@"Régularité\s:\s[-−]1(,00?)?\s", night);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-0,5")]
    [InlineData("beaucoup")]
    [InlineData("1e-2")]
    public async Task A_share_that_is_none_is_told_beside_its_field_with_what_was_typed(string typed)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var account = watch.Account("compte");
        await watch.Plant(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);

        await nadia.Open($"/robots/comptes/{account.Id}?share={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Equal(typed, nadia.Page.QuerySelector("input[name=share]")!.GetAttribute("value"));
        Assert.NotEmpty(nadia.Mistakes);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_page_tells_activity_like_accounts_signs_and_what_others_may_not_know(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (ours, theirs) = (new PlantedWatch(ChatWorld.Ministry.Id, "La nôtre"), new PlantedWatch(ChatWorld.Observatory.Id, "La leur", 1000));
        const string Words = "Citoyenne en colère, mère de trois enfants";
        Account Profile(string handle, int day) => new() { Network = Network.Twitter, Id = "id-" + handle, Handle = handle, Description = Words, CreatedAt = Now.AddDays(-day), ObservedAt = Now };
        var account = ours.Account("marie12345678", Profile("marie12345678", 40));
        ours.Account("jeanne87654321", Profile("jeanne87654321", 40));
        var seen = theirs.Account("secrete99999999", Profile("secrete99999999", 40));
        // Monday 16 November, 10:30 UTC: 11 h in Paris.
        ours.Post("marie12345678", new(2026, 11, 16, 10, 30, 0, TimeSpan.Zero), "Bonjour");
        await ours.Plant(site);
        await theirs.Plant(site);
        await site.Write<BotsDb>(db => db.AddRange(
            new AccountReview { Id = Guid.NewGuid(), AccountId = account.Id, OrganisationId = ChatWorld.Observatory.Id, AnalystId = Guid.NewGuid(), Label = ReviewLabel.Automated, Why = "Le secret de la relecture", At = Now },
            new AccountSnapshot { AccountId = account.Id, At = Now, State = SightingState.Unknown }));
        await site.Look();
        var nadia = await site.SignIn(ChatWorld.Nadia);

        await nadia.Open($"/robots/comptes/{account.Id}");

        var similar = Assert.Single(nadia.Page.QuerySelectorAll("#similar tbody tr"));
        Assert.Contains("@jeanne87654321", similar.TextContent, StringComparison.Ordinal);
        Assert.Contains("même présentation, nom de même forme, créé le même jour", similar.TextContent, StringComparison.Ordinal);
        Assert.Contains("Siamois", nadia.Text, StringComparison.Ordinal);
        Assert.Equal("1", nadia.Page.QuerySelectorAll("#hours tbody tr")[0].QuerySelectorAll("td")[11].TextContent);
        Assert.Contains("Pas de réponse", nadia.Text, StringComparison.Ordinal);
        // One review is done: neither what it says nor who said it is shown.
        Assert.Contains("Une relecture est faite", nadia.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", nadia.Text, StringComparison.OrdinalIgnoreCase);

        await nadia.Open($"/robots/comptes/{seen.Id}");
        Assert.Equal(HttpStatusCode.NotFound, nadia.Status);
    }

    static double Share(string href) => double.Parse(SharePart().Match(href).Groups[1].Value, CultureInfo.InvariantCulture);

    static double Percent(string told) => told.StartsWith("plus", StringComparison.Ordinal) ? 0.995 : told.StartsWith("moins", StringComparison.Ordinal) ? 0.005 : int.Parse(Number().Match(told).Value, CultureInfo.InvariantCulture) / 100.0;

    [GeneratedRegex(@"share=(?<share>[0-9.]+)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SharePart();

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();

    // Read by the letter of the RFC, by another hand than the writer's.
    static List<List<string>> Rfc4180(string text)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == ',')
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (!quoted && c == '\r')
            {
                Assert.Equal('\n', text[++at]);
                row.Add(cell.ToString());
                cell.Clear();
                rows.Add(row);
                row = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        Assert.Equal(0, cell.Length + row.Count);
        return rows;
    }
}
