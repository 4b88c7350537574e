namespace Beffroi.Dsfr.Tests;

public sealed class ContentTests
{
    private const string Paragraph = "<p>Texte</p>";

    [Theory]
    [InlineData("Alerte succès", AlertKind.Success)]
    [InlineData("Alerte erreur", AlertKind.Error)]
    [InlineData("Alerte info", AlertKind.Info)]
    [InlineData("Alerte attention", AlertKind.Warning)]
    public async Task An_alert_is_the_example(string title, AlertKind kind) =>
        (await Rendered.Element<Alert>(("Kind", kind), ("Title", "Titre"), ("ChildContent", Rendered.Markup(Paragraph))))
            .HasShapeOf(Oracle.Example("alert", title, ".fr-alert"));

    [Fact]
    public async Task A_small_alert_without_title_is_the_example() =>
        (await Rendered.Element<Alert>(("Small", true), ("ChildContent", Rendered.Markup(Paragraph))))
            .HasShapeOf(Oracle.Example("alert", "Alerte taille SM sans titre", ".fr-alert"));

    [Theory]
    [InlineData("Badge seul", BadgeKind.Neutral, false)]
    [InlineData("Badge - succès", BadgeKind.Success, false)]
    [InlineData("Badge - succès sans icone", BadgeKind.Success, true)]
    [InlineData("Badge - erreur", BadgeKind.Error, false)]
    [InlineData("Badge - information", BadgeKind.Info, false)]
    [InlineData("Badge - avertissement", BadgeKind.Warning, false)]
    [InlineData("Badge - nouveauté", BadgeKind.New, false)]
    public async Task A_badge_is_the_example(string title, BadgeKind kind, bool noIcon) =>
        (await Rendered.Element<Badge>(("Label", "En cours"), ("Kind", kind), ("NoIcon", noIcon)))
            .HasShapeOf(Oracle.Example("badge", title, ".fr-badge"), Inline("p.fr-badge", "span.fr-badge"));

    [Fact]
    public async Task A_tag_is_the_example() =>
        (await Rendered.Element<Tag>(("Label", "Mot")))
            .HasShapeOf(Oracle.Example("tag", "Tag non cliquable sans icône", ".fr-tag"), Inline("p.fr-tag", "span.fr-tag"));

    [Fact]
    public async Task A_tag_that_leads_somewhere_is_the_example() =>
        (await Rendered.Element<Tag>(("Label", "Mot"), ("Href", "/mots"), ("Icon", "arrow-left-line")))
            .HasShapeOf(Oracle.Example("tag", "Tag cliquable avec icône", "a.fr-tag"));

    [Theory]
    [InlineData("Tableau MD (défaut)", false, false)]
    [InlineData("Tableau avec bordures verticales", true, false)]
    [InlineData("Tableau avec titre invisible", false, true)]
    public async Task A_table_is_the_example(string title, bool bordered, bool captionHidden)
    {
        var example = Oracle.Example("table", title, ".fr-table");
        var content = string.Concat(example.QuerySelector("table")!.Children.Skip(1).Select(e => e.OuterHtml));

        (await Rendered.Element<Table>(
            ("Caption", "Titre"), ("Bordered", bordered), ("CaptionHidden", captionHidden), ("Multiline", false), ("ChildContent", Rendered.Markup(content))))
            .HasShapeOf(example, new Difference(
                "What scrolls is a named region that takes the focus, so that the arrow keys move it.",
                "    div.fr-table__container\n", "    div.fr-table__container aria-labelledby→caption role=region tabindex=0\n"));
    }

    [Fact]
    public async Task An_accordion_is_the_example() =>
        (await Rendered.Element<Accordion>(
            ("Title", "Questions"),
            ("ChildContent", Rendered.Markup(Oracle.Example("accordion", "Accordéon", ".fr-collapse").InnerHtml))))
            .HasShapeOf(Oracle.Example("accordion", "Accordéon", ".fr-accordion"));

    [Fact]
    public async Task A_callout_is_the_example() =>
        (await Rendered.Element<Callout>(
            ("Title", "À savoir"), ("Text", "Texte"), ("Icon", "info-line"),
            ("ChildContent", Rendered.Markup("<button type='button' class='fr-btn'>Lire</button>"))))
            .HasShapeOf(Oracle.Example("callout", "Mise en avant avec titre, bouton, icône et texte", ".fr-callout"));

    [Fact]
    public async Task A_tile_is_the_example() =>
        (await Rendered.Element<Tile>(
            ("Title", "Eva"), ("Href", "/eva"), ("Text", "Texte"), ("Detail", "Détail"),
            ("Start", Rendered.Markup("<p class='fr-badge fr-badge--purple-glycine'>Libellé</p>"))))
            .HasShapeOf(Oracle.Example("tile", "Tuile sans image cas max", ".fr-tile"));

    [Fact]
    public async Task A_card_is_the_example() =>
        (await Rendered.Element<Card>(("Title", "Eva"), ("Href", "/eva")))
            .HasShapeOf(Oracle.Example("card", "Carte sans image", ".fr-card"));

    [Fact]
    public async Task A_card_with_a_detail_and_badges_is_the_example_without_its_picture() =>
        (await Rendered.Element<Card>(
            ("Title", "Eva"), ("Href", "/eva"), ("Text", "Texte"), ("Detail", "Détail"),
            ("Start", Rendered.Markup(Oracle.Example("card", "Carte verticale avec détails et badges", ".fr-badges-group").OuterHtml)),
            ("End", Rendered.Markup("<p class='fr-card__detail'>Détail</p>"))))
            .HasShapeOf(
                Oracle.Example("card", "Carte verticale avec détails et badges", ".fr-card__body").ParentElement!,
                new Difference("No photograph.", "  div.fr-card__header\n    div.fr-card__img\n      img.fr-responsive-img\n", ""),
                new Difference("No icon before the detail.", ".fr-icon-warning-fill", ""));

    [Theory]
    [InlineData("Pagination première page", 1)]
    [InlineData("Pagination deuxième page", 2)]
    [InlineData("Pagination dernière page", 132)]
    public async Task Pagination_is_the_example(string title, int page) =>
        (await Rendered.Element<Pagination>(("Page", page), ("PageCount", 132), ("Url", (Func<int, string>)(n => "?page=" + n))))
            .HasShapeOf(Oracle.Example("pagination", title, "nav"));

    [Theory]
    [InlineData(2, 1, 1, 2)]
    [InlineData(7, 1, 1, 2, 3, 4, 5, 6, 7)]
    [InlineData(8, 1, 1, 2, 3, 0, 6, 7, 8)]
    [InlineData(20, 10, 1, 2, 3, 0, 9, 10, 11, 0, 18, 19, 20)]
    public void Pagination_keeps_the_ends_and_the_neighbours(int count, int current, params int[] shown) =>
        Assert.Equal(shown, PageSlot.Around(current, count).Select(s => s.Number ?? 0));

    [Fact]
    public async Task One_page_has_no_pagination() =>
        Assert.Empty((await Rendered.Html<Pagination>(("Page", 1), ("PageCount", 1), ("Url", (Func<int, string>)(n => "")))).Trim());

    [Fact]
    public async Task A_stepper_is_the_example() =>
        (await Rendered.Element<Stepper>(("Title", "Vous"), ("Current", 1), ("Count", 3), ("NextTitle", "Vos réponses")))
            .HasShapeOf(Oracle.Example("stepper", "Exemple d'indicateur d'étape 1 sur 3", ".fr-stepper"));

    [Fact]
    public async Task A_summary_is_the_example()
    {
        var example = (AngleSharp.Dom.IElement)Oracle.Example("summary", "Sommaire", ".fr-summary").Clone();
        foreach (var sublist in example.QuerySelectorAll("ol ol"))
        {
            sublist.Remove();
        }

        var links = example.QuerySelectorAll("a").Select(a => new SummaryLink(a.TextContent, a.GetAttribute("href")!)).ToArray();
        (await Rendered.Element<Summary>(("Links", links))).HasShapeOf(example);
    }

    [Fact]
    public async Task A_modal_is_the_example() =>
        (await Rendered.Element<Modal>(("Id", "supprimer"), ("Title", "Supprimer ?"), ("ChildContent", Rendered.Markup(Paragraph))))
            .HasShapeOf(
                Oracle.Example("modal", "Modale simple", "dialog"),
                new Difference("No arrow before the title.", "              span.fr-icon--lg.fr-icon-arrow-right-line aria-hidden=true\n", ""));

    [Fact]
    public async Task An_outside_link_is_the_example_and_says_so() =>
        (await Rendered.Element<TextLink>(("Label", "Légifrance"), ("Href", "https://exemple.fr"), ("External", true)))
            .HasShapeOf(Oracle.Example("link", "Lien externe", "a"), new Difference("It says that a window opens.", "target=_blank", "target=_blank title"));

    private static Difference Inline(string theirs, string ours) =>
        new Difference("It may stand in a title, a paragraph or a cell, where a paragraph cannot.", theirs, ours);
}
