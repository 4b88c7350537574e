using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

public sealed class MarkupTests
{
    static readonly Linking Plain = new() { Language = Lang.French };

    static readonly Linking Known = new()
    {
        Language = Lang.French,
        Self = "ceci",
        Titles = new Dictionary<string, string>(StringComparer.Ordinal) { ["archiver"] = "Archiver une preuve", ["ceci"] = "Ceci" },
        Glossary = new([
            new("Compte automatisé", "compte-automatise", "Un programme publie à la place d’une personne."),
            new("compte", "compte", "Un profil."),
            new("Récit", "recit", "Ce qui est raconté."),
            new("TLP", "tlp", "Règles de partage."),
            new("Ceci", "ceci", "Lui-même."),
        ]),
    };

    static IHtmlDocument Html(string markdown, Linking? linking = null) => new HtmlParser().ParseDocument(Markup.Render(markdown, linking ?? Plain).Html.Value);

    static string Text(string markdown, Linking? linking = null) => Html(markdown, linking).Body!.TextContent.Trim();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt&#58;alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<iframe src=//evil.example></iframe>")]
    [InlineData("[x](https://ok.example \"\\\" onmouseover=alert(1) x=\\\"\")")]
    [InlineData("[[archiver|<script>alert(1)</script>]]")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("| a |\n|---|\n| <script>alert(1)</script> |")]
    public void No_text_becomes_a_script_a_picture_or_a_way_elsewhere(string markdown) => IsHarmless(Html(markdown, Known));

    [Fact]
    public void Whatever_is_typed_the_html_is_harmless_and_never_fails()
    {
        string[] pieces = ["<script>", "</script>", "[x](", "javascript:", ")", "[[", "]]", "|", "`", "```\n", "<img src=x onerror=", "\"", "'", "&#x6A;", "\n\n", "> ", "- ", "# ", "*", "_", "![", "](http://", "<!--", "-->", "<a href=", "\u0000", "\uD800", "archiver", "compte automatisé", "\t", "<svg onload=x>", "https://a.example"];
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Sample(choice => IsHarmless(Html(string.Concat(choice.Select(i => pieces[i])), Known)), iter: 2000);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('`')]
    [InlineData('|')]
    [InlineData('(')]
    [InlineData('<')]
    public void A_text_of_one_sign_ten_thousand_times_is_shown_somehow(char sign)
    {
        var text = new string(sign, 10_000);
        IsHarmless(Html(text));
        IsHarmless(Html(string.Join('\n', Enumerable.Range(0, 300).Select(i => new string(' ', i) + "- a"))));
        Assert.NotNull(Markup.Plain(text));
        Assert.Empty(Markup.KeysIn(text));
    }

    static void IsHarmless(IHtmlDocument html)
    {
        string[] tags = ["p", "br", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "blockquote", "hr", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"];
        Assert.All(html.Body!.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, tags);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, (string[])["href", "rel", "title", "class", "start", "lang"]));
            var href = element.GetAttribute("href");
            Assert.True(href is null || href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || href is ['/'] or ['/', not ('/' or '\\'), ..], href);
        });
    }

    [Fact]
    public void A_link_outside_says_so_to_browsers_and_hides_where_it_comes_from()
    {
        var links = Html("[un](https://a.example/x) et https://b.example et <https://c.example> et [dedans](/aide)").QuerySelectorAll("a");

        Assert.Equal(["https://a.example/x", "https://b.example", "https://c.example", "/aide"], links.Select(a => a.GetAttribute("href")));
        Assert.All(links.Take(3), a => Assert.Equal("external noopener noreferrer", a.GetAttribute("rel")));
        Assert.Null(links[3].GetAttribute("rel"));
    }

    [Fact]
    public void A_key_between_brackets_leads_to_the_entry_and_one_that_does_not_exist_is_listed()
    {
        var marked = Markup.Render("Voir [[archiver]], [[archiver|comment garder]] et [[absente|la suite]], [[absente]].", Known);
        var html = new HtmlParser().ParseDocument(marked.Html.Value);

        Assert.Equal([("/encyclopedie/fiche/archiver", "Archiver une preuve"), ("/encyclopedie/fiche/archiver", "comment garder")], html.QuerySelectorAll("a").Select(a => (a.GetAttribute("href")!, a.TextContent)));
        Assert.Equal(["la suite", "absente"], html.QuerySelectorAll("em.missing-entry").Select(e => e.TextContent));
        Assert.Equal(["absente"], marked.Broken);
        Assert.Equal(["archiver", "absente"], Markup.KeysIn("Voir [[archiver]], [[archiver|comment garder]] et [[absente|la suite]]."));
    }

    [Fact]
    public void In_English_a_key_leads_to_the_English_page() =>
        Assert.Equal("/en/encyclopedia/entry/archiver", Html("[[archiver]]", Known with { Language = Lang.English }).QuerySelector("a")!.GetAttribute("href"));

    [Fact]
    public void A_defined_term_is_linked_once_in_a_text_the_longest_first_whatever_its_case_and_plural()
    {
        var links = Html("Des Comptes automatisés, puis un compte automatisé et un compte. L’ancien récit.", Known).QuerySelectorAll("a.defined-term");

        Assert.Equal([("/encyclopedie/fiche/compte-automatise", "Comptes automatisés"), ("/encyclopedie/fiche/compte", "compte"), ("/encyclopedie/fiche/recit", "récit")], links.Select(a => (a.GetAttribute("href")!, a.TextContent)));
        Assert.Equal("Un profil.", links[1].GetAttribute("title"));
    }

    [Theory]
    [InlineData("[un récit](https://a.example)")]
    [InlineData("[[archiver|un récit]]")]
    [InlineData("`un récit`")]
    [InlineData("```\nun récit\n```")]
    [InlineData("## Le récit")]
    [InlineData("récitation")]
    [InlineData("un compte. Automatisé", "compte")]
    [InlineData("ceci")]
    [InlineData("tlp")]
    public void No_term_is_linked_in_a_link_in_code_in_a_heading_within_a_word_across_sentences_nor_to_the_page_itself(string markdown, string? only = null) =>
        Assert.Equal(only is null ? [] : [only], Html(markdown, Known).QuerySelectorAll("a.defined-term").Select(a => a.TextContent));

    [Fact]
    public void A_term_that_is_linked_by_hand_is_not_linked_again() =>
        Assert.Empty(Html("[[recit|Ce récit]] est un récit.", Known with { Titles = new Dictionary<string, string>(StringComparer.Ordinal) { ["recit"] = "Récit" } }).QuerySelectorAll("a.defined-term"));

    [Fact]
    public void Headings_begin_below_that_of_the_field_and_skip_no_level() =>
        Assert.Equal(["H3", "H4", "H4", "H5", "H3", "H4"], Html("# a\n\n### b\n\n### c\n\n###### d\n\n# e\n\n###### f").QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.TagName));

    [Fact]
    public void Lists_tables_quotes_and_emphasis_are_kept()
    {
        var html = Html("- un\n- **deux**\n\n> cité\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");

        Assert.Equal((2, 1, 1, 2), (html.QuerySelectorAll("li").Length, html.QuerySelectorAll("strong").Length, html.QuerySelectorAll("blockquote").Length, html.QuerySelectorAll("td").Length));
    }

    [Fact]
    public void Signs_of_html_are_shown_as_they_were_typed() =>
        Assert.Equal("Si a < b & b > c, alors <b>gras</b>", Text("Si a < b & b > c, alors <b>gras</b>"));

    [Fact]
    public void As_plain_words_a_text_keeps_its_words_only()
    {
        Assert.Equal("Voir mesurer amplification.", Markup.Plain("Voir [[mesurer-amplification]]."));
        Assert.Equal("Voir comment et un lien fort.", Markup.Plain("Voir [[archiver|comment]] et [un lien](https://a.example) **fort**."));
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(3, 1_000)]
    [InlineData(8_000, 5_000)]
    public void A_table_that_nobody_can_read_is_shown_as_it_was_written(int columns, int rows)
    {
        var html = Html($"{string.Concat(Enumerable.Repeat("|a", columns))}|\n{string.Concat(Enumerable.Repeat("|-", columns))}|\n{string.Concat(Enumerable.Repeat("|b|\n", rows))}");

        Assert.Empty(html.QuerySelectorAll("table"));
        Assert.StartsWith("|a|a", html.Body!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_somebody_can_read_is_a_table() =>
        Assert.Equal((11, 30), (Html("|a|b|c|\n|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|\n", 10))).QuerySelectorAll("tr").Length, Html("|a|b|c|\n|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|\n", 10))).QuerySelectorAll("td").Length));
}
