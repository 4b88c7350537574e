using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Beffroi.Bots.Answers;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Api;

public sealed class BatchTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    static string Profile(int n) => $$"""{"did":"did:plc:liste{{n}}","handle":"compte{{n}}.bsky.social","displayName":"Compte {{n}}","createdAt":"2024-05-01T00:00:00Z","followersCount":{{n}},"followsCount":800,"postsCount":{{9 * n}}}""";

    static async Task<HttpClient> Holding(SiteUnderTest site)
    {
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/cles");
        await camille.Press("Créer cette clé", ("Name", "Programme d’essai"), ("DailyAccounts", "20000"), ("ExpiresOn", "2027-01-31"));
        var http = site.Visit().Http;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", camille.Page.QuerySelector("[role=status] code")!.TextContent);
        return http;
    }

    static async Task<bool> Round(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<Batches>().RunOnce(Ct);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_is_answered_in_its_order_and_shows_how_far_it_is(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var http = await Holding(site);
        var body = string.Join('\n', Enumerable.Range(1, 250).Select(Profile));
        var taken = await http.PostAsync(new Uri("/api/bots/batches", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/x-ndjson"), Ct);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        var place = taken.Headers.Location!;
        Assert.Equal("""{"total":250,"done":0}""", await Counts());
        Assert.True(await Round(site));
        Assert.False(await Round(site));
        Assert.Equal("""{"total":250,"done":250}""", await Counts());

        var lines = (await http.GetStringAsync(new Uri(place + "/results", UriKind.Relative), Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(1, 250).Select(n => $"compte{n}.bsky.social"), lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("handle").GetString()));
        Assert.Equal(250, site.ReadBots(db => db.Reuses.Single().Accounts));

        async Task<string> Counts()
        {
            var told = JsonDocument.Parse(await http.GetStringAsync(place, Ct)).RootElement;
            return $$"""{"total":{{told.GetProperty("total")}},"done":{{told.GetProperty("done")}}}""";
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_node_that_stops_in_the_middle_leaves_the_rest_to_another_which_repeats_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var first = site.Scope();
        var (db, actor) = (first.ServiceProvider.GetRequiredService<BotsDb>(), first.ServiceProvider.GetRequiredService<Actor>());
        actor.Act = "test.preparer";
        var batches = first.ServiceProvider.GetRequiredService<Batches>();
        var asked = Enumerable.Range(1, 320).Select(n => new AskedAccount { Name = $"inconnu{n}" }).ToList();
        var batch = (await batches.Ask(asked, ChatWorld.Ministry.Id, Guid.Empty, null, Lang.French, Ct))!;
        (batch.State, batch.LeaseOwner, batch.LeaseUntil) = (BatchState.Running, "un autre nœud", site.Clock.GetUtcNow().AddMinutes(2));
        await batches.Next(batch, batch.Question.Split('\n'), Ct);

        // As long as it holds the list, nobody takes it.
        Assert.False(await Round(site));
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await Round(site));
        // The one that was thought dead writes nothing more.
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => batches.Next(batch, batch.Question.Split('\n'), Ct));

        var parts = site.ReadBots(b => b.BatchParts.OrderBy(p => p.First).ToList());
        Assert.Equal([0, 100, 200, 300], parts.Select(p => p.First));
        Assert.Equal(Enumerable.Range(1, 320).Select(n => $"inconnu{n}"), parts.SelectMany(p => p.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("handle").GetString()));
        Assert.Equal(BatchState.Done, site.ReadBots(b => b.Batches.Single().State));
    }

    [Fact]
    public async Task Ten_thousand_are_taken_and_one_more_is_not()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var http = await Holding(site);
        var names = string.Join('\n', Enumerable.Range(1, 10_000).Select(n => $$"""{"handle":"c{{n}}"}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync(new Uri("/api/bots/batches", UriKind.Relative), new StringContent(names + "\n{\"handle\":\"un_de_trop\"}"), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await http.PostAsync(new Uri("/api/bots/batches", UriKind.Relative), new StringContent(names), Ct)).StatusCode);
        Assert.Equal(10_000, site.ReadBots(db => db.Batches.Single().Total));
    }

    [Fact]
    public async Task A_list_belongs_to_its_organisation_and_goes_after_a_month()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/robots/demander");
        var known = site.ReadBots(db => db.Accounts.Single(a => a.Id == WorldBots.Account(3)).Handle);
        await nadia.Press("Demander", ("Names", $"@{known}\nhttps://x.com/personne_ici/status/12"));
        Assert.Equal("Réponses du détecteur", nadia.Heading);
        var place = nadia.Address;
        Assert.True(await Round(site));
        await nadia.Open(place);
        Assert.Contains(known!, nadia.Text, StringComparison.Ordinal);
        Assert.Contains("Pas observé", nadia.Text, StringComparison.Ordinal);
        Assert.Contains("2 comptes sur 2", nadia.Text, StringComparison.Ordinal);
        var paul = await site.SignIn(ChatWorld.Paul);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(place)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(place + "/reponses.jsonl")).Status);

        site.Clock.Advance(TimeSpan.FromDays(31));
        await using var scope = site.Scope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<OldBatches>().RunOnce(Ct));
        Assert.Equal((0, 0), site.ReadBots(db => ValueTuple.Create(db.Batches.Count(), db.BatchParts.Count())));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("@un nom avec des espaces", "")]
    [InlineData("@quelquun", "Facebook")]
    public async Task What_is_no_name_is_said_with_what_was_typed(string names, string network)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/en/bots/ask");
        await nadia.Post("/en/bots/ask", ("Names", names), ("Network", network));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.NotEmpty(nadia.Mistakes);
        Assert.Equal(names, nadia.Page.QuerySelector("[name=Names]")!.TextContent.Trim());
    }
}
