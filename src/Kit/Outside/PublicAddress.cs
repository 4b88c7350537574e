using System.Net;
using System.Net.Sockets;

namespace Beffroi.Kit;

/// <summary>Tells addresses of the public Internet from those of this machine, its network, and reserved ones (IANA special-purpose registries, RFC 6890 and its updates).</summary>
public static class PublicAddress
{
    static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(IPNetwork.Parse),
    ];

    // All that is not global unicast is refused, and in it what is reserved or leads to an IPv4 address: Teredo, documentation, 6to4.
    static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    static readonly IPNetwork[] ReservedInGlobal = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Reserved, n => n.Contains(plain))
            : Global.Contains(plain) && !Array.Exists(ReservedInGlobal, n => n.Contains(plain));
    }
}
