using Beffroi.Kit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Beffroi.Site.Tests;

/// <summary>What each route says of itself: for whom it is, what it does, and how it knows that our own page asked.</summary>
public sealed class RoutesTests
{
    [Fact]
    public async Task Each_route_says_whom_it_is_for()
    {
        await using var site = await SiteUnderTest.Empty();

        Assert.Empty(Routes(site)
            .Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null && r.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(r => r.RoutePattern.RawText));
    }

    [Fact]
    public async Task No_route_says_both_that_it_is_for_everyone_and_that_it_is_not()
    {
        await using var site = await SiteUnderTest.Empty();

        Assert.Empty(Routes(site)
            .Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null && r.Metadata.GetMetadata<AllowedRoles>() is not null)
            .Select(r => r.RoutePattern.RawText));
    }

    [Fact]
    public async Task Each_route_that_writes_names_its_act()
    {
        await using var site = await SiteUnderTest.Empty();
        var writing = Routes(site).Where(r => Writes(r)).ToList();

        Assert.NotEmpty(writing);
        Assert.Empty(writing.Where(r => r.Metadata.GetMetadata<ActName>() is null).Select(r => r.RoutePattern.RawText));
    }

    [Fact]
    public async Task A_form_proves_that_our_own_page_sent_it_and_only_the_games_do_without()
    {
        await using var site = await SiteUnderTest.Empty();

        foreach (var route in Routes(site).Where(Writes))
        {
            var required = route.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation == true;
            Assert.True(required != route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal), route.RoutePattern.RawText);
        }
    }

    [Fact]
    public async Task Every_page_is_written_in_the_list_of_places()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var keys = await site.Furnish();
        var listed = Places.Of(keys).Select(p => p.Route).Concat(Places.NoPage.Keys).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Routes(site).Where(r => !Writes(r)).Select(Pattern).Where(r => !listed.Contains(r)).Distinct(StringComparer.Ordinal));
        Assert.Empty(listed.Except(Routes(site).Select(Pattern), StringComparer.Ordinal));
    }

    static string Pattern(RouteEndpoint route) => route.RoutePattern.RawText is { Length: > 1 } text ? text.TrimEnd('/') : "/";

    static bool Writes(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(m => m is "POST" or "PUT" or "PATCH" or "DELETE") == true;

    // The framework serves files that are not published yet by a route of its own, on developers' machines.
    static IEnumerable<RouteEndpoint> Routes(SiteUnderTest site) =>
        site.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}");
}
