using System.Net;
using System.Text;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>Nothing that is kept says who answered, and what ties an answer to a browser goes away.</summary>
public sealed class PrivacyTests
{
    const string AddressHeader = "X-Test-Address";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_the_address_nor_the_token_of_a_browser_is_in_the_database()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open("/annonces");
        var cookie = visitor.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-annonces=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        await visitor.Press("Non");
        var stored = site.ReadAds(db => db.Answers.Single());
        Assert.NotNull(stored.Network);

        var address = visitor.Http.DefaultRequestHeaders.GetValues(AddressHeader).Single();
        var token = cookie.Split(';')[0].Split('=')[1].Split('.')[1];
        var file = await WholeFile(site);
        Assert.DoesNotContain(token, file, StringComparison.Ordinal);
        Assert.DoesNotContain(address, file, StringComparison.Ordinal);
        Assert.Contains(stored.Voter, file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pseudonym_of_the_network_is_emptied_within_a_day()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        await (await site.Visit().Open("/annonces")).Press("Non");
        site.Clock.Advance(TimeSpan.FromHours(22));
        await site.Round(round => round.EachMinute(Ct));
        Assert.NotNull(site.ReadAds(db => db.Answers.Single().Network));
        site.Clock.Advance(TimeSpan.FromHours(1.5));
        await site.Round(round => round.EachMinute(Ct));
        Assert.Null(site.ReadAds(db => db.Answers.Single().Network));
    }

    [Fact]
    public async Task What_was_forgotten_is_in_no_page_of_the_file_nor_of_its_journal_after_the_night()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        await (await site.Visit().Open("/annonces")).Press("Non");
        var network = site.ReadAds(db => db.Answers.Single().Network)!;
        Assert.Contains(network, await WholeFile(site), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(24));
        await site.Round(round => round.EachMinute(Ct));
        await site.Round(round => round.EachNight(Ct));
        Assert.DoesNotContain(network, await WholeFile(site), StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_key_of_a_day_is_destroyed_after_31_days_and_the_browser_is_a_stranger_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open("/annonces");
        await visitor.Press("Non");
        var answer = visitor.Address;
        site.Clock.Advance(TimeSpan.FromDays(30));
        await site.Round(round => round.EachNight(Ct));
        await visitor.Open(answer);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Round(round => round.EachNight(Ct));
        Assert.Equal(0, site.ReadAds(db => db.DayKeys.Count()));
        await visitor.Open(answer);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.Open("/annonces/mes-reponses");
        Assert.Contains("n’a pas encore répondu", visitor.Text);
        Assert.Equal(1, site.ReadAds(db => db.Answers.Count()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_key_of_the_networks_is_another_and_goes_the_next_day_and_the_hour_of_an_answer_goes_with_its_key(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        site.Clock.Advance(TimeSpan.FromMinutes(7));
        await (await site.Visit().Open("/annonces")).Press("Non");
        var at = site.ReadAds(db => db.Answers.Single().At);
        Assert.NotEqual(site.ReadAds(db => db.DayKeys.Single().Sealed), site.ReadAds(db => db.NetworkKeys.Single().Sealed));
        await site.Round(round => round.EachMinute(Ct));
        Assert.Equal(1, site.ReadAds(db => db.NetworkKeys.Count()));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Round(round => round.EachMinute(Ct));
        Assert.Equal((0, 1), site.ReadAds(db => ValueTuple.Create(db.NetworkKeys.Count(), db.DayKeys.Count())));

        site.Clock.Advance(TimeSpan.FromDays(29));
        await site.Round(round => round.EachNight(Ct));
        Assert.Equal(at, site.ReadAds(db => db.Answers.Single().At));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Round(round => round.EachNight(Ct));
        Assert.Equal(new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero), site.ReadAds(db => db.Answers.Single().At));
    }

    [Fact]
    public async Task Two_browsers_of_one_network_have_the_same_network_and_two_names()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(2);
        var one = site.Visit();
        var two = site.Visit();
        two.Http.DefaultRequestHeaders.Remove(AddressHeader);
        two.Http.DefaultRequestHeaders.Add(AddressHeader, one.Http.DefaultRequestHeaders.GetValues(AddressHeader).Single());
        await (await one.Open("/annonces")).Press("Non");
        await (await two.Open("/annonces")).Press("Non");
        var answers = site.ReadAds(db => db.Answers.AsNoTracking().ToList());
        Assert.Equal(2, answers.Select(a => a.Voter).Distinct(StringComparer.Ordinal).Count());
        Assert.Single(answers.Select(a => a.Network).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Somebody_signed_in_answers_like_anybody()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.GivenSomeAds(1);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/annonces");
        await hugo.Press("Non");
        await hugo.Press(Purpose.Commercial.Say(Lang.French));
        var audit = site.ReadAds(db => db.Audit.AsNoTracking().Where(a => a.Act.StartsWith("annonces.")).ToList());
        Assert.NotEmpty(audit);
        Assert.All(audit, row => Assert.Equal("anonyme", row.Who));
        var answer = site.ReadAds(db => db.Answers.Single());
        Assert.All(audit, row => Assert.DoesNotContain(answer.Id.ToString(), row.Subject, StringComparison.OrdinalIgnoreCase));
        Assert.All(audit, row => Assert.DoesNotContain(answer.Voter, row.Subject, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20261123")]
    [InlineData("20261123.")]
    [InlineData("20261123.AAAA")]
    [InlineData("20261123.AAAAAAAAAAAAAAAAAAAAAA.x")]
    [InlineData("99999999.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20261124.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20200101.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20261123.%%%%%%%%%%%%%%%%%%%%%%")]
    public async Task A_cookie_that_we_did_not_give_makes_a_stranger_and_breaks_nothing(string cookie)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = site.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", "__Host-annonces=" + cookie);
        await visitor.Open("/annonces");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains(visitor.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-annonces=20261123.", StringComparison.Ordinal));
    }

    static async Task<string> WholeFile(SiteUnderTest site)
    {
        var file = site.Database.ConnectionString.Split('=')[1];
        var text = new StringBuilder();
        foreach (var part in new[] { "", "-wal" }.Where(p => File.Exists(file + p)))
        {
            await using var stream = new FileStream(file + part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync(Ct));
        }

        return text.ToString();
    }
}
