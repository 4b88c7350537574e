using System.Globalization;
using System.Xml.Linq;
using Beffroi.Kit;

namespace Beffroi.Site.Pages;

/// <summary>security.txt (RFC 9116), robots.txt and sitemap.xml.</summary>
public static class WellKnown
{
    // RFC 9116, 2.5.5: less than a year ahead. Half of it leaves time to notice.
    static readonly TimeSpan Valid = TimeSpan.FromDays(180);

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/.well-known/security.txt", Security);
        pages.MapGet("/robots.txt", (HttpRequest request) => TypedResults.Text($"User-agent: *\nDisallow: /api/\nDisallow: /jouer/\nDisallow: /eva/\nSitemap: {Root(request)}/sitemap.xml\n", "text/plain; charset=utf-8"));
        pages.MapGet("/sitemap.xml", SiteMap);
    }

    static IResult Security(SiteIdentity site, TimeProvider clock, HttpRequest request)
    {
        // The day's start, so that the same file is served all day.
        var expires = clock.GetUtcNow().UtcDateTime.Date.Add(Valid).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return TypedResults.Text(
            $"Contact: mailto:{site.SecurityEmail}\nExpires: {expires}\nPreferred-Languages: fr, en\nCanonical: {Root(request)}/.well-known/security.txt\nPolicy: {Root(request)}/mentions-legales#securite\n",
            "text/plain; charset=utf-8");
    }

    static IResult SiteMap(HttpRequest request)
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var urls = PublicPages.Listed.Select(page => new XElement(ns + "url", new XElement(ns + "loc", Root(request) + page.Href)));
        return TypedResults.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement(ns + "urlset", urls), "application/xml; charset=utf-8");
    }

    static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
