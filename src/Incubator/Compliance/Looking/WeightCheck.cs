using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>What the first page and its files weigh as they travel, and how long they are kept (C26).</summary>
sealed partial class WeightCheck : ICheck
{
    /// <summary>Bytes; kilobytes are thousands.</summary>
    const int MostBytes = 300_000;
    const int MostRequests = 25;

    public IReadOnlyList<int> Criteria => [26];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var page = await visit.Ask("/", ct);
        var files = new List<Answer>();
        foreach (var url in Files(page).Distinct(StringComparer.Ordinal))
        {
            files.Add(await visit.Ask(url, ct));
        }

        var (bytes, requests) = (page.Weight + files.Sum(f => f.Weight), 1 + files.Count);
        var fonts = files.Where(f => f.Path.Contains(".css", StringComparison.Ordinal)).Sum(f => FontName().Count(f.Body));
        var said = $"/ et ses fichiers : {French.Number(bytes / 1000)} ko, {French.Count(requests, "fichier", "fichiers")}, sans les polices";
        var loose = files.Where(f => Fingerprint().IsMatch(f.Path) && !(f.Header("cache-control") ?? "").Contains("immutable", StringComparison.Ordinal)).Select(f => f.Path).ToList();
        var eco = await visit.Ask("/ecoconception", ct);
        return
        [
            new(26, null, bytes <= MostBytes && requests + fonts <= MostRequests ? Verdict.Met : bytes > MostBytes || requests > MostRequests ? Verdict.NotMet : Verdict.Unknown, said),
            new(26, null, loose.Count == 0 ? Verdict.Met : Verdict.NotMet, loose.Count == 0 ? "les fichiers à empreinte sont gardés par les navigateurs" : $"à garder pour toujours : {string.Join(", ", loose.Take(3))}"),
            new(26, null, eco.IsThere ? Verdict.Met : Verdict.NotMet, eco.Said),
        ];
    }

    static IEnumerable<string> Files(Answer page) =>
        page.Tags("link").Where(l => l["rel"] is "stylesheet" or "icon" or "preload" or "modulepreload").Select(l => l["href"])
            .Concat(page.Tags("script").Select(s => s["src"])).Concat(page.Tags("img").Select(i => i["src"]))
            .OfType<string>().Where(url => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex("url\\([^)]*\\.woff2", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FontName();

    [GeneratedRegex("\\.[a-z0-9]{10}\\.(css|js)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fingerprint();
}
