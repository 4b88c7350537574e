using Beffroi.Kit;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>A saved narrative with what became of it since yesterday.</summary>
/// <param name="Today">Posts of the last 24 hours.</param>
/// <param name="Yesterday">Posts of the 24 hours before; null where there are too many to count.</param>
public sealed record NarrativeChange(Guid Id, string Name, string Href, int? Today, int? Yesterday);

/// <summary>The narratives that an organisation comes back to, for the page that its analysts open in the morning.</summary>
public sealed class NarrativeChanges(BotsDb db, NarrativeReading reading, NarrativeGate gate, TimeProvider clock)
{
    public async Task<IReadOnlyList<NarrativeChange>> Of(Guid organisation, Lang l, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = Today(now);
        var saved = await db.SavedNarratives.AsNoTracking().Where(n => n.OrganisationId == organisation).OrderBy(n => n.Name).ThenBy(n => n.Id).ToListAsync(ct);
        var changes = new List<NarrativeChange>();
        foreach (var narrative in saved)
        {
            if (Read(narrative.Query, today, l) is not { } filter)
            {
                continue;
            }

            using (await gate.Enter(ct))
            {
                var fold = await reading.Fold(organisation, filter with { From = today.AddDays(-2), To = today, Step = NarrativeStep.Hour }, ct);
                var hour = now.ToUnixTimeSeconds() / 3600;
                changes.Add(new(narrative.Id, narrative.Name, Addresses.Narratives(l) + filter.ToQuery(), Sum(fold, hour - 23, hour), Sum(fold, hour - 47, hour - 24)));
            }
        }

        return changes;
    }

    /// <summary>Null where the query can no longer be read.</summary>
    public static NarrativeFilter? Read(string query, DateOnly today, Lang l)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return NarrativeFilter.Read(NarrativeForm.Of(new Microsoft.AspNetCore.Http.QueryCollection(asked)), today, new(), l);
    }

    public static DateOnly Today(DateTimeOffset now) => DateOnly.ParseExact(French.IsoDay(now), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static int? Sum(NarrativeFold? fold, long from, long to) => fold?.Hours.Where(h => h.Key >= from && h.Key <= to).Sum(h => h.Value.Posts);
}
