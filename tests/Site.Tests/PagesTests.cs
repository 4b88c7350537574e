using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Beffroi.Site.Tests;

/// <summary>Every page of the site, as whoever stands before it gets it: what holds for all of them.</summary>
public sealed class PagesTests(EveryPage every) : IClassFixture<EveryPage>
{
    [Fact]
    public Task Every_page_is_there_in_its_language_with_one_heading_and_a_title_that_ends_with_the_service() => Each((place, visitor) =>
    {
        var missing = place.Address is "/erreur/404" or "/eva/ZZZ00000" or "/invitation/perdue" ? HttpStatusCode.NotFound : place.Address == $"/eva/{every.Keys.ClosedCode}" ? HttpStatusCode.Forbidden : HttpStatusCode.OK;
        Assert.True(missing == visitor.Status || (place.Address == "/invitation/perdue" && visitor.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone), $"{(int)visitor.Status}");
        Assert.Equal("text/html; charset=utf-8", visitor.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal(place.Address == "/en" || place.Address.StartsWith("/en/", StringComparison.Ordinal) ? "en" : "fr", visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.Single(visitor.Page.QuerySelectorAll("h1"));
        Assert.EndsWith(" - Beffroi", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Single(visitor.Page.QuerySelectorAll("main"));
        Assert.NotNull(visitor.Page.QuerySelector("meta[name=viewport]"));
    });

    [Fact]
    public async Task Two_pages_never_have_the_same_title()
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        await Each((place, visitor) =>
        {
            // The same page may be met by several people, or with other words in it; a word may be the same in both languages.
            var title = $"{visitor.Page.DocumentElement.GetAttribute("lang")} {visitor.Page.Title}";
            var first = titles.TryAdd(title, place.Route) ? place.Route : titles[title];
            Assert.Equal(first, place.Route);
        });
    }

    [Fact]
    public Task The_language_switch_leads_to_the_same_page_in_the_other_language_and_back() => EachAsync(async (place, visitor) =>
    {
        if (visitor.Page.QuerySelector("header a[data-language-switch]") is { } away)
        {
            var (here, language) = (place.Address.Split('?')[0], visitor.Page.DocumentElement.GetAttribute("lang"));
            await visitor.Open(away.GetAttribute("href")!);
            Assert.Equal((HttpStatusCode.OK, away.GetAttribute("hreflang")), (visitor.Status, visitor.Page.DocumentElement.GetAttribute("lang")));
            Assert.NotEqual(language, away.GetAttribute("hreflang"));
            var back = visitor.Page.QuerySelector("header a[data-language-switch]")?.GetAttribute("href");
            Assert.Equal(here, back?.Split('?')[0]);
        }
        else
        {
            // A calm page has nothing around it: it is reached from a page in its language, and names the other for machines.
            Assert.True(visitor.Page.DocumentElement.GetAttribute("lang") == "fr" || (visitor.Page.QuerySelector("body.calm") is not null && visitor.Page.QuerySelector("link[rel=alternate][hreflang=fr]") is not null), "No way to the French page.");
        }
    });

    [Fact]
    public Task Around_an_English_page_nothing_is_said_in_French() => Each((_, visitor) =>
    {
        if (visitor.Page.DocumentElement.GetAttribute("lang") == "en")
        {
            foreach (var main in visitor.Page.QuerySelectorAll("main > :not(nav)"))
            {
                main.Remove();
            }

            Assert.DoesNotMatch("(?i)fermer|paramètres|menu principal|accès rapide|vous êtes ici|nouvelle fenêtre|accueil|se connecter|se déconnecter|démonstration :|pied de page(?!\")|contenu<|thème", visitor.Page.DocumentElement.OuterHtml);
        }
    });

    [Fact]
    public Task Headings_go_down_one_level_at_a_time() => Each((_, visitor) =>
    {
        var levels = visitor.Page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6").Select(h => h.TagName[1] - '0').ToList();
        Assert.Equal(1, levels.Min());
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    });

    [Fact]
    public Task The_first_links_skip_to_parts_that_are_there() => Each((_, visitor) =>
    {
        var skips = visitor.Page.QuerySelectorAll<IHtmlAnchorElement>("body > .fr-skiplinks a").ToList();
        Assert.NotEmpty(skips);
        Assert.Equal("#contenu", skips[0].GetAttribute("href"));
        Assert.All(skips, skip => Assert.NotNull(visitor.Page.GetElementById(skip.GetAttribute("href")![1..])));
        Assert.Same(skips[0], visitor.Page.QuerySelectorAll("a[href], button, input:not([type=hidden]), select, textarea")[0]);
    });

    [Fact]
    public Task The_foot_of_every_page_says_how_accessible_it_is_and_links_what_the_law_asks() => Each((_, visitor) =>
    {
        var footer = visitor.Page.QuerySelector("footer[role=contentinfo]")!;
        var links = footer.QuerySelectorAll<IHtmlAnchorElement>("a").ToDictionary(a => a.TextContent.Trim(), a => a.GetAttribute("href"), StringComparer.Ordinal);
        if (visitor.Page.DocumentElement.GetAttribute("lang") == "en")
        {
            Assert.Equal(("/en/accessibility", "/en/legal-notice"), (links["Accessibility: not compliant"], links["Legal notice"]));
            Assert.Equal(("/en/privacy", "/en/privacy#cookies"), (links["Personal data"], links["Cookies"]));
        }
        else
        {
            Assert.Equal(("/accessibilite", "/mentions-legales"), (links["Accessibilité : non conforme"], links["Mentions légales"]));
            Assert.Equal(("/donnees-personnelles", "/donnees-personnelles#cookies"), (links["Données personnelles"], links["Gestion des cookies"]));
        }

        Assert.Contains(links, l => l.Key.Contains("Conditions", StringComparison.Ordinal) || l.Value == "/cgu");
        // C23: whoever is stuck can write to someone, from anywhere.
        Assert.Contains(links.Values, href => href!.StartsWith("mailto:", StringComparison.Ordinal) && !href.Contains("no-reply", StringComparison.OrdinalIgnoreCase) && !href.Contains("noreply", StringComparison.OrdinalIgnoreCase));
        // C29: and without a computer.
        Assert.Matches("Sans ordinateur|Without a computer", footer.TextContent);
        Assert.Contains("Apache-2.0", footer.TextContent, StringComparison.Ordinal);
    });

    [Fact]
    public Task The_head_of_every_page_is_that_of_the_design_system_without_the_mark_of_the_State() => Each((_, visitor) =>
    {
        Assert.NotNull(visitor.Page.QuerySelector("header[role=banner].fr-header .fr-header__brand"));
        Assert.Empty(visitor.Page.QuerySelectorAll(".fr-logo"));
        Assert.DoesNotMatch("Marianne|République\\s+française", visitor.Page.Source.Text);
    });

    [Fact]
    public Task No_page_carries_a_script_or_a_style_in_itself() => Each((_, visitor) =>
    {
        Assert.Empty(visitor.Page.QuerySelectorAll("style, [style]").Select(e => e.OuterHtml));
        Assert.Empty(visitor.Page.QuerySelectorAll<IHtmlScriptElement>("script:not([type='application/ld+json'])").Where(s => s.Source is null || s.TextContent.Trim().Length > 0).Select(s => s.OuterHtml));
        Assert.Empty(visitor.Page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)).Select(a => $"{a.Name}={a.Value}"));
    });

    [Fact]
    public Task No_page_asks_anything_of_another_host() => Each((_, visitor) =>
        Assert.DoesNotContain(
            visitor.Page.QuerySelectorAll("[src], link[href]:not([rel=canonical]):not([rel=alternate]), use[href], image[href], [srcset], form[action], object[data]")
                .SelectMany(e => new[] { "src", "href", "srcset", "action", "data" }.Select(e.GetAttribute)).OfType<string>(),
            url => url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("http", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public Task Every_link_and_file_inside_the_site_leads_somewhere()
    {
        var tried = new Dictionary<string, HttpStatusCode>(StringComparer.Ordinal);
        return EachAsync(async (place, visitor) =>
        {
            var addresses = visitor.Page.QuerySelectorAll("a[href], link[href], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
                .Where(a => a.StartsWith('/')).Select(a => a.Split('#')[0]).Distinct(StringComparer.Ordinal).ToList();
            foreach (var address in addresses)
            {
                var key = $"{place.As} {address}";
                if (!tried.TryGetValue(key, out var status))
                {
                    tried[key] = status = (await visitor.Open(address)).Status;
                }

                Assert.True(status == HttpStatusCode.OK, $"{address}: {(int)status}");
            }
        });
    }

    [Fact]
    public Task Every_field_has_a_label_and_no_identifier_is_used_twice() => Each((_, visitor) =>
    {
        foreach (var field in visitor.Page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"))
        {
            var labelled = field.Id is { } id && visitor.Page.QuerySelectorAll("label").Any(l => l.GetAttribute("for") == id && l.TextContent.Trim().Length > 0);
            Assert.True(labelled || field.HasAttribute("aria-label") || field.HasAttribute("aria-labelledby"), field.OuterHtml);
        }

        Assert.Empty(visitor.Page.All.Where(e => !string.IsNullOrEmpty(e.Id)).GroupBy(e => e.Id!, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(visitor.Page.QuerySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]"), e => Assert.All(
            new[] { "aria-describedby", "aria-labelledby", "aria-controls" }.SelectMany(a => (e.GetAttribute(a) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            id => Assert.True(visitor.Page.GetElementById(id) is not null, $"#{id} of {e.OuterHtml[..Math.Min(200, e.OuterHtml.Length)]}")));
    });

    [Fact]
    public Task Fields_about_the_person_tell_browsers_what_they_are() => Each((_, visitor) =>
        Assert.All(visitor.Page.QuerySelectorAll("main input[type=email], main input[type=password], main input[name=Name]"), field =>
            Assert.False(string.IsNullOrEmpty(field.GetAttribute("autocomplete")), field.OuterHtml)));

    [Fact]
    public Task Every_form_that_writes_carries_its_token() => Each((_, visitor) =>
        Assert.All(visitor.Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]"), form =>
            Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"))));

    [Fact]
    public Task Every_page_says_what_browsers_must_refuse() => Each((_, visitor) => Headers.AreStrict(visitor.Response));

    [Fact]
    public Task A_page_about_people_is_kept_by_no_browser_and_no_proxy() => Each((place, visitor) =>
    {
        if (place.As is not null)
        {
            var cache = visitor.Response.Headers.CacheControl;
            Assert.True(cache is { NoStore: true } or { NoCache: true } or { Private: true }, $"Cache-Control: {cache}");
        }
    });

    [Fact]
    public async Task A_file_that_somebody_takes_away_is_kept_by_no_browser_and_no_proxy()
    {
        var (camille, entries) = (every.Visitors[Crew.Superadmin], Incubator.Addresses.Convention(Cli.World.WorldIncubator.EvaConvention) + "/ecritures");

        foreach (var address in new[] { entries + ".csv", entries + ".ods", "/eva/banque/livraison/export.csv" })
        {
            await camille.Open(address);
            Assert.Equal((HttpStatusCode.OK, true), (camille.Status, camille.Response.Headers.CacheControl is { NoStore: true }));
        }
    }

    /// <summary>Looks at each page as it came.</summary>
    Task Each(Action<Place, CamePage> check) => All(every.Came.Select(came => (came.Place, Check: (Func<Task>)(() =>
    {
        check(came.Place, came.Read());
        return Task.CompletedTask;
    }))));

    /// <summary>Goes to each page, and on from there.</summary>
    Task EachAsync(Func<Place, Visitor, Task> check) => All(every.Came.Select(came => (came.Place, Check: (Func<Task>)(async () =>
    {
        var visitor = every.Visitors[came.Place.As ?? ""];
        await visitor.Open(came.Place.Address);
        await check(came.Place, visitor);
    }))));

    // All mistakes at once: a person who mends one page sees the others too.
    static async Task All(IEnumerable<(Place Place, Func<Task> Check)> checks)
    {
        var wrong = new List<string>();
        foreach (var (place, check) in checks)
        {
            try
            {
                await check();
            }
            catch (Xunit.Sdk.XunitException mistake)
            {
                wrong.Add($"{place.Address} ({place.As ?? "anyone"}): {mistake.Message}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} pages, among them:\n{string.Join('\n', wrong.Take(8))}");
    }
}
