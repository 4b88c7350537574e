using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace Beffroi.Kit;

/// <summary>How the site goes outside, where the operator lets it.</summary>
public sealed record OutsideAccess
{
    /// <summary>Who asks, told to every site: let it hold an address where the operator is reached.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Hosts, with their port, that may be at a private address: <c>intranet.example:8080</c>. All others must be on the public Internet.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>To connect, and to begin to answer.</summary>
    public required double TimeoutSeconds { get; init; }
}

/// <summary>A client that reaches the public Internet only. The address that was judged is the one it connects to: a name cannot change between the two.</summary>
public static class GuardedConnection
{
    static readonly int[] Ports = [80, 443, 8080, 8443];

    /// <summary>For answers that are read as they come: the time limit ends with the headers.</summary>
    /// <param name="atOnce">Connections to one host: a stream keeps one for itself.</param>
    public static HttpClient Client(OutsideAccess access, int atOnce = 1)
    {
        var client = new HttpClient(Handler(access, atOnce)) { Timeout = TimeSpan.FromSeconds(access.TimeoutSeconds), MaxResponseContentBufferSize = 1 };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", access.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
        return client;
    }

    /// <summary>A WebSocket that is open. What it disposes of is its connection too.</summary>
    /// <exception cref="WebSocketException">The host does not open it; its inner exception may be a <see cref="RefusedAddressException"/>.</exception>
    public static async Task<ClientWebSocket> WebSocket(Uri address, OutsideAccess access, string? subProtocol, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", access.UserAgent);
        socket.Options.CollectHttpResponseDetails = true;
        // A host that answers nothing for so long is gone.
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(access.TimeoutSeconds);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(access.TimeoutSeconds);
        if (subProtocol is not null)
        {
            socket.Options.AddSubProtocol(subProtocol);
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(TimeSpan.FromSeconds(access.TimeoutSeconds));
        // The connection that becomes the socket's outlives the handler that opened it.
        using var invoker = new HttpMessageInvoker(Handler(access, 1));
        try
        {
            await socket.ConnectAsync(address, invoker, limited.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static SocketsHttpHandler Handler(OutsideAccess access, int atOnce) => new()
    {
        // Each step of a redirection is judged; a proxy would resolve names itself.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        MaxConnectionsPerServer = atOnce,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectTimeout = TimeSpan.FromSeconds(access.TimeoutSeconds),
        ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, access, ct),
    };

    static async ValueTask<Stream> Connect(DnsEndPoint to, OutsideAccess access, CancellationToken ct)
    {
        var known = access.PrivateHosts.Contains(to.Host + ":" + to.Port.ToString(CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);
        if (!known && !Ports.Contains(to.Port))
        {
            throw new RefusedAddressException("This port is not one of the Web.");
        }

        var found = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, ct);
        var allowed = found.Where(a => known || PublicAddress.Is(a)).ToArray();
        if (allowed.Length == 0)
        {
            throw new RefusedAddressException("The host has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The site was led to where it must not go.</summary>
public sealed class RefusedAddressException(string message) : Exception(message);
