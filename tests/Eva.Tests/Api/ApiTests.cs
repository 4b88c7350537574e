using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Tests.Api;

/// <summary>Row 60: a documented contract, a token for each evaluation, a limit.</summary>
public sealed class ApiTests
{
    /// <summary>Left out on purpose: what a mail program calls, by a secret address of its own, to stop letters in one click (RFC 8058).</summary>
    static readonly string[] NotForPrograms = ["/api/openapi.json", "/api/rappels/{token}"];

    static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Row_60_every_route_of_the_api_is_described_and_nothing_else_is()
    {
        await using var site = await SiteUnderTest.Empty();
        var mapped = site.Endpoints.OfType<RouteEndpoint>().Where(r => r.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !r.RoutePattern.RawText!.StartsWith("/api/encyclopedia/", StringComparison.Ordinal) && !r.RoutePattern.RawText!.StartsWith("/api/chat/", StringComparison.Ordinal) && !r.RoutePattern.RawText!.StartsWith("/api/ads", StringComparison.Ordinal) && !r.RoutePattern.RawText!.StartsWith("/api/bots", StringComparison.Ordinal) && !NotForPrograms.Contains(r.RoutePattern.RawText, StringComparer.Ordinal))
            .SelectMany(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(verb => $"{verb} {r.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal)}"));

        var described = (await Operations(site)).Select(o => $"{o.Verb} {o.Path}");

        Assert.NotEmpty(mapped);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Row_60_each_operation_says_what_it_does_its_token_its_answers_and_its_limit()
    {
        await using var site = await SiteUnderTest.Empty();
        using var document = await Document(site);
        var schemes = document.RootElement.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetProperty("type").GetString(), StringComparer.Ordinal);
        Assert.Equal(["apiKey", "http", "http"], schemes.Values.Order(StringComparer.Ordinal));

        foreach (var (verb, path, operation) in await Operations(site))
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), path);
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("description").GetString()), path);
            Assert.All(operation.GetProperty("security").EnumerateArray(), s => Assert.Contains(Assert.Single(s.EnumerateObject()).Name, schemes.Keys));
            Assert.Equal(2, operation.GetProperty("security").GetArrayLength());
            var answers = operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
            Assert.True(answers.Contains("200", StringComparer.Ordinal) && answers.Contains("401", StringComparer.Ordinal) && answers.Contains("429", StringComparer.Ordinal), $"{verb} {path}: {string.Join(' ', answers)}");
        }
    }

    [Fact]
    public async Task Row_60_each_described_route_answers_as_it_says_with_and_without_a_token()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Contrat");
        var awa = await Participant.Enter(site, campaign.Code);
        var id = (await awa.Journey()).EvaluationId;
        var token = await Token(awa);

        foreach (var (verb, path, operation) in await Operations(site))
        {
            var said = operation.GetProperty("responses").EnumerateObject().Select(r => int.Parse(r.Name, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var address = path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{situation}", "livraison", StringComparison.Ordinal);
            Assert.Equal(200, await Ask(site, verb, address, token, """{"evenements":[]}"""));
            Assert.Equal(401, await Ask(site, verb, address, null, """{"evenements":[]}"""));
            Assert.Equal(401, await Ask(site, verb, address, token[..^1] + (token[^1] == '0' ? '1' : '0'), """{"evenements":[]}"""));
            foreach (var body in new[] { "[", "{}", new string(' ', 600 * 1024) })
            {
                Assert.Contains(await Ask(site, verb, address, token, body), said);
            }

            Assert.Contains(await Ask(site, verb, address, token, "a=1", "application/x-www-form-urlencoded"), said);
            Assert.Contains(await Ask(site, verb, address.Replace("livraison", "inconnue", StringComparison.Ordinal), token, "{}"), said);
        }
    }

    [Fact]
    public async Task Row_60_a_token_opens_its_evaluation_and_no_other()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Jetons");
        var (awa, bao) = (await Participant.Enter(site, campaign.Code), await Participant.Enter(site, campaign.Code, "Bao"));
        var other = (await bao.Journey()).EvaluationId;

        Assert.Equal(401, await Ask(site, "POST", $"/api/eva/evaluations/{other}/parties/livraison", await Token(awa), ""));
        Assert.Equal(401, await Ask(site, "POST", $"/api/eva/evaluations/{other}/collections_evenements", await Token(awa), """{"evenements":[]}"""));
        // Neither does somebody's own identifier before the secret of another.
        Assert.Equal(401, await Ask(site, "POST", $"/api/eva/evaluations/{other}/parties/livraison", $"{other:N}.{(await Token(awa)).Split('.')[1]}", ""));
    }

    [Fact]
    public async Task Row_60_beyond_the_limit_of_a_minute_an_address_waits_and_another_does_not()
    {
        await using var site = await SiteUnderTest.Empty();
        var (busy, quiet) = (site.Visit().Http, site.Visit().Http);
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < EvaModule.PlaysPerMinute; n++)
        {
            using var answer = await busy.GetAsync(new Uri("/api/eva/evaluations/moi", UriKind.Relative), TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }

        // The window is the wall clock's: it may turn once on the way, and then as many again are let through.
        using var refused = await UntilRefused(busy);

        Assert.All(statuses, s => Assert.Contains(s, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests }));
        Assert.True(statuses.Count(s => s is HttpStatusCode.Unauthorized) > EvaModule.PlaysPerMinute / 2);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 0, 60);
        using var other = await quiet.GetAsync(new Uri("/api/eva/evaluations/moi", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
    }

    static async Task<HttpResponseMessage> UntilRefused(HttpClient http)
    {
        for (var n = 0; n < 2 * EvaModule.PlaysPerMinute; n++)
        {
            var answer = await http.GetAsync(new Uri("/api/eva/evaluations/moi", UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("No limit was met.");
    }

    /// <summary>What the browser of a participant holds, for a program that holds it instead.</summary>
    static async Task<string> Token(Participant participant)
    {
        using var page = await participant.Visitor.Http.GetAsync(new Uri("/eva", UriKind.Relative), TestContext.Current.CancellationToken);
        var header = page.RequestMessage!.Headers.GetValues("Cookie");
        return string.Join(';', header).Split(';', StringSplitOptions.TrimEntries).Single(c => c.StartsWith("__Host-eva=", StringComparison.Ordinal))["__Host-eva=".Length..];
    }

    static async Task<int> Ask(SiteUnderTest site, string verb, string address, string? token, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new(verb), address);
        if (verb != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new(type);
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await site.Visit().Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    static async Task<List<(string Verb, string Path, JsonElement Operation)>> Operations(SiteUnderTest site)
    {
        using var document = await Document(site);
        return [.. from path in document.RootElement.GetProperty("paths").EnumerateObject()
                   from operation in path.Value.EnumerateObject()
                   where Verbs.Contains(operation.Name, StringComparer.Ordinal) && !path.Name.StartsWith("/api/encyclopedia/", StringComparison.Ordinal) && !path.Name.StartsWith("/api/ads", StringComparison.Ordinal) && !path.Name.StartsWith("/api/bots", StringComparison.Ordinal)
                   select (operation.Name.ToUpperInvariant(), path.Name, operation.Value.Clone())];
    }

    static async Task<JsonDocument> Document(SiteUnderTest site) =>
        JsonDocument.Parse(await site.Visit().Http.GetStreamAsync(new Uri("/api/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken));
}
