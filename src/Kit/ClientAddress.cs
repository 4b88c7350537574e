using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Kit;

/// <summary>What a rate limit counts by: an IPv4 address, or the /64 that one subscriber holds in IPv6.</summary>
public static class ClientAddress
{
    public static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Prefix(address),
        var address => address.ToString(),
    };

    static string Prefix(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }
}
