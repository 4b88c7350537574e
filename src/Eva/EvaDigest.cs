using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>What an adviser is told on Monday of the campaigns that are hers or that she was let into: counts, no name, which a letter could carry anywhere.</summary>
sealed class EvaDigest(EvaDb db) : IWeeklyDigest
{
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Lines(DateTimeOffset now, CancellationToken ct)
    {
        var (weekAgo, twoWeeksAgo) = (now - Week, now - (2 * Week));
        var finished = await ByAdviser(db.Evaluations.Where(e => e.FinishedAt > weekAgo && e.FinishedAt <= now), ct);
        // Told once, the second week: who plays in two sittings is left in peace the first.
        var left = await ByAdviser(db.Evaluations.Where(e => e.FinishedAt == null && e.StartedAt > twoWeeksAgo && e.StartedAt <= weekAgo), ct);
        var lines = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var adviser in finished.Keys.Union(left.Keys))
        {
            lines[adviser] =
            [
                .. finished.TryGetValue(adviser, out var read) ? [$"{French.Count(read, "évaluation terminée", "évaluations terminées")} cette semaine dans vos campagnes, à lire avec la personne : {{site}}/eva/evaluations"] : Array.Empty<string>(),
                .. left.TryGetValue(adviser, out var begun) ? [$"{French.Count(begun, "personne a commencé et n’a pas fini", "personnes ont commencé et n’ont pas fini")} : proposez de reprendre avec le code personnel, {{site}}/eva/evaluations"] : Array.Empty<string>(),
            ];
        }

        return lines;
    }

    /// <summary>How many for each author and each guest of a campaign; nobody twice.</summary>
    async Task<Dictionary<Guid, int>> ByAdviser(IQueryable<Evaluation> evaluations, CancellationToken ct)
    {
        var counts = await evaluations.Where(e => e.CampaignId != null).GroupBy(e => e.CampaignId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var ids = counts.Keys.ToList();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => ids.Contains(c.Id)).Include(c => c.Guests).ToListAsync(ct);
        return campaigns.SelectMany(c => c.Guests.Select(g => g.AccountId).Append(c.AuthorId).Distinct().Select(adviser => (Adviser: adviser, Count: counts[c.Id])))
            .GroupBy(c => c.Adviser).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }
}
