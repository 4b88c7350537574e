namespace Beffroi.Kit;

/// <summary>The public services that this site holds, and the site around them: what an opinion, a request or a count is about.</summary>
public enum SitePart
{
    Eva,
    Encyclopedia,
    Chat,
    Bots,
    Ads,
    Incubator,
    Site,
}

public static class SiteParts
{
    public static readonly IReadOnlyList<SitePart> All = Enum.GetValues<SitePart>();

    // Addresses of each, in French and in English; what begins otherwise is the site's own.
    static readonly (string Prefix, SitePart Part)[] Prefixes =
    [
        ("/eva", SitePart.Eva), ("/jouer", SitePart.Eva), ("/encyclopedie", SitePart.Encyclopedia), ("/en/encyclopedia", SitePart.Encyclopedia), ("/discussion", SitePart.Chat), ("/en/chat", SitePart.Chat),
        ("/robots", SitePart.Bots), ("/en/bots", SitePart.Bots), ("/annonces", SitePart.Ads), ("/en/ads", SitePart.Ads), ("/incubateur", SitePart.Incubator), ("/conventions", SitePart.Incubator), ("/budget", SitePart.Incubator),
    ];

    public static string Label(this SitePart part) => part switch
    {
        SitePart.Eva => "Eva",
        SitePart.Encyclopedia => "Encyclopédie",
        SitePart.Chat => "Discussion et dossiers",
        SitePart.Bots => "Détecteur",
        SitePart.Ads => "Annonces",
        SitePart.Incubator => "Conventions et budget",
        SitePart.Site => "Le site",
    };

    /// <summary>The same on English pages.</summary>
    public static string EnglishLabel(this SitePart part) => part switch
    {
        SitePart.Eva => "Eva (games, in French)",
        SitePart.Encyclopedia => "Encyclopedia",
        SitePart.Chat => "Chat and cases",
        SitePart.Bots => "Detector",
        SitePart.Ads => "Ads",
        SitePart.Incubator => "Agreements and budget (in French)",
        SitePart.Site => "The site",
    };

    /// <summary>As in addresses, files and settings.</summary>
    public static string Word(this SitePart part) => part switch
    {
        SitePart.Eva => "eva",
        SitePart.Encyclopedia => "encyclopedie",
        SitePart.Chat => "discussion",
        SitePart.Bots => "detecteur",
        SitePart.Ads => "annonces",
        SitePart.Incubator => "incubateur",
        SitePart.Site => "site",
    };

    public static SitePart? Read(string? word) => All.Where(p => string.Equals(p.Word(), word, StringComparison.Ordinal)).Select(p => (SitePart?)p).FirstOrDefault();

    /// <summary>The one that a path, or the pattern of a route, belongs to.</summary>
    public static SitePart Of(string? path) =>
        Prefixes.Where(p => path is not null && (path.StartsWith(p.Prefix + "/", StringComparison.Ordinal) || string.Equals(path, p.Prefix, StringComparison.Ordinal))).Select(p => (SitePart?)p.Part).FirstOrDefault() ?? SitePart.Site;
}
