using System.Text.Json;
using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>Health, the description of the interface, licence and source (C24, C25).</summary>
sealed class MachinesCheck(SiteIdentity site) : ICheck
{
    public IReadOnlyList<int> Criteria => [24, 25];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var (health, home) = (await visit.Ask("/healthz", ct), await visit.Ask("/", ct));
        var footer = home.Inside("footer");
        return
        [
            new(24, null, health.IsThere ? Verdict.Met : Verdict.NotMet, $"{health.Said} {Short(health.Body)}"),
            Described(await visit.Ask("/api/openapi.json", ct)),
            Made(await visit.Ask(Addresses.Components, ct)),
            new(25, null, Markup.Text(footer).Contains("Apache-2.0", StringComparison.Ordinal) ? Verdict.Met : Verdict.NotMet, "licence Apache-2.0 au pied de page"),
            site.SourceUrl is { Length: > 0 } source ? new(25, null, Verdict.Met, $"code source : {source}") : new(25, null, Verdict.NotMet, "Site:SourceUrl est vide : le code de cette version n’a pas d’adresse"),
        ];
    }

    static Finding Described(Answer file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Body);
            var paths = json.RootElement.TryGetProperty("openapi", out _) && json.RootElement.TryGetProperty("paths", out var found) ? found.EnumerateObject().Count() : 0;
            return new(25, null, paths > 0 ? Verdict.Met : Verdict.NotMet, $"{file.Said}, {French.Count(paths, "adresse décrite", "adresses décrites")}");
        }
        catch (JsonException)
        {
            return new(25, null, Verdict.NotMet, $"{file.Said}, illisible");
        }
    }

    // A list alone: whether one of them is known to be weak is an audit, made elsewhere and loaded.
    static Finding Made(Answer file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Body);
            var count = json.RootElement.TryGetProperty("components", out var found) ? found.GetArrayLength() : 0;
            return new(25, null, count > 0 ? Verdict.Met : Verdict.NotMet, $"{file.Said}, {French.Count(count, "bibliothèque connue", "bibliothèques connues")} avec sa version");
        }
        catch (JsonException)
        {
            return new(25, null, Verdict.NotMet, $"{file.Said}, illisible");
        }
    }

    static string Short(string text) => text.Length <= 40 ? text : text[..40];
}
