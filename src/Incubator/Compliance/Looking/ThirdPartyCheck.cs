using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>No page asks anything of another host, and what is said of cookies is there (C17).</summary>
sealed class ThirdPartyCheck : ICheck
{
    static readonly string[] Fetching = ["script", "img", "iframe", "source", "video", "audio", "embed", "object", "use", "image", "track"];

    public IReadOnlyList<int> Criteria => [17];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var findings = new List<Finding>();
        var told = (await visit.Ask("/donnees-personnelles", ct)).Text.Contains("Gestion des cookies", StringComparison.OrdinalIgnoreCase);
        findings.Add(new(17, null, told ? Verdict.Met : Verdict.NotMet, "« Gestion des cookies » sur /donnees-personnelles"));
        foreach (var service in HostedServices.All)
        {
            var pages = await visit.Listed(service, ct);
            var outside = pages.SelectMany(p => Outside(p).Select(url => $"{p.Path} → {url}")).ToList();
            findings.Add(outside.Count > 0
                ? new(17, service, Verdict.NotMet, string.Join(", ", outside.Take(5)))
                : new(17, service, pages.Count == 0 ? Verdict.Unknown : Verdict.Met, $"{French.Count(pages.Count, "page lue", "pages lues")}, aucun appel à un autre site"));
        }

        return findings;
    }

    /// <summary>What a browser would fetch elsewhere by itself; a link that a person may follow is none.</summary>
    public static IReadOnlyList<string> Outside(Answer page) =>
        [.. page.Tags("link").Where(l => l["rel"] is not ("canonical" or "alternate")).Select(l => l["href"])
            .Concat(Fetching.SelectMany(page.Tags).SelectMany(t => new[] { t["src"], t["srcset"], t["data"], t["href"], t["poster"] }))
            .Concat(page.Tags("form").Select(f => f["action"]))
            .OfType<string>().Where(url => url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)];
}
