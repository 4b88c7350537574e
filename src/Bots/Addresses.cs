using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>Where each page is, in French and in English: the same page, two addresses.</summary>
public static class Addresses
{
    public const string French = "/robots";
    public const string English = "/en/bots";
    public const string Api = "/api/bots";

    /// <summary>What an analyst opens each morning.</summary>
    public static string Home(Lang l) => l.Say(French, English);

    /// <summary>What the detector is, for everybody.</summary>
    public static string Method(Lang l) => Home(l) + l.Say("/methode", "/method");

    // Mandates: who answers for a processing, why, on what ground, until when.
    public static string Mandates(Lang l) => Home(l) + l.Say("/cadres", "/mandates");
    public static string Mandate(Lang l, Guid mandate) => Mandates(l) + $"/{mandate}";

    public static string Watches(Lang l) => Home(l) + l.Say("/veilles", "/watches");
    public static string Watch(Lang l, Guid watch) => Watches(l) + $"/{watch}";

    public static string Sources(Lang l) => Home(l) + l.Say("/sources", "/sources");
    public static string Source(Lang l, Guid source) => Sources(l) + $"/{source}";

    public static string Explorations(Lang l) => Home(l) + l.Say("/explorations", "/explorations");
    public static string Exploration(Lang l, Guid exploration) => Explorations(l) + $"/{exploration}";

    public static string Accounts(Lang l) => Home(l) + l.Say("/comptes", "/accounts");
    public static string Account(Lang l, Guid account) => Accounts(l) + $"/{account}";

    public static string Clusters(Lang l) => Home(l) + l.Say("/groupes", "/clusters");
    public static string Cluster(Lang l, Guid cluster) => Clusters(l) + $"/{cluster}";
    public static string Graph(Lang l) => Home(l) + l.Say("/graphe", "/graph");
    public static string Alerts(Lang l) => Home(l) + l.Say("/alertes", "/alerts");

    public static string Narratives(Lang l) => Home(l) + l.Say("/recits", "/narratives");

    /// <param name="typed">What it is known by: #word, @account, an address, a domain or words.</param>
    public static string Narrative(Lang l, string typed) => Narratives(l) + "?q=" + Uri.EscapeDataString(typed);
    public static string NarrativeTable(Lang l, string key) => Narratives(l) + l.Say("/tableau/", "/table/") + key;
    public static string NarrativeCsv(Lang l, string key) => NarrativeTable(l, key) + ".csv";

    /// <summary>The five-criteria sheet, of a narrative (its query) or of a cluster (<c>?cluster=</c>), from which a case is opened.</summary>
    public static string Sheet(Lang l) => Narratives(l) + l.Say("/dossier", "/case");

    public static string Reviews(Lang l) => Home(l) + l.Say("/relecture", "/review");
    public static string Review(Lang l, Guid account) => Reviews(l) + $"/{account}";

    /// <summary>For the owner of an account, without an account here.</summary>
    public static string Contest(Lang l) => Home(l) + l.Say("/contester", "/contest");

    public static string Keys(Lang l) => Home(l) + l.Say("/cles", "/keys");
}
