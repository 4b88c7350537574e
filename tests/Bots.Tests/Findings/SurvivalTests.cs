using Beffroi.Detection;

namespace Beffroi.Bots.Tests.Findings;

public sealed class SurvivalTests
{
    static readonly DateTimeOffset Now = PlantedWatch.Now;

    // Ten accounts seen on day 0. By hand (Kaplan and Meier): 2 of 10 found gone on day 1: 0.8; one unseen after day 1 leaves; 1 of 7 on day 5: 0.8 · 6/7 = 0.686.
    [Theory, ClassData(typeof(Engines))]
    public async Task B16_What_is_not_seen_is_not_dead(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var accounts = Enumerable.Range(0, 10).Select(at => watch.Account($"c{at}").Id).ToArray();
        await watch.Plant(site);
        AccountSnapshot Seen(int account, int day, SightingState state) => new() { AccountId = accounts[account], At = Now.AddDays(day), State = state };
        await site.Write<BotsDb>(db => db.AddRange(
        [
            .. Enumerable.Range(0, 10).Select(a => Seen(a, 0, SightingState.Alive)),
            Seen(0, 1, SightingState.Gone), Seen(1, 1, SightingState.Gone),
            .. Enumerable.Range(2, 8).Select(a => Seen(a, 1, SightingState.Alive)),
            // The third answers no more: an error each day, never a death.
            .. Enumerable.Range(2, 8).Select(day => Seen(2, day, SightingState.Unknown)),
            Seen(3, 5, SightingState.Gone),
            .. Enumerable.Range(4, 6).Select(a => Seen(a, 5, SightingState.Alive)),
        ]));
        var nadia = await site.SignIn(ChatWorld.Nadia);

        await nadia.Open($"/robots/comptes/survie?watch={watch.Watch.Id}");

        string[][] rows = [.. nadia.Page.QuerySelectorAll("#survival tbody tr").Select(r => r.Children.Select(c => Visitor.Flat(c.TextContent)).ToArray())];
        Assert.Equal([["1,0", "10", "2", "80 %"], ["5,0", "7", "1", "69 %"]], rows.Select(r => r[..4].Select(c => c.Replace('\u202f', ' ')).ToArray()));
        Assert.Contains("dont 8 sans réponse", nadia.Text, StringComparison.Ordinal);

        await nadia.Open($"/en/bots/accounts/survival.csv?watch={watch.Watch.Id}");
        var lines = (await nadia.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\ufeff').Split("\r\n");
        Assert.StartsWith("days,at_risk,gone,survival", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("5,7,1,0.6857142857", lines[2], StringComparison.Ordinal);
    }
}
