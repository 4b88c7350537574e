namespace Beffroi.Dsfr.Tests;

public sealed class FrameTests
{
    private static readonly Difference NoStateMark = new(
        "The State's block-mark is the State's; the operator's place is ours.",
        "            div.fr-header__logo\n              p.fr-logo …\n                br\n",
        "            div.fr-header__operator\n              svg aria-hidden=true\n                path\n                circle\n                path\n");

    [Fact]
    public async Task Skip_links_are_the_example() =>
        (await Rendered.Element<SkipLinks>(("Links", new (string, string)[]
        {
            ("#contenu", "Contenu"), ("#navigation", "Menu"), ("#recherche", "Recherche"), ("#pied-de-page", "Pied de page"),
        })))
            .HasShapeOf(Oracle.Page("skiplink").QuerySelector(".fr-skiplinks")!);

    [Fact]
    public async Task A_header_with_tools_is_the_example() =>
        (await Rendered.Element<Header>(
            ("BrandName", "Service"), ("BrandTagline", "ce qu’il fait"),
            ("Tools", Rendered.Markup("<a href='/compte' class='fr-btn--account fr-btn'>Compte</a>"))))
            .HasShapeOf(Oracle.Example("header", "Header sans navigation avec un seul raccourci", ".fr-header"), NoStateMark);

    [Fact]
    public async Task A_header_with_a_menu_has_the_menu_of_the_example()
    {
        var header = await Rendered.Element<Header>(
            ("BrandName", "Service"),
            ("Navigation", Rendered.Markup(Oracle.Example("header", "Header minimal", "nav").OuterHtml)));

        header.QuerySelector(".fr-header__menu")!.HasShapeOf(Oracle.Example("header", "Header minimal", ".fr-header__menu"));
    }

    [Fact]
    public async Task A_menu_is_the_example() =>
        (await Rendered.Element<NavigationMenu>(("Items", Enumerable.Range(1, 4).Select(n => new NavItem("Entrée", "#")).ToArray())))
            .HasShapeOf(
                Oracle.Example("header", "Header minimal", "nav"),
                new Difference("A link has no type.", " type=link", ""));

    [Fact]
    public async Task The_current_entry_of_a_menu_is_said()
    {
        var menu = await Rendered.Element<NavigationMenu>(("Items", new NavItem[] { new("Accueil", "/"), new("Eva", "/eva", Current: true) }));

        Assert.Equal("Eva", menu.QuerySelectorAll("[aria-current=page]").Single().TextContent);
    }

    [Fact]
    public async Task A_group_of_a_menu_is_the_example_and_says_that_the_current_entry_is_in_it()
    {
        var example = Oracle.Page("navigation").QuerySelector("li.fr-nav__item:has(> .fr-menu)")!;
        var entries = example.QuerySelectorAll("a").Select(_ => new NavItem("Entrée", "#")).ToArray();
        var menu = await Rendered.Element<NavigationMenu>(("Items", Array.Empty<NavItem>()), ("Groups", new NavGroup[] { new("Ouvert", entries), new("Ici", [new("Journal", "/journal", Current: true)]) }));

        menu.QuerySelector("li.fr-nav__item")!.HasShapeOf(example);
        Assert.Equal([null, "true"], menu.QuerySelectorAll("button").Select(b => b.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task A_breadcrumb_is_the_example()
    {
        var steps = Enumerable.Range(1, 8).Select(n => new Crumb("Étape", "/")).Append(new Crumb("Ici")).ToArray();

        (await Rendered.Element<Breadcrumb>(("Steps", steps)))
            .HasShapeOf(Oracle.Example("breadcrumb", "Fil d’Ariane avec liens", "nav"));
    }

    [Fact]
    public async Task A_footer_is_the_example() =>
        (await Rendered.Element<Footer>(
            ("Brand", Rendered.Markup("<a title='Accueil' href='/'><p class='fr-logo'>Nom<br>du site</p></a>")),
            ("Description", Rendered.Markup("Qui nous sommes.")),
            ("TopLinks", Enumerable.Range(1, 4).Select(n => new FooterLink("Dehors", "https://exemple.fr", External: true)).ToArray()),
            ("BottomLinks", Enumerable.Range(1, 5).Select(n => new FooterLink("Mentions", "/mentions")).ToArray()),
            ("Licence", Rendered.Markup("Sous <a href='https://exemple.fr' target='_blank' rel='noopener external' title='Licence'>licence</a>"))))
            .HasShapeOf(
                Oracle.Example("footer", "Pied de page minimal", "footer"),
                new Difference("The description may hold several paragraphs.", "p.fr-footer__content-desc", "div.fr-footer__content-desc"));

    [Fact]
    public async Task The_theme_button_is_the_example() =>
        (await Rendered.Element<ThemeButton>()).HasShapeOf(Oracle.Example("display", "Bouton ouverture thèmes", "button"));

    [Fact]
    public async Task The_display_dialog_is_the_example_without_the_pictograms()
    {
        var example = (AngleSharp.Dom.IElement)Oracle.Page("display").QuerySelector("dialog#fr-theme-modal")!.Clone();
        foreach (var pictogram in example.QuerySelectorAll(".fr-radio-rich__pictogram"))
        {
            pictogram.Remove();
        }

        var ours = await Rendered.Element<DisplayModal>();
        ours.HasShapeOf(example);
        Assert.Equal(Controls(example), Controls(ours));

        // What the design system's script looks for, to the letter.
        static string[] Controls(AngleSharp.Dom.IElement dialog) =>
            [dialog.Id!, .. dialog.QuerySelectorAll("[id=fr-display], input").Select(e => $"{e.Id} {e.GetAttribute("name")} {e.GetAttribute("value")}")];
    }

    [Fact]
    public async Task A_notice_is_the_example() =>
        (await Rendered.Element<Notice>(("Title", "Entretien ce soir")))
            .HasShapeOf(
                Oracle.Example("notice", "Bandeau d'information minimum", ".fr-notice"),
                new Difference("All content is within a landmark.", "div.fr-notice.fr-notice--info\n", "section.fr-notice.fr-notice--info aria-label\n"));

    [Fact]
    public async Task The_head_asks_for_nothing_inline_and_nothing_elsewhere()
    {
        var html = await Rendered.Html<DsfrHead>();

        Assert.Contains("href=\"/_content/Beffroi.Dsfr/dist/beffroi.css\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<script ").Length - 1);
        Assert.Equal(2, html.Split("></script>").Length - 1);
    }
}
