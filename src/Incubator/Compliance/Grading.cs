using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>Grades of the door of a service, by the rules of DashLord (SocialGouv/dashlord-actions, read in August 2026).</summary>
sealed class Grading(SiteIdentity site)
{
    public async Task<IReadOnlyList<(string Name, string? Letter, string Evidence)>> Of(HostedService service, Visit visit, CancellationToken ct)
    {
        var door = await visit.Ask(service.Door(), ct);
        var http = HttpScore.Of(door);
        var (trackers, cookies) = (ThirdPartyCheck.Outside(door).Count, door.Cookies.Count);
        return
        [
            ("http", http.Letter, $"{door.Path} : {French.Number(http.Points)} points ; {string.Join(", ", http.Reasons)}"),
            ("thirdparties", Few(trackers, 2, 10), $"{door.Path} : {French.Count(trackers, "appel", "appels")} à un autre site"),
            ("cookies", Cookies(cookies), $"{door.Path} : {French.Count(cookies, "cookie", "cookies")}"),
            Accessibility(door),
            await Privacy(door, visit, ct),
            ("dsfr", door.Body.Contains("fr-header__brand", StringComparison.Ordinal) ? "A" : "F", $"fr-header__brand sur {door.Path}"),
            There("stats", await visit.Ask("/stats", ct)),
            There("page_budget", await visit.Ask(Addresses.Budget, ct)),
            site.SourceUrl is { Length: > 0 } source ? ("github_repository", null, $"{source} : sa réponse se vérifie depuis le dehors") : ("github_repository", "F", "Site:SourceUrl est vide"),
            await Lost(door, visit, ct),
            .. Grade.Outside.Select(g => (g.Name, (string?)null, $"demande {g.Needs}")),
        ];
    }

    /// <summary>None A, few B, some C, more F.</summary>
    static string Few(int count, int few, int some) => count == 0 ? "A" : count <= few ? "B" : count <= some ? "C" : "F";

    static string Cookies(int count) => count switch { 0 => "A", <= 2 => "B", <= 5 => "C", <= 10 => "E", _ => "F" };

    static (string, string?, string) There(string name, Answer page) => (name, page.IsThere ? "A" : "F", page.Said);

    /// <summary>One of the three mentions, nearly word for word, in the words of a link.</summary>
    static (string, string?, string) Accessibility(Answer door)
    {
        var mentions = Enum.GetValues<AccessibilityStatus>().Select(s => s.Mention(Lang.French)).ToList();
        var (label, likeness) = ("aucun lien", 0d);
        foreach (var link in Markup.Links(door.Body))
        {
            var near = mentions.Max(m => Likeness.Of(link.Label, m));
            (label, likeness) = near > likeness ? (link.Label, near) : (label, likeness);
        }

        return ("declaration-a11y", likeness > Likeness.Same ? "A" : "F", $"{door.Path} : « {label} »");
    }

    static async Task<(string, string?, string)> Privacy(Answer door, Visit visit, CancellationToken ct)
    {
        var (notice, privacy) = (LegalWords.Led(door, LegalWords.NoticeLinks), LegalWords.Led(door, LegalWords.PrivacyLinks));
        if (notice is null && privacy is null)
        {
            return ("declaration-rgpd", "F", $"{door.Path} : aucun lien");
        }

        var missing = new List<string>();
        missing.AddRange(notice is null ? ["lien Mentions légales"] : LegalWords.Missing((await visit.Ask(notice, ct)).Text, LegalWords.Notice));
        missing.AddRange(privacy is null ? ["lien Politique de confidentialité"] : LegalWords.Missing((await visit.Ask(privacy, ct)).Text, LegalWords.Privacy));
        return ("declaration-rgpd", missing.Count == 0 ? "A" : "D", missing.Count == 0 ? $"{notice}, {privacy}" : $"il manque : {string.Join(", ", missing)}");
    }

    static async Task<(string, string?, string)> Lost(Answer door, Visit visit, CancellationToken ct)
    {
        var lost = new List<string>();
        foreach (var path in Markup.Links(door.Body).Select(l => l.Href.Split('#')[0]).Where(h => h.StartsWith('/') && !h.StartsWith("//", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            var answer = await visit.Ask(path, ct);
            if (answer.Status >= 400)
            {
                lost.Add(answer.Said);
            }
        }

        return ("404", lost.Count == 0 ? "A" : "F", lost.Count == 0 ? $"tous les liens de {door.Path} mènent quelque part" : string.Join(", ", lost));
    }
}
