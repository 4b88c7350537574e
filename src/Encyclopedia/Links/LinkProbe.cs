using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Links;

/// <summary>Asks for one address: the head of the page, the page where heads are refused, on where it leads. The page itself is never read.</summary>
sealed class LinkProbe(HttpClient client, HostManners manners, TimeProvider clock)
{
    const int MostRedirections = 5;
    const int MostRobots = 100_000;
    const string Agent = "Beffroi";

    public async Task<LinkAnswer> Ask(string url, string? etag, CancellationToken ct)
    {
        try
        {
            return await Follow(url, etag, ct);
        }
        catch (Exception wrong) when (Word(wrong, ct) is not null)
        {
            return LinkAnswer.Failed(Word(wrong, ct)!);
        }
    }

    async Task<LinkAnswer> Follow(string url, string? etag, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var at))
        {
            return LinkAnswer.Failed(LinkFailure.BadAnswer);
        }

        for (var turn = 0; turn <= MostRedirections; turn++)
        {
            if (at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0)
            {
                return LinkAnswer.Failed(LinkFailure.Refused);
            }

            if (!(await Robots(at, ct)).Allow(at.PathAndQuery))
            {
                return LinkAnswer.Failed(LinkFailure.Robots);
            }

            var answer = await Send(at, HttpMethod.Head, etag, ct);
            if (answer.Status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest)
            {
                answer = await Send(at, HttpMethod.Get, etag, ct);
            }

            if (answer.Next is not { } next)
            {
                return new() { Status = (int)answer.Status, ETag = answer.ETag, RetryAfter = answer.RetryAfter };
            }

            at = new Uri(at, next);
        }

        return LinkAnswer.Failed(LinkFailure.RoundInCircles);
    }

    async Task<(HttpStatusCode Status, Uri? Next, string? ETag, TimeSpan? RetryAfter)> Send(Uri at, HttpMethod method, string? etag, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, at);
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var known))
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        await manners.Wait(at, ct);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var leads = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
        return (response.StatusCode, leads ? response.Headers.Location : null, response.Headers.ETag?.ToString(), RetryAfter(response.Headers.RetryAfter));
    }

    // A site without such a file, or whose file does not come, asks nothing.
    async Task<RobotRules> Robots(Uri at, CancellationToken ct)
    {
        var site = at.GetLeftPart(UriPartial.Authority);
        if (manners.Known(site) is { } known)
        {
            return known;
        }

        var rules = RobotRules.None;
        try
        {
            rules = await ReadRobots(at, site, ct);
        }
        catch (Exception wrong) when (Word(wrong, ct) is LinkFailure.TooSlow or LinkFailure.BadAnswer or LinkFailure.Unreachable)
        {
            // It tells nothing of the page: that is asked for next.
        }

        manners.Learn(site, rules);
        return rules;
    }

    async Task<RobotRules> ReadRobots(Uri at, string site, CancellationToken ct)
    {
        await manners.Wait(at, ct);
        using var response = await client.GetAsync(new Uri(site + "/robots.txt"), HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return RobotRules.None;
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        return RobotRules.Read(await Beginning(body, ct), Agent);
    }

    async Task<string> Beginning(Stream body, CancellationToken ct)
    {
        // The client's own limit ends with the headers: a body may come a byte at a time.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(client.Timeout);
        var bytes = new byte[MostRobots];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, limited.Token);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    TimeSpan? RetryAfter(RetryConditionHeaderValue? asked) => asked switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    // Null: it is not about the address, but about us.
    static string? Word(Exception wrong, CancellationToken ct) => wrong switch
    {
        OperationCanceledException when ct.IsCancellationRequested => null,
        OperationCanceledException => LinkFailure.TooSlow,
        HttpRequestException { InnerException: RefusedAddressException } or RefusedAddressException => LinkFailure.Refused,
        HttpRequestException { InnerException: AuthenticationException } => LinkFailure.BadCertificate,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => LinkFailure.NoName,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => LinkFailure.NoName,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or SocketException => LinkFailure.Unreachable,
        HttpRequestException or IOException or UriFormatException or InvalidOperationException or NotSupportedException => LinkFailure.BadAnswer,
        _ => null,
    };
}
