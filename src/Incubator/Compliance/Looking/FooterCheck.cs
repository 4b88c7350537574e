using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>What the head and the foot of every listed page carry (C5, C8, C12, C22, C23, C29).</summary>
public sealed class FooterCheck(SiteIdentity site) : ICheck
{
    const string Jdma = "jedonnemonavis";

    public IReadOnlyList<int> Criteria => [5, 8, 12, 22, 23, 29];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var findings = new List<Finding> { await Opinion(visit, ct) };
        foreach (var service in HostedServices.All)
        {
            var pages = await visit.Listed(service, ct);
            findings.Add(Each(8, service, pages, Mentions, "la mention d’accessibilité"));
            findings.Add(Each(12, service, pages, page => page.IsThere && page.Tags("h1").Count == 1 && Markup.Text(page.Inside("main")).Length > 0, "un titre et un texte sans JavaScript"));
            findings.Add(Each(22, service, pages, IsFramed, "l’en-tête et le pied de page"));
            findings.Add(Each(23, service, pages, page => Markup.Links(page.Inside("footer")).Any(l => l.Href.StartsWith("mailto:", StringComparison.Ordinal) && !IsDeaf(l.Href)), "une adresse où écrire"));
            findings.Add(Each(29, service, pages, page => page.Text.Contains("Sans ordinateur", StringComparison.Ordinal) || page.Text.Contains("Without a computer", StringComparison.Ordinal), "comment faire sans ordinateur"));
        }

        return findings;
    }

    /// <summary>An address that takes no answer.</summary>
    public static bool IsDeaf(string address) =>
        address.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) is var flat
        && (flat.Contains("noreply", StringComparison.OrdinalIgnoreCase) || flat.Contains("nepasrepondre", StringComparison.OrdinalIgnoreCase) || flat.Contains("donotreply", StringComparison.OrdinalIgnoreCase));

    static bool Mentions(Answer page)
    {
        var links = Markup.Links(page.Inside("footer"));
        return Langs.All.Any(language => Enum.GetValues<AccessibilityStatus>().Any(status =>
            links.Contains((language.Say("/accessibilite", "/en/accessibility"), Markup.Text(status.Mention(language))))));
    }

    static bool IsFramed(Answer page)
    {
        var (header, footer) = (page.Tags("header"), page.Tags("footer"));
        return header.Any(t => t["role"] is "banner" && Has(t, "fr-header")) && page.Tags("div").Any(t => Has(t, "fr-header__brand")) && footer.Any(t => t["role"] is "contentinfo" && Has(t, "fr-footer"))
            && !page.Body.Contains("fr-logo", StringComparison.Ordinal) && !page.Body.Contains("Marianne", StringComparison.Ordinal);
    }

    static bool Has(Tag tag, string name) => (tag["class"] ?? "").Split(' ').Contains(name, StringComparer.Ordinal);

    async Task<Finding> Opinion(Visit visit, CancellationToken ct)
    {
        var (home, here) = (await visit.Ask("/", ct), await visit.Ask("/avis", ct));
        if (!Markup.Links(home.Inside("footer")).Any(l => string.Equals(l.Href, "/avis", StringComparison.Ordinal)))
        {
            return new(5, null, Verdict.NotMet, "aucun lien « Je donne mon avis » au pied de page");
        }

        if (site.OpinionUrl is not { Length: > 0 } outside)
        {
            return new(5, null, here.IsThere ? Verdict.Met : Verdict.NotMet, $"{here.Said}, formulaire du site (Site:OpinionUrl est vide)");
        }

        // The State's button counts by the number of its button: without it, opinions are lost.
        var whole = !outside.Contains(Jdma, StringComparison.OrdinalIgnoreCase) || outside.Contains("button=", StringComparison.Ordinal);
        return new(5, null, whole ? Verdict.Met : Verdict.NotMet, whole ? "Site:OpinionUrl est rempli" : "Site:OpinionUrl n’a pas son « button= »");
    }

    static Finding Each(int criterion, HostedService service, IReadOnlyList<Answer> pages, Func<Answer, bool> holds, string what)
    {
        var without = pages.Where(page => !holds(page)).Select(page => page.Said).ToList();
        return (pages.Count, without.Count) switch
        {
            (0, _) => new(criterion, service, Verdict.Unknown, "aucune page listée au plan du site"),
            (var read, 0) => new(criterion, service, Verdict.Met, $"{French.Count(read, "page lue", "pages lues")}, chacune avec {what}"),
            (var read, var count) => new(criterion, service, Verdict.NotMet, $"sans {what}, {French.Count(count, "page", "pages")} sur {French.Number(read)} : {string.Join(", ", without.Take(5))}"),
        };
    }
}
