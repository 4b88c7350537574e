using System.Globalization;
using System.Net;
using System.Net.Sockets;

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

    public static HttpClient Client(OutsideAccess access)
    {
        var handler = new SocketsHttpHandler
        {
            // Each step of a redirection is judged; a proxy would resolve names itself.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            MaxConnectionsPerServer = 1,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectTimeout = TimeSpan.FromSeconds(access.TimeoutSeconds),
            ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, access, ct),
        };
        var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(access.TimeoutSeconds), MaxResponseContentBufferSize = 1 };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", access.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
        return client;
    }

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
