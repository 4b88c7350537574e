using AngleSharp.Html.Parser;

namespace Beffroi.Chat.Tests.Rooms;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[ici](javascript:alert(1))")]
    [InlineData("[ici](JaVaScRiPt:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[ici](data:text/html,x)")]
    [InlineData("[ici](//autre.example)")]
    [InlineData("![pisteur](https://autre.example/p.png)")]
    [InlineData("<a href=\"x\" onclick=\"alert(1)\">a</a>")]
    [InlineData("> <iframe src=x></iframe>")]
    [InlineData("```\n</code><script>alert(1)</script>\n```")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("@<b>Nadia</b>")]
    public void Nothing_in_a_text_acts_or_fetches(string markdown)
    {
        var page = new HtmlParser().ParseDocument(MessageText.Render(markdown, ["<b>Nadia</b>"]).Value);

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, style, form, input, [onclick], [onerror], b"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(https?://|mailto:|/[^/])", a.GetAttribute("href")!));
    }

    [Fact]
    public void Headings_are_strong_words_and_links_lead_outside_without_telling_from_where()
    {
        var page = new HtmlParser().ParseDocument(MessageText.Render("# Titre\n\nVoir https://a.example/b et [la page](https://c.example)", []).Value);

        Assert.Empty(page.QuerySelectorAll("h1, h2, h3"));
        Assert.Equal("Titre", page.QuerySelector("strong")!.TextContent);
        Assert.Equal(["https://a.example/b", "https://c.example"], page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!.TrimEnd('/')));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Contains("noopener", a.GetAttribute("rel"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@Ana et @Ana Lou, pas @Anatole ni a@ana", "@Ana|@Ana Lou")]
    [InlineData("@@Ana", "@Ana")]
    [InlineData("`@Ana`", "")]
    public void Only_those_who_are_called_are_marked_each_by_their_whole_name(string markdown, string marked)
    {
        var page = new HtmlParser().ParseDocument(MessageText.Render(markdown, ["Ana", "Ana Lou"]).Value);

        Assert.Equal(marked, string.Join('|', page.QuerySelectorAll(".chat-mention").Select(m => m.TextContent)));
    }

    [Fact]
    public void A_text_nested_beyond_reading_is_shown_as_it_was_written() =>
        Assert.Contains("&gt;&gt;&gt;", MessageText.Render(new string('>', 500) + " a", []).Value, StringComparison.Ordinal);

    [Fact]
    public void An_excerpt_is_one_line_of_words() => Assert.Equal("un deux …", MessageText.Excerpt("**un**\n\n- deux\n- trois", 7));
}
