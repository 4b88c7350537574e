using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Beffroi.Site;

/// <summary>Which machines may say who the visitor is and whether the line is safe. The proxy keeps the Host header as it is; <c>AllowedHosts</c> bounds it.</summary>
public static class Proxies
{
    /// <summary><c>Proxies:Known</c>: addresses, besides this machine's own, which is always trusted.</summary>
    public static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var address in configuration.GetSection("Proxies:Known").Get<string[]>() ?? [])
        {
            options.KnownProxies.Add(IPAddress.Parse(address));
        }
    }
}
