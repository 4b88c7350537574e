using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Beffroi.Kit;

namespace Beffroi.Bots.Networks;

/// <summary>Questions to a network, each within bounds of time and size. What is wrong is a <see cref="SourceTroubleException"/>.</summary>
sealed class NetworkCalls(SourcesSetup setup, TimeProvider clock, string? token = null) : IDisposable
{
    const int MostBytes = 8 << 20;

    readonly HttpClient _client = setup.Network.Enabled ? GuardedConnection.Client(setup.Access(), atOnce: 2) : throw new SourceTroubleException(SourceError.OutsideOff);

    public TimeSpan Silence => TimeSpan.FromSeconds(1.5 * setup.Network.TimeoutSeconds);

    /// <summary>Opens an answer: its success is known, its body is to be read.</summary>
    public async Task<HttpResponseMessage> Open(HttpMethod method, Uri address, HttpContent? body, CancellationToken ct)
    {
        try
        {
            var response = await Send(method, address, body, ct);
            if (SourceTroubleException.Of(response.StatusCode, RetryAt(response)) is { } trouble)
            {
                var said = trouble.Error == SourceError.TooManyRequests ? await Begin(response, ct) : "";
                response.Dispose();
                throw said.Contains("ConnectionException", StringComparison.Ordinal) || said.Contains("TooManyConnections", StringComparison.Ordinal)
                    ? new SourceTroubleException(trouble.Error, TakenConnection) { RetryAt = trouble.RetryAt }
                    : trouble;
            }

            return response;
        }
        catch (Exception wrong) when (wrong is not SourceTroubleException && SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
#pragma warning disable MA0027 // Not the exception that was caught, but what it comes down to.
            throw trouble;
#pragma warning restore MA0027
        }
    }

    async Task<HttpResponseMessage> Send(HttpMethod method, Uri address, HttpContent? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    /// <summary>What an address names; null when the network says, in JSON as it says all else, that there is no such thing: a page of errors is that of something on the way.</summary>
    public async Task<byte[]?> Find(Uri address, CancellationToken ct)
    {
        try
        {
            using var response = await Send(HttpMethod.Get, address, null, ct);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone && response.Content.Headers.ContentType?.MediaType is "application/json")
            {
                return null;
            }

            return SourceTroubleException.Of(response.StatusCode, RetryAt(response)) is { } trouble ? throw trouble : await Body(response, ct);
        }
        catch (Exception wrong) when (wrong is not SourceTroubleException && SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
#pragma warning disable MA0027 // Not the exception that was caught, but what it comes down to.
            throw trouble;
#pragma warning restore MA0027
        }
    }

    /// <summary>The detail of a <see cref="SourceTroubleException"/>: the only connection of the stream is somebody else's.</summary>
    public const string TakenConnection = "connection";

    public async Task<byte[]> Get(Uri address, CancellationToken ct) => (await GetWithHeaders(address, ct)).Body;

    public async Task<(byte[] Body, HttpResponseHeaders Headers)> GetWithHeaders(Uri address, CancellationToken ct)
    {
        using var response = await Open(HttpMethod.Get, address, null, ct);
        return (await Body(response, ct), response.Headers);
    }

    public async Task<byte[]> Post(Uri address, HttpContent body, CancellationToken ct)
    {
        using var response = await Open(HttpMethod.Post, address, body, ct);
        return await Body(response, ct);
    }

    public void Dispose() => _client.Dispose();

    async Task<byte[]> Body(HttpResponseMessage response, CancellationToken ct)
    {
        using var limited = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limited.Token);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            using var kept = new MemoryStream();
            var part = new byte[81_920];
            while (await body.ReadAsync(part, either.Token) is > 0 and var read)
            {
                if (kept.Length + read > MostBytes)
                {
                    throw new SourceTroubleException(SourceError.BadAnswer);
                }

                kept.Write(part, 0, read);
            }

            return kept.ToArray();
        }
        catch (Exception wrong) when (wrong is not SourceTroubleException && SourceTroubleException.Of(wrong, ct) is { } trouble)
        {
#pragma warning disable MA0027 // Not the exception that was caught, but what it comes down to.
            throw trouble;
#pragma warning restore MA0027
        }
    }

    static async Task<string> Begin(HttpResponseMessage response, CancellationToken ct)
    {
        var begin = new byte[4096];
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var read = await body.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(begin, 0, read);
    }

    // X: seconds since 1970. Mastodon: an instant. Anybody: Retry-After. Never more than a day: a wrong clock would stop a source for good.
    DateTimeOffset? RetryAt(HttpResponseMessage response)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? at = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => now + delta,
            { Date: { } date } => date,
            _ => Header(response, "x-rate-limit-reset") is { } reset && long.TryParse(reset, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 1L << 40 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : Header(response, "X-RateLimit-Reset") is { } instant && DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed
                : null,
        };
        return at > now.AddDays(1) ? now.AddDays(1) : at;
    }

    static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
