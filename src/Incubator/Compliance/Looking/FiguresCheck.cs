using System.Globalization;
using System.Text.Json;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>Statistics and budget, for people and for programs (C1 to C4).</summary>
sealed class FiguresCheck(IncubatorDb db, TimeProvider clock) : ICheck
{
    const string Stats = "/stats";

    /// <summary>A month: what a statistic of an earlier month is called out of date.</summary>
    static readonly TimeSpan MostAge = TimeSpan.FromDays(31);

    /// <summary>The five of the impact matrix, as its page in doc.incubateur.net names them (read in August 2026).</summary>
    static readonly string[] Axes = ["Utilisable", "Utilisé", "Utile", "Impact", "Efficient"];

    /// <summary>The same, as the file names them.</summary>
    static readonly string[] AxisKeys = ["utilisable", "utilise", "utile", "impact", "efficient"];

    public IReadOnlyList<int> Criteria => [1, 2, 3, 4];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var (page, file, map) = (await visit.Ask(Stats, ct), await visit.Ask("/stats.json", ct), await visit.Ask("/sitemap.xml", ct));
        var findings = new List<Finding>
        {
            new(1, null, page.IsThere ? Verdict.Met : Verdict.NotMet, page.Said),
            new(1, null, map.Body.Contains(Stats + "</loc>", StringComparison.Ordinal) ? Verdict.Met : Verdict.NotMet, $"{Stats} dans /sitemap.xml"),
            Axis(page),
            Age(file),
            await Schema(page, file, visit, ct),
        };
        foreach (var service in HostedServices.All)
        {
            var door = await visit.Ask(service.Door(), ct);
            var linked = Markup.Links(door.Inside("footer")).Any(l => string.Equals(l.Href, Stats, StringComparison.Ordinal));
            findings.Add(new(1, service, linked ? Verdict.Met : Verdict.NotMet, $"lien vers {Stats} au pied de {door.Path}"));
            findings.Add(await Budget(service, visit, ct));
            findings.Add(Measured(service, file));
        }

        return findings;
    }

    static Finding Axis(Answer page)
    {
        var words = page.Inside("main") is { Length: > 0 } main ? Markup.Text(main).Split([' ', ',', '.', ':', ';', '(', ')', '’'], StringSplitOptions.RemoveEmptyEntries) : [];
        var missing = Axes.Where(axis => !words.Contains(axis, StringComparer.OrdinalIgnoreCase)).ToList();
        return missing.Count == 0 ? new(2, null, Verdict.Met, $"les 5 axes sont sur {Stats}") : new(2, null, Verdict.NotMet, $"axes absents de {Stats} : {string.Join(", ", missing)}");
    }

    Finding Age(Answer file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Body);
            var at = json.RootElement.GetProperty("date").GetDateTimeOffset();
            var counted = json.RootElement.GetProperty("indicateurs").EnumerateArray().All(f => f.GetProperty("masque").GetBoolean() || f.GetProperty("n").ValueKind == JsonValueKind.Number);
            return new(2, null, clock.GetUtcNow() - at <= MostAge && counted ? Verdict.Met : Verdict.NotMet, $"{file.Path} : chiffres du {French.Day(at)}{(counted ? ", chacun avec son nombre compté" : ", un chiffre sans nombre compté")}");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new(2, null, Verdict.NotMet, $"{file.Said}, illisible");
        }
    }

    /// <summary>What the team of the service measures: on each axis, and lately.</summary>
    Finding Measured(HostedService service, Answer file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Body);
            var own = json.RootElement.GetProperty("impact").EnumerateArray().Where(i => string.Equals(i.GetProperty("startup").GetString(), service.Startup(), StringComparison.Ordinal)).ToList();
            var measured = own.SelectMany(i => i.GetProperty("indicateurs").EnumerateArray()).Where(i => i.GetProperty("mesures").GetArrayLength() > 0).ToList();
            var axes = measured.Select(i => i.GetProperty("axe").GetString()).ToHashSet(StringComparer.Ordinal);
            var missing = AxisKeys.Where(axis => !axes.Contains(axis)).ToList();
            if (missing.Count > 0)
            {
                return new(2, service, Verdict.NotMet, $"{file.Path} : rien n’est mesuré sur {string.Join(", ", missing)}");
            }

            var last = measured.SelectMany(i => i.GetProperty("mesures").EnumerateArray()).Max(m => DateOnly.ParseExact(m.GetProperty("mesure_le").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            return new(2, service, clock.Today().DayNumber - last.DayNumber <= MostAge.TotalDays ? Verdict.Met : Verdict.NotMet, $"{file.Path} : dernière mesure le {French.Day(last)}");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new(2, service, Verdict.NotMet, $"{file.Said}, illisible");
        }
    }

    static async Task<Finding> Schema(Answer page, Answer file, Visit visit, CancellationToken ct)
    {
        var schema = await visit.Ask("/stats.schema.json", ct);
        if (!file.IsThere || !schema.IsThere)
        {
            return new(3, null, Verdict.NotMet, $"{file.Said}, {schema.Said}");
        }

        var text = page.Text;
        using var json = JsonDocument.Parse(file.Body);
        var lost = json.RootElement.TryGetProperty("indicateurs", out var lines) ? lines.EnumerateArray().Select(l => l.GetProperty("libelle").GetString()!).FirstOrDefault(label => !text.Contains(Markup.Text(label), StringComparison.Ordinal)) : "aucun indicateur";
        return new(3, null, lost is null ? Verdict.Met : Verdict.NotMet, lost is null ? $"{file.Said} ; les mêmes indicateurs que {Stats}" : $"dans {file.Path} et pas sur {Stats} : {lost}");
    }

    async Task<Finding> Budget(HostedService service, Visit visit, CancellationToken ct)
    {
        var budget = await visit.Ask(Addresses.Budget, ct);
        var slug = service.Startup();
        if (!budget.IsThere)
        {
            return new(4, service, Verdict.NotMet, budget.Said);
        }

        if (!await db.Startups.AnyAsync(s => s.Slug == slug, ct))
        {
            return new(4, service, Verdict.NotMet, $"{budget.Said} ; le service n’a pas de fiche {Addresses.Startup(slug)}");
        }

        var card = await visit.Ask(Addresses.Startup(slug), ct);
        var linked = card.IsThere && Markup.Links(card.Inside("main")).Any(l => string.Equals(l.Href, Addresses.Budget, StringComparison.Ordinal));
        return new(4, service, linked ? Verdict.Met : Verdict.NotMet, string.Create(CultureInfo.InvariantCulture, $"{budget.Said} ; {card.Said}{(linked ? ", avec son lien" : ", sans lien vers le budget")}"));
    }
}
