using System.Text.Json;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Support;

public sealed class DelaysTests
{
    // By hand, from the sorted hours.
    [Theory]
    [InlineData("3", 3.0, 3.0)]
    [InlineData("4 1", 2.5, 4.0)]
    [InlineData("9 1 2", 2.0, 9.0)]
    [InlineData("10 9 8 7 6 5 4 3 2 1", 5.5, 9.0)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11", 6.0, 10.0)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", 10.5, 18.0)]
    public void Half_and_nine_in_ten_are_those_of_the_sorted_hours(string hours, double median, double high)
    {
        var delays = Delays.Of(hours.Split(' ').Select(h => TimeSpan.FromHours(int.Parse(h, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal((hours.Split(' ').Length, median, high), (delays.Count, delays.Median, delays.High));
    }

    [Fact]
    public void Nothing_is_measured_of_nothing() => Assert.Equal(new Delays(0, null, null), Delays.Of([]));

    [Theory, ClassData(typeof(Engines))]
    public async Task Everybody_reads_the_delays_from_ten_answers_on_and_the_team_from_one(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var by = site.IdOf(Crew.Superadmin);
        var months = Enumerable.Range(1, 10).Select(hours =>
        {
            var request = SupportFurnishing.Request(new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero));
            request.Do(RequestAct.Answer, by, request.ReceivedAt.AddHours(hours), "Oui");
            return request;
        }).ToList();
        var aside = SupportFurnishing.Request(new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero));
        aside.Do(RequestAct.PutAside, by, SiteUnderTest.Start);
        var old = SupportFurnishing.Request(SiteUnderTest.Start.AddMonths(-13));
        old.Do(RequestAct.Answer, by, SiteUnderTest.Start, "Enfin");
        var ads = SupportFurnishing.Request(new(2026, 10, 6, 8, 0, 0, TimeSpan.Zero), part: SitePart.Ads);
        ads.Do(RequestAct.Answer, by, ads.ReceivedAt.AddHours(5), "Oui");
        await site.Write<AccountsDb>(db => db.AddRange([.. months, aside, old, ads, SupportFurnishing.Request(SiteUnderTest.Start.AddHours(-3))]));

        using var json = JsonDocument.Parse(await site.Visit().Http.GetStringAsync("/stats.json", TestContext.Current.CancellationToken));
        // 12 received, 11 of them answered: 1 to 10 hours, and 5.
        Assert.Equal((12, 12.0), Figure(json, "demandes_recues"));
        Assert.Equal((11, 5.0), Figure(json, "demandes_heures_reponse"));
        Assert.Equal((11, 9.0), Figure(json, "demandes_heures_reponse_neuf_sur_dix"));
        Assert.Equal((10, 5.5), Figure(json, "demandes_eva_heures_reponse"));
        Assert.Equal((null, null), Figure(json, "demandes_annonces_heures_reponse"));
        Assert.Equal((null, null), Figure(json, "demandes_heures_fin"));

        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/demandes/delais");
        Assert.Equal(["1", "1", "5,0 h", "5,0 h"], Row(team, "Annonces").Take(4));
        Assert.Equal(["11", "11", "5,0 h", "9,0 h"], Row(team, "octobre 2026").Take(4));
        Assert.Equal(["0", "0", "–", "–"], Row(team, "septembre 2026").Take(4));
        Assert.Contains("1 demande attend aujourd’hui", team.Text, StringComparison.Ordinal);
    }

    static IEnumerable<string> Row(Testing.Visitor team, string name) =>
        team.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(c => c.TextContent);

    static (int? N, double? Value) Figure(JsonDocument json, string name)
    {
        var line = json.RootElement.GetProperty("indicateurs").EnumerateArray().Single(i => i.GetProperty("nom").GetString() == name);
        return line.GetProperty("masque").GetBoolean() ? (null, null) : (line.GetProperty("n").GetInt32(), line.GetProperty("valeur").GetDouble());
    }
}
