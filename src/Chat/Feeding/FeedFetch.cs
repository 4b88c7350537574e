using System.Net;
using System.Net.Http.Headers;
using Beffroi.Chat.Rules.Feeds;

namespace Beffroi.Chat.Feeding;

/// <summary>Asks for a feed once: only if it changed, on where it leads, within its limits.</summary>
sealed class FeedFetch(HttpClient client)
{
    const int MostRedirections = 5;

    /// <summary>Nothing changed since: a feed that says nothing new.</summary>
    static readonly FeedReading Unchanged = new FeedReading.Read(new(null, []));

    public async Task<FeedAnswer> Ask(Uri address, string? etag, DateTimeOffset? modified, CancellationToken ct)
    {
        // The client's own limit ends with the headers: a body may come a byte at a time.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(client.Timeout);
        try
        {
            return await Follow(address, etag, modified, limited.Token);
        }
        catch (Exception wrong) when (OutsideAddress.Met(wrong, ct) is { } why)
        {
            return Broken(why);
        }
    }

    async Task<FeedAnswer> Follow(Uri at, string? etag, DateTimeOffset? modified, CancellationToken ct)
    {
        for (var turn = 0; turn <= MostRedirections; turn++)
        {
            if (at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0)
            {
                return Broken(OutsideAddress.Private);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var known))
            {
                request.Headers.IfNoneMatch.Add(known);
            }

            request.Headers.IfModifiedSince = modified;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                continue;
            }

            return response.StatusCode switch
            {
                HttpStatusCode.NotModified => new(Unchanged, etag, modified),
                HttpStatusCode.OK => new(FeedReader.Read(await Body(response, ct), response.Content.Headers.ContentType?.CharSet, at), response.Headers.ETag?.ToString(), response.Content.Headers.LastModified),
                var status => Broken(new($"Le site répond par une erreur ({(int)status}).", $"The site answers with an error ({(int)status}).")),
            };
        }

        return Broken(new("L’adresse tourne en rond.", "The address leads round in circles."));
    }

    // One byte past the limit is enough to know.
    static async Task<ReadOnlyMemory<byte>> Body(HttpResponseMessage response, CancellationToken ct)
    {
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var part = new byte[81_920];
        while (kept.Length <= FeedLimits.Document && await body.ReadAsync(part, ct) is > 0 and var read)
        {
            kept.Write(part, 0, read);
        }

        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    static FeedAnswer Broken(Words why) => new(new FeedReading.Broken(FeedFault.Unreachable, why), null, null);
}

/// <param name="ETag">To ask with the next time.</param>
sealed record FeedAnswer(FeedReading Reading, string? ETag, DateTimeOffset? LastModified);
