using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using Beffroi.Kit;

namespace Beffroi.Bots.Networks;

/// <summary>A network does not give what it was asked for. The message holds no key and nothing that the network wrote.</summary>
public sealed class SourceTroubleException(SourceError error, string? detail = null, Exception? inner = null) : Exception(SourceErrors.Write(error, detail), inner)
{
    public SourceError Error => error;
    public string? Detail => detail;

    /// <summary>When the network says to come back; null: it does not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Trying again changes nothing until somebody mends it.</summary>
    public bool IsLasting => error is SourceError.OutsideOff or SourceError.NoKey or SourceError.NoInbox or SourceError.NoTerms or SourceError.TooManyTerms or SourceError.RefusedAddress
        or SourceError.Unauthorized or SourceError.BadFile;

    /// <summary>What an exception of a connection comes down to; null when it is about us.</summary>
    public static SourceTroubleException? Of(Exception wrong, CancellationToken ct) => wrong switch
    {
        SourceTroubleException known => known,
        OperationCanceledException when ct.IsCancellationRequested => null,
        OperationCanceledException => new(SourceError.Silent, null, wrong),
        RefusedAddressException or { InnerException: RefusedAddressException } or { InnerException.InnerException: RefusedAddressException } => new(SourceError.RefusedAddress, null, wrong),
        HttpRequestException { InnerException: AuthenticationException } => new(SourceError.Unreachable, "TLS", wrong),
        HttpRequestException or SocketException => new(SourceError.Unreachable, null, wrong),
        WebSocketException or IOException => new(SourceError.Closed, null, wrong),
        _ => null,
    };

    /// <summary>What the status of an answer comes down to; null for success.</summary>
    public static SourceTroubleException? Of(HttpStatusCode status, DateTimeOffset? retryAt = null) => (int)status switch
    {
        >= 200 and < 300 or 101 => null,
        401 or 403 => new(SourceError.Unauthorized, Number(status)),
        429 => new(SourceError.TooManyRequests) { RetryAt = retryAt },
        >= 500 => new(SourceError.ServerError, Number(status)) { RetryAt = retryAt },
        _ => new(SourceError.BadAnswer, Number(status)),
    };

    static string Number(HttpStatusCode status) => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
