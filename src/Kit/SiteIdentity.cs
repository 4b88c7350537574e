namespace Beffroi.Kit;

/// <summary>Who runs this site: everything legal pages, header and footer need, from configuration (section <c>Site</c>).</summary>
public sealed record SiteIdentity
{
    public string Name { get; init; } = "Beffroi";
    public string Tagline { get; init; } = "Veiller, prévenir, rassembler";
    public string EnglishTagline { get; init; } = "Watch, prevent, bring together";
    public string ContactEmail { get; init; } = "contact@beffroi.example";
    public string DpoEmail { get; init; } = "dpo@beffroi.example";
    public string SecurityEmail { get; init; } = "securite@beffroi.example";
    public string Publisher { get; init; } = "Organisme de démonstration";
    public string PublisherAddress { get; init; } = "1 place du Beffroi, 59000 Lille";
    public string PublicationDirector { get; init; } = "Camille Exemple, directrice de la publication";
    public string Host { get; init; } = "Hébergeur de démonstration";
    public string HostAddress { get; init; } = "2 rue de l’Exemple, 59000 Lille";
    public string HostPhone { get; init; } = "03 00 00 00 00";

    /// <summary>Where a person goes without a computer.</summary>
    public string OfflineHelp { get; init; } = "votre conseillère ou votre conseiller, ou l’accueil de votre structure";

    public string EnglishOfflineHelp { get; init; } = "the reception desk of your local service";

    /// <summary>A path to a logo file of an operator entitled to it; the belfry otherwise.</summary>
    public string? BrandImage { get; init; }

    /// <summary>Where the source of the running version is published; null when it is not.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Where opinions are given when the operator has a form elsewhere (« Je donne mon avis » of the State, for instance); the site's own form otherwise.</summary>
    public string? OpinionUrl { get; init; }

    /// <summary>Shown when the demo world is on: nothing here is real.</summary>
    public bool Demo { get; init; }
}
