using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>Reads a run of <c>securite</c>: the server's key, the order of positions, the first answer to each question.</summary>
public static class SecuriteReading
{
    public static SecuriteMeasures Read(Run run)
    {
        // What crossed the end of the run is not part of it; the training is not scored.
        var lines = run.Events.Where(e => !(e.Position > run.LastPosition)).OrderBy(e => e.Position)
            .SkipWhile(e => e.Name is not EventNames.Started).ToList();
        var judged = First(lines, EventNames.DangerJudged);
        var named = First(lines, EventNames.DangerNamed);
        var searches = Searches(lines);
        var seen = judged.Where(j => EventData.Text(j.Value.Data, "reponse") is SecuriteRules.Yes).Select(j => j.Key).ToHashSet(StringComparer.Ordinal);
        var zones = SecuriteBank.Current.Zones;
        var found = zones.Where(z => z.Dangerous && seen.Contains(z.Id)).Select(zone => new FoundDanger
        {
            Zone = zone.Id,
            SearchSeconds = searches.GetValueOrDefault(zone.Id).Seconds,
            Means = searches.GetValueOrDefault(zone.Id).Means,
            NamedRight = named.TryGetValue(zone.Id, out var naming) && string.Equals(EventData.Text(naming.Data, "reponse"), zone.Solution, StringComparison.Ordinal),
        });
        return new()
        {
            Finished = run.FinishedAt is not null,
            ListShown = lines.Exists(l => l.Name is EventNames.SceneShown && EventData.Text(l.Data, "forme") is SecuriteRules.AsList),
            Found = [.. found.OrderBy(danger => judged[danger.Zone].Position)],
            Missed = zones.Count(z => z.Dangerous && !seen.Contains(z.Id)),
            FalseAlarms = zones.Count(z => !z.Dangerous && seen.Contains(z.Id)),
            Judged = zones.Count(z => judged.ContainsKey(z.Id)),
        };
    }

    /// <summary>How long each place was searched for, until it was first opened, and with what it was.</summary>
    static Dictionary<string, (double? Seconds, string? Means)> Searches(List<EventLine> lines)
    {
        var searches = new Dictionary<string, (double?, string?)>(StringComparer.Ordinal);
        var clock = new SearchClock();
        foreach (var line in lines)
        {
            clock.Hear(line);
            if (Named(line, EventNames.ZoneOpened) is { } zone)
            {
                searches.TryAdd(zone, (clock.Seconds, EventData.Text(line.Data, "moyen")));
            }
        }

        return searches;
    }

    static Dictionary<string, EventLine> First(List<EventLine> lines, string name)
    {
        var first = new Dictionary<string, EventLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (Named(line, name) is { } zone)
            {
                first.TryAdd(zone, line);
            }
        }

        return first;
    }

    static string? Named(EventLine line, string name) =>
        string.Equals(line.Name, name, StringComparison.Ordinal) ? EventData.Text(line.Data, "zone") : null;
}
