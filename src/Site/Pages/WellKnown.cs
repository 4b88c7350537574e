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
        pages.MapGet("/robots.txt", (HttpRequest request) => TypedResults.Text($"User-agent: *\nDisallow: /api/\nDisallow: /jouer/\nDisallow: /eva/\nSitemap: {request.Root()}/sitemap.xml\n", "text/plain; charset=utf-8"));
        pages.MapGet("/sitemap.xml", SiteMap);
    }

    static IResult Security(SiteIdentity site, TimeProvider clock, HttpRequest request)
    {
        // The day's start, so that the same file is served all day.
        var expires = clock.GetUtcNow().UtcDateTime.Date.Add(Valid).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return TypedResults.Text(
            $"Contact: mailto:{site.SecurityEmail}\nExpires: {expires}\nPreferred-Languages: fr, en\nCanonical: {request.Root()}/.well-known/security.txt\nPolicy: {request.Root()}/mentions-legales#securite\n",
            "text/plain; charset=utf-8");
    }

    static async Task<IResult> SiteMap(HttpRequest request, IEnumerable<IListedPages> modules, CancellationToken ct)
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9", xhtml = "http://www.w3.org/1999/xhtml";
        var urls = PublicPages.Listed.Concat(PublicPages.ListedInEnglish).Select(page => new XElement(ns + "url", new XElement(ns + "loc", request.Root() + page.Href))).ToList();
        foreach (var module in modules)
        {
            foreach (var page in await module.All(ct))
            {
                var tongues = page.English is { } english ? new[] { (Path: page.French, Lang: "fr"), (Path: english, Lang: "en") } : [(page.French, "fr")];
                var alternates = tongues.Length > 1 ? tongues.Select(t => new XElement(xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", t.Lang), new XAttribute("href", request.Root() + t.Path))).ToList() : [];
                var changed = page.ChangedAt is { } at ? new XElement(ns + "lastmod", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null;
                urls.AddRange(tongues.Select(t => new XElement(ns + "url", new XElement(ns + "loc", request.Root() + t.Path), changed, alternates)));
            }
        }

        return TypedResults.Text(new XDeclaration("1.0", "utf-8", null) + "\n" + new XElement(ns + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", xhtml.NamespaceName), urls), "application/xml; charset=utf-8");
    }
}
