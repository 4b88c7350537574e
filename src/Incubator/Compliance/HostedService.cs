namespace Beffroi.Incubator.Compliance;

/// <summary>A service that this site hosts, each with its own line on the compliance board.</summary>
public enum HostedService
{
    Eva,
    Encyclopedia,
    Chat,
    Bots,
    Ads,
    Incubator,
}

public static class HostedServices
{
    public static readonly IReadOnlyList<HostedService> All = Enum.GetValues<HostedService>();

    /// <summary>Its word in addresses and files.</summary>
    public static string Key(this HostedService service) => service switch
    {
        HostedService.Eva => "eva",
        HostedService.Encyclopedia => "encyclopedie",
        HostedService.Chat => "discussion",
        HostedService.Bots => "robots",
        HostedService.Ads => "annonces",
        HostedService.Incubator => "incubateur",
    };

    public static string Label(this HostedService service) => service switch
    {
        HostedService.Eva => "Eva",
        HostedService.Encyclopedia => "Encyclopédie des manipulations",
        HostedService.Chat => "Discussion",
        HostedService.Bots => "Détecteur de robots",
        HostedService.Ads => "Annonces politiques",
        HostedService.Incubator => "Incubateur",
    };

    /// <summary>The first of its pages that is open to all.</summary>
    public static string Door(this HostedService service) => service switch
    {
        HostedService.Eva => "/eva",
        HostedService.Encyclopedia => "/encyclopedie",
        HostedService.Chat => "/discussion/rejoindre",
        HostedService.Bots => "/robots/methode",
        HostedService.Ads => "/annonces",
        HostedService.Incubator => Addresses.Conventions,
    };

    /// <summary>How the addresses of its pages begin, in both languages.</summary>
    static IReadOnlyList<string> Roots(this HostedService service) => service switch
    {
        HostedService.Eva => ["/eva"],
        HostedService.Encyclopedia => ["/encyclopedie", "/en/encyclopedia"],
        HostedService.Chat => ["/discussion", "/en/chat"],
        HostedService.Bots => ["/robots", "/en/bots"],
        HostedService.Ads => ["/annonces", "/en/ads"],
        HostedService.Incubator => [Addresses.Conventions, Addresses.Budget, "/startups"],
    };

    /// <summary>The card of the startup that builds it, by the name in its address: « DISINFO » builds four.</summary>
    public static string Startup(this HostedService service) => service switch
    {
        HostedService.Eva => "eva",
        HostedService.Encyclopedia or HostedService.Chat or HostedService.Bots or HostedService.Ads => "disinfo",
        HostedService.Incubator => "incubateur",
    };

    public static HostedService? Of(string? key) => All.Cast<HostedService?>().FirstOrDefault(s => string.Equals(s!.Value.Key(), key, StringComparison.Ordinal));

    /// <summary>Whether a page is this service's own, or every service's.</summary>
    public static bool Counts(this HostedService service, string path) =>
        service.Owns(path) || !All.Any(other => other.Owns(path));

    static bool Owns(this HostedService service, string path) =>
        service.Roots().Any(root => string.Equals(path, root, StringComparison.Ordinal) || path.StartsWith(root + "/", StringComparison.Ordinal));
}
