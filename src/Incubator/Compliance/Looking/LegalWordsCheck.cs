namespace Beffroi.Incubator.Compliance;

/// <summary>The three legal pages, from the foot of each service's door (C13).</summary>
sealed class LegalWordsCheck : ICheck
{
    public IReadOnlyList<int> Criteria => [13];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var findings = new List<Finding>();
        foreach (var service in HostedServices.All)
        {
            var door = await visit.Ask(service.Door(), ct);
            findings.Add(await Holds(service, "Mentions légales", LegalWords.Led(door, LegalWords.NoticeLinks), visit, ct, LegalWords.Notice, LegalWords.MoreNotice));
            findings.Add(await Holds(service, "Politique de confidentialité", LegalWords.Led(door, LegalWords.PrivacyLinks), visit, ct, LegalWords.Privacy, LegalWords.MorePrivacy));
            findings.Add(await Holds(service, "Conditions d’utilisation", LegalWords.Led(door, ["Conditions d’utilisation"]), visit, ct));
        }

        return findings;
    }

    static async Task<Finding> Holds(HostedService service, string name, string? href, Visit visit, CancellationToken ct, params IReadOnlyList<IReadOnlyList<string>>[] words)
    {
        if (href is null)
        {
            return new(13, service, Verdict.NotMet, $"aucun lien « {name} » sur {service.Door()}");
        }

        var page = await visit.Ask(href, ct);
        var missing = LegalWords.Missing(Markup.Text(page.Inside("main")), words);
        return new(13, service, page.IsThere && missing.Count == 0 ? Verdict.Met : Verdict.NotMet, missing.Count == 0 ? page.Said : $"{page.Said} ; il manque : {string.Join(", ", missing)}");
    }
}
