using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Beffroi.Site.Tests;

/// <summary>Every page of a furnished site, asked for once by whoever stands before it: what is checked of all of them reads the same answers.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    SiteUnderTest _site = null!;

    public PlaceKeys Keys { get; private set; } = null!;

    public IReadOnlyDictionary<string, Visitor> Visitors { get; private set; } = null!;

    public List<CamePage> Came { get; } = [];

    public async ValueTask InitializeAsync()
    {
        _site = await SiteUnderTest.WithWorld();
        Keys = await _site.Furnish();
        Visitors = await _site.Visitors(Keys);
        foreach (var place in Places.Of(Keys))
        {
            var visitor = await Visitors[place.As ?? ""].Open(place.Address);
            Came.Add(new(place, visitor.Response, visitor.Page.Source.Text));
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}

/// <summary>A page as it came. Read anew for each check: a document weighs much more than its text, and a check may change it.</summary>
public sealed class CamePage(Place place, HttpResponseMessage response, string html)
{
    static readonly HtmlParser Parser = new();

    public Place Place { get; } = place;

    public HttpResponseMessage Response { get; } = response;

    public HttpStatusCode Status => Response.StatusCode;

    public IHtmlDocument Page { get; private set; } = null!;

    public CamePage Read()
    {
        Page = Parser.ParseDocument(html);
        return this;
    }
}
