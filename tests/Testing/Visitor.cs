using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Beffroi.Testing;

/// <summary>A person with a browser and no JavaScript: goes to a page, fills in its form, presses its buttons, follows its links.</summary>
public sealed class Visitor(HttpClient http)
{
    const int MostRedirections = 5;

    static readonly HtmlParser Parser = new();

    public HttpClient Http { get; } = http;

    /// <summary>Servers outside that this browser reaches, by host and port.</summary>
    public HashSet<string> Outside { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses outside that the browser was led to, in order.</summary>
    public List<Uri> Led { get; } = [];

    /// <summary>The page on the screen.</summary>
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    /// <summary>What came with it.</summary>
    public HttpResponseMessage Response { get; private set; } = new();

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Path and query of the page on the screen.</summary>
    public string Address { get; private set; } = "/";

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What a person reads between header and footer.</summary>
    public string Text => Flat(Page.QuerySelector("main")?.TextContent ?? "");

    /// <summary>Messages shown beside the fields.</summary>
    public IReadOnlyList<string> Mistakes => [.. Page.QuerySelectorAll(".fr-error-text:not([hidden]), .fr-message--error:not([hidden])").Select(e => Flat(e.TextContent)).Where(t => t.Length > 0)];

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Goes to an address, and on where it leads.</summary>
    public Task<Visitor> Open(string url) => Go(new(HttpMethod.Get, url));

    public Task<Visitor> Follow(string link) =>
        Open(Page.QuerySelectorAll<IHtmlAnchorElement>("a[href]").FirstOrDefault(a => Named(a, link))?.GetAttribute("href") ?? throw Missing("link", link));

    /// <summary>Answers the fields of the form that this button sends, leaves the others as they are, and presses it.</summary>
    public Task<Visitor> Press(string button, params (string Field, string? Answer)[] answers)
    {
        var pressed = Page.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(b => Named(b, button) && b.Form is not null) ?? throw Missing("button", button);
        var filled = new FilledForm(pressed.Form!, pressed, answers);
        var action = (pressed.GetAttribute("formaction") ?? pressed.Form!.GetAttribute("action")) is { Length: > 0 } url ? url : Address;
        return string.Equals(pressed.Form!.Method, "post", StringComparison.OrdinalIgnoreCase)
            ? Go(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(filled.Fields) })
            : Open(action.Split('?')[0] + "?" + filled.Query);
    }

    /// <summary>Sends fields that no form of the page offers, as a person with ill intent would: with the antiforgery token of the page, if it has one.</summary>
    public Task<Visitor> Post(string url, params (string Field, string Answer)[] fields)
    {
        var token = Page.QuerySelectorAll<IHtmlInputElement>("input[name=__RequestVerificationToken]").FirstOrDefault()?.Value;
        var all = fields.Select(f => KeyValuePair.Create(f.Field, f.Answer)).Concat(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
        return Go(new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(all) });
    }

    /// <summary>Sends a file by the form of the page that takes one.</summary>
    public Task<Visitor> Upload(string field, string name, byte[] file, params (string Field, string Answer)[] answers)
    {
        var token = Page.QuerySelectorAll<IHtmlInputElement>("input[name=__RequestVerificationToken]").First().Value;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), field, name } };
        foreach (var (asked, answer) in answers)
        {
            form.Add(new StringContent(answer), asked);
        }

        return Go(new(HttpMethod.Post, Address) { Content = form });
    }

    /// <summary>Signs in through the real form.</summary>
    public async Task<Visitor> SignIn(string email, string password)
    {
        await Open("/connexion");
        await Press("Se connecter", ("Email", email), ("Password", password));
        return Status == HttpStatusCode.OK ? this : throw new InvalidOperationException($"{email} could not sign in: {(int)Status} {string.Join(" / ", Mistakes)}");
    }

    async Task<Visitor> Go(HttpRequestMessage request)
    {
        var ct = TestContext.Current.CancellationToken;
        Address = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
        Response = await Send(request, ct);
        for (var turn = 0; Response.Headers.Location is { } next; turn++)
        {
            if (turn == MostRedirections)
            {
                throw new InvalidOperationException($"{Address} leads round in circles.");
            }

            var url = new Uri(new Uri(Http.BaseAddress!, Address), next);
            Address = url.PathAndQuery;
            Response = await Send(new(HttpMethod.Get, IsOutside(url) ? url : new Uri(Address, UriKind.Relative)), ct);
        }

        Page = Parser.ParseDocument(await Response.Content.ReadAsStringAsync(ct));
        return this;
    }

    async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } url || !IsOutside(url))
        {
            return await Http.SendAsync(request, ct);
        }

        Led.Add(url);
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await outside.SendAsync(request, ct);
    }

    // Compared by host and port: a visitor without a server outside never leaves the site.
    bool IsOutside(Uri url) => Outside.Contains(url.Authority);

    static bool Named(IElement element, string name) =>
        string.Equals(Flat(element.TextContent), name, StringComparison.Ordinal) || string.Equals(element.GetAttribute("aria-label"), name, StringComparison.Ordinal);

    InvalidOperationException Missing(string kind, string name) =>
        new($"No {kind} « {name} » on {Address} ({(int)Status} {Heading}). There are: " + string.Join(", ", Page.QuerySelectorAll("a[href], button").Select(e => Flat(e.TextContent)).Where(t => t.Length > 0)));
}
