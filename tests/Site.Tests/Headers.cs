namespace Beffroi.Site.Tests;

static class Headers
{
    public static void AreStrict(HttpResponseMessage response, bool player = false)
    {
        var policy = One(response, "Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries).Select(d => d.Split(' ', 2)).ToDictionary(d => d[0], d => d.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal(player ? "'self' 'wasm-unsafe-eval'" : "'self'", policy["script-src"]);
        Assert.Equal("'self'", policy["style-src"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.Equal("'self'", policy["form-action"]);
        Assert.Equal("'self'", policy["base-uri"]);
        Assert.All(policy, directive => Assert.DoesNotMatch("unsafe-inline|unsafe-eval'(?<!'wasm-unsafe-eval')|\\*|https?:", directive.Value));
        Assert.True(int.Parse(One(response, "Strict-Transport-Security").Split(';')[0].Replace("max-age=", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) >= 31_536_000);
        Assert.Equal("nosniff", One(response, "X-Content-Type-Options"));
        Assert.Contains(One(response, "Referrer-Policy"), (string[])["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"]);
        Assert.Contains("camera=()", One(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", One(response, "Cross-Origin-Opener-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    static string One(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : throw new Xunit.Sdk.XunitException($"No {name} on {response.RequestMessage?.RequestUri?.PathAndQuery}.");
}
