using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Beffroi.Eva.Tests.Rights;

/// <summary>A route of the running site, and the addresses that it makes of identifiers.</summary>
/// <param name="IsCounted">Whether the site answers it so many times a minute only.</param>
sealed partial record Door(string Method, string Route, MethodInfo? Handler, bool IsCounted)
{
    /// <summary>Everything that the site maps, files aside.</summary>
    public static IReadOnlyList<Door> Of(SiteUnderTest site) =>
    [
        .. from endpoint in site.Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText is not ("{**path:file}" or null)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           where method is "GET" or "POST"
           select new Door(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetMetadata<MethodInfo>(), endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null),
    ];

    public IReadOnlyList<(string Name, string Kind)> Parameters => [.. Parameter().Matches(Route).Select(m => (m.Groups["name"].Value, m.Groups["kind"].Value))];

    /// <summary>Names that the handler reads from the address after its question mark.</summary>
    public IReadOnlyList<string> Questions =>
    [
        .. (Handler?.GetParameters() ?? [])
            .Where(p => (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType) is var type && (type == typeof(string) || type == typeof(Guid) || type == typeof(int)))
            .Select(p => p.Name!).Where(name => !Parameters.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))),
    ];

    /// <summary>The route with each of its parameters replaced, in every combination of what is given for it.</summary>
    public IEnumerable<string> Addresses(Func<string, int, IEnumerable<string>> values)
    {
        IEnumerable<string> made = [Route];
        foreach (var (place, (_, kind)) in Parameters.Index())
        {
            var given = values(kind, place).Select(WebUtility.UrlEncode).ToList();
            made = made.SelectMany(address => given.Select(value => Parameter().Replace(address, value!, 1))).ToList();
        }

        return made;
    }

    /// <summary>Of the chat, which has organisations of its own: its rights have their own tests, this one only looks in.</summary>
    public bool IsOfChat => Route.StartsWith("/discussion", StringComparison.Ordinal) || Route.StartsWith("/en/chat", StringComparison.Ordinal) || Route.StartsWith("/api/chat", StringComparison.Ordinal);

    /// <summary>Of the modules where people belong to a structure; those of the others ask who one is, never of which structure.</summary>
    public bool KnowsStructures => Handler?.DeclaringType?.Assembly is { } module && (module == typeof(EvaDb).Assembly || module == typeof(Accounts.AccountsDb).Assembly);

    public override string ToString() => $"{Method} {Route}";

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:(?<kind>[^}]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parameter();
}
