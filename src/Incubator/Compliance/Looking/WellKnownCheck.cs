using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>Files that machines look for, and pages of those who are lost (C20, C21).</summary>
sealed class WellKnownCheck(TimeProvider clock) : ICheck
{
    const string Security = "/.well-known/security.txt";
    const string Nowhere = "/page-qui-n-existe-pas";

    static readonly string[] Fields = ["Contact", "Expires", "Preferred-Languages", "Policy", "Canonical"];

    public IReadOnlyList<int> Criteria => [20, 21];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var findings = new List<Finding> { SecurityText(await visit.Ask(Security, ct), clock.GetUtcNow()) };
        foreach (var path in new[] { "/robots.txt", "/sitemap.xml", "/plan-du-site" })
        {
            var answer = await visit.Ask(path, ct);
            findings.Add(new(21, null, answer.IsThere ? Verdict.Met : Verdict.NotMet, answer.Said));
        }

        var icon = (await visit.Ask("/", ct)).Tags("link").Where(l => l["rel"] is "icon").Select(l => l["href"]).FirstOrDefault();
        var drawn = icon is null ? null : await visit.Ask(icon, ct);
        findings.Add(new(21, null, drawn is { IsThere: true } ? Verdict.Met : Verdict.NotMet, drawn?.Said ?? "aucune icône sur /"));
        var lost = await visit.Ask(Nowhere, ct);
        var helps = lost.Status == 404 && lost.Tags("html").Any(t => t["lang"] is "fr") && Markup.Links(lost.Inside("main")).Any(l => l.Href.StartsWith("mailto:", StringComparison.Ordinal));
        findings.Add(new(21, null, helps ? Verdict.Met : Verdict.NotMet, helps ? $"{lost.Said}, en français, avec un contact" : $"{lost.Said}, sans page d’erreur en français avec un contact"));
        return findings;
    }

    /// <summary>RFC 9116: its fields, and an end that is to come within a year.</summary>
    public static Finding SecurityText(Answer file, DateTimeOffset now)
    {
        var fields = file.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Select(l => l.Split(": ", 2)).Where(f => f.Length == 2).ToLookup(f => f[0], f => f[1], StringComparer.OrdinalIgnoreCase);
        var missing = Fields.Where(f => !fields.Contains(f)).ToList();
        if (!file.IsThere || missing.Count > 0)
        {
            return new(20, null, Verdict.NotMet, $"{file.Said} ; il manque : {string.Join(", ", missing)}");
        }

        return !DateTimeOffset.TryParse(fields["Expires"].First(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) || end <= now || end >= now.AddYears(1)
            ? new(20, null, Verdict.NotMet, $"{file.Path}, Expires : {fields["Expires"].First()}")
            : new(20, null, Verdict.Met, $"{file.Said}, valable jusqu’au {French.Day(end)}");
    }
}
