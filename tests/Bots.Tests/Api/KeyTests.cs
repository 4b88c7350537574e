using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Beffroi.Bots.Answers;
using Beffroi.Chat;
using Beffroi.Cli.World;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Api;

public sealed class KeyTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    const string Profile = """{"did":"did:plc:xyz","handle":"essai.bsky.social","displayName":"Essai","createdAt":"2024-05-01T00:00:00Z","followersCount":3,"followsCount":800,"postsCount":9000}""";

    /// <summary>Makes a key through its page and gives a client that holds it.</summary>
    static async Task<HttpClient> Holding(SiteUnderTest site, string daily = "50")
    {
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/cles");
        await camille.Press("Créer cette clé", ("Name", "Programme d’essai"), ("DailyAccounts", daily), ("ExpiresOn", "2027-01-31"));
        var secret = camille.Page.QuerySelector("[role=status] code")!.TextContent;
        var http = site.Visit().Http;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    [Fact]
    public async Task A_key_is_shown_once_and_only_its_hash_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/cles");
        await camille.Press("Créer cette clé", ("Name", "Programme d’essai"), ("DailyAccounts", "50"), ("ExpiresOn", "2027-01-31"));
        var secret = camille.Page.QuerySelector("[role=status] code")!.TextContent;
        Assert.Matches("^bfr_[0-9a-f]{64}$", secret);
        var key = site.ReadBots(db => db.Keys.Single());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret))), key.Hash);
        Assert.DoesNotContain(secret[12..], JsonSerializer.Serialize(key), StringComparison.Ordinal);
        await camille.Open("/robots/cles");
        Assert.DoesNotContain(secret, camille.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(secret[..8], camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, string.Join('\n', site.Logs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("DailyAccounts", "0")]
    [InlineData("DailyAccounts", "1e9")]
    [InlineData("ExpiresOn", "2027-11-24")]
    [InlineData("ExpiresOn", "2026-11-22")]
    public async Task A_key_has_a_name_a_quota_and_an_end(string field, string wrong)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/cles");
        await camille.Post("/robots/cles", [.. new[] { ("Name", "Programme d’essai"), ("DailyAccounts", "50"), ("ExpiresOn", "2027-01-31") }.Select(f => f.Item1 == field ? (field, wrong) : f)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(wrong, camille.Page.QuerySelector($"[name={field}]")!.GetAttribute("value") ?? "");
        Assert.Equal(0, site.ReadBots(db => db.Keys.Count()));
    }

    [Fact]
    public async Task One_who_is_no_referent_makes_and_revokes_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var (nadia, paul) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Paul));
        await nadia.Open("/robots/veilles");
        await nadia.Post("/robots/cles", ("Name", "Programme d’essai"), ("DailyAccounts", "50"), ("ExpiresOn", "2027-01-31"));
        Assert.Equal(HttpStatusCode.Forbidden, nadia.Status);
        await nadia.Open("/robots/veilles");
        await nadia.Post($"/robots/cles/{WorldBots.Key}");
        Assert.Equal(HttpStatusCode.Forbidden, nadia.Status);
        await paul.Open("/robots/cles");
        await paul.Post($"/robots/cles/{WorldBots.Key}");
        Assert.Equal(HttpStatusCode.NotFound, paul.Status);
        Assert.Equal(1, site.ReadBots(db => db.Keys.Count(k => k.RevokedAt == null)));
    }

    [Fact]
    public async Task Without_a_key_in_force_nothing_opens()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var http = await Holding(site);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct)).StatusCode);

        var stranger = site.Visit().Http;
        foreach (var wrong in new[] { null, "Bearer", "Bearer bfr_00", "Bearer bfr_" + new string('0', 64), "Basic Zm9vOmJhcg==" })
        {
            stranger.DefaultRequestHeaders.Remove("Authorization");
            if (wrong is not null)
            {
                stranger.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", wrong);
            }

            var answer = await stranger.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }

        site.Clock.SetUtcNow(new(2027, 1, 31, 23, 30, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_revoked_or_whose_organisation_is_closed_opens_nothing_at_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var http = await Holding(site);
        await site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == ChatWorld.Ministry.Id).ClosedAt = SiteUnderTest.Start);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct)).StatusCode);
        await site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == ChatWorld.Ministry.Id).ClosedAt = null);
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/cles");
        await camille.Press("Révoquer Programme d’essai");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct)).StatusCode);
    }

    [Fact]
    public async Task One_account_is_scored_with_its_interval_its_doubt_and_reasons_in_words()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var http = await Holding(site);
        var told = JsonDocument.Parse(await (await http.PostAsync(new Uri("/api/bots/score?lang=en", UriKind.Relative), Json(Profile), Ct)).Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.Equal("Bluesky", told.GetProperty("network").GetString());
        Assert.True(told.GetProperty("found").GetBoolean());
        Assert.False(told.GetProperty("watched").GetBoolean());
        Assert.Contains("never a proof", told.GetProperty("caution").GetString(), StringComparison.Ordinal);

        // By its name: the organisation watches it, and its posts count.
        var known = site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(3)));
        var named = JsonDocument.Parse(await (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json($$"""{"handle":"@{{known.Handle}}","network":"Twitter"}"""), Ct)).Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.True(named.GetProperty("watched").GetBoolean());
        Assert.Equal(site.ReadBots(db => db.Posts.Count(p => p.AccountId == known.Id)), named.GetProperty("posts").GetInt32());
        await using var scope = site.Scope();
        var expected = scope.ServiceProvider.GetRequiredService<Beffroi.Bots.Scoring.AccountScoring>().Score((await Beffroi.Bots.Scoring.AccountEvidence.Of(scope.ServiceProvider.GetRequiredService<BotsDb>(), known.Id, Ct))!);
        Assert.Equal(expected.Probability, named.GetProperty("probability").GetDouble(), 12);
        Assert.Equal((expected.Low, expected.High), (named.GetProperty("low").GetDouble(), named.GetProperty("high").GetDouble()));
        Assert.NotEmpty(named.GetProperty("reasons").EnumerateArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"bonjour\": 1}")]
    [InlineData("\u0000\u0001")]
    public async Task What_is_no_account_is_422_and_costs_nothing(string body)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var http = await Holding(site);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(body), Ct)).StatusCode);
        Assert.Equal(0, site.ReadBots(db => db.Reuses.Sum(r => r.Accounts)));
    }

    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task The_quota_of_a_day_holds_against_a_hundred_at_once_and_comes_back_the_day_after(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var http = await Holding(site, daily: "30");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct)));
        Assert.Equal(30, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        var refused = answers.First(a => a.StatusCode != HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        // It is 11:00 in Paris.
        Assert.Equal(TimeSpan.FromHours(13), refused.Headers.RetryAfter!.Delta);
        site.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(new Uri("/api/bots/score", UriKind.Relative), Json(Profile), Ct)).StatusCode);
    }

    [Fact]
    public async Task Another_organisation_finds_nothing_by_name_of_what_is_watched_here()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        await using var scope = site.Scope();
        var answering = scope.ServiceProvider.GetRequiredService<Answering>();
        var handle = site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(40)).Handle);
        var ours = await answering.Answer(new() { Name = handle }, ChatWorld.Ministry.Id, Beffroi.Kit.Lang.French, Ct);
        var theirs = await answering.Answer(new() { Name = handle }, ChatWorld.Observatory.Id, Beffroi.Kit.Lang.French, Ct);
        var unknown = await answering.Answer(new() { Name = "personne_de_ce_nom" }, ChatWorld.Observatory.Id, Beffroi.Kit.Lang.French, Ct);
        Assert.True(ours.Found);
        Assert.False(theirs.Found);
        Assert.Equal(unknown with { Handle = handle }, theirs with { Reasons = unknown.Reasons });
    }
}
