using Beffroi.Dsfr;

namespace Beffroi.Kit;

/// <summary>The words around a page, in each language: menu, footer, skip links, display settings.</summary>
static class Frame
{
    const int LeastFolded = 3;
    const string FrenchAccessibility = "/accessibilite";
    const string EnglishAccessibility = "/en/accessibility";

    public static string Home(Lang language) => language.Say("/", Langs.EnglishPrefix);

    public static IReadOnlyList<(string Href, string Label)> Skips(Lang language, bool calm) => language switch
    {
        Lang.French when calm => [("#contenu", "Contenu"), ("#pied-de-page", "Pied de page")],
        Lang.French => [("#contenu", "Contenu"), ("#navigation", "Menu"), ("#pied-de-page", "Pied de page")],
        Lang.English when calm => [("#contenu", "Content"), ("#pied-de-page", "Footer")],
        Lang.English => [("#contenu", "Content"), ("#navigation", "Menu"), ("#pied-de-page", "Footer")],
    };

    public static IReadOnlyList<FooterLink> Bottom(Lang language, AccessibilityStatus status) =>
        [.. language.Say(French, English).Select(l => l.Href is FrenchAccessibility or EnglishAccessibility ? new FooterLink(status.Mention(language), l.Href) : l)];

    public static IReadOnlyList<Option> Themes(Lang language) => language switch
    {
        Lang.French => [new("light", "Thème clair"), new("dark", "Thème sombre"), new("system", "Système", "Utilise les paramètres système")],
        Lang.English => [new("light", "Light theme"), new("dark", "Dark theme"), new("system", "System", "Follows the settings of your device")],
    };

    /// <summary>The entries that somebody sees, as a menu. A group of fewer than three saves no room: its entries stay in the open.</summary>
    public static (IReadOnlyList<NavItem> Items, IReadOnlyList<NavGroup> Groups) Menu(IEnumerable<MenuEntry> seen, Lang language, string? here)
    {
        var shown = seen.Where(m => language == Lang.French || m.English is not null).OrderBy(m => m.Order).ToList();
        var folded = shown.Where(m => m.Group is not null).GroupBy(m => m.Group!.Value).Where(g => g.Count() >= LeastFolded).ToList();
        return ([.. shown.Except(folded.SelectMany(g => g)).Select(Item)], [.. folded.Select(g => new NavGroup(Name(g.Key, language), [.. g.Select(Item)]))]);

        NavItem Item(MenuEntry entry)
        {
            var (label, href) = language == Lang.English && entry.English is { } english ? english : (entry.Label, entry.Href);
            return new(label, href, string.Equals(href, here, StringComparison.Ordinal));
        }
    }

    static string Name(MenuGroup group, Lang language) => group switch
    {
        MenuGroup.Administration => language.Say("Administration", "Administration"),
    };

    static readonly IReadOnlyList<FooterLink> French =
    [
        new("Plan du site", "/plan-du-site"),
        new("Accessibilité", FrenchAccessibility),
        new("Mentions légales", "/mentions-legales"),
        new("Conditions d’utilisation", "/cgu"),
        new("Données personnelles", "/donnees-personnelles"),
        new("Gestion des cookies", "/donnees-personnelles#cookies"),
        new("Écoconception", "/ecoconception"),
        new("Statistiques", "/stats"),
        new("Conformité", "/conformite"),
        new("Code source", "/mentions-legales#code-source"),
        new("Aide", "/aide"),
        new("Je donne mon avis", Contact.Opinion(Lang.French)),
    ];

    static readonly IReadOnlyList<FooterLink> English =
    [
        new("Site map", "/en/site-map"),
        new("Accessibility", EnglishAccessibility),
        new("Legal notice", "/en/legal-notice"),
        new("Personal data", "/en/privacy"),
        new("Cookies", "/en/privacy#cookies"),
        new("Source code", "/en/legal-notice#source-code"),
        new("Terms of use (in French)", "/cgu"),
        new("Statistics (in French)", "/stats"),
        new("Give my opinion", Contact.Opinion(Lang.English)),
    ];
}
