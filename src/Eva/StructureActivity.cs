using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>Tells other modules how much Eva is used: private campaigns count like the others, nothing else of them is told.</summary>
sealed class StructureActivity(EvaDb db) : IStructureActivity
{
    public async Task<IReadOnlyDictionary<Guid, Activity>> Of(IReadOnlyCollection<Guid>? structureIds, CancellationToken ct)
    {
        var campaigns = structureIds is null ? db.Campaigns : db.Campaigns.Where(c => structureIds.Contains(c.StructureId));
        return await Gather(campaigns.Select(c => new Opened { Id = c.Id, Owner = c.StructureId, At = c.CreatedAt }), ct);
    }

    public async Task<Activity> OfAuthor(Guid accountId, CancellationToken ct) =>
        (await Gather(db.Campaigns.Where(c => c.AuthorId == accountId).Select(c => new Opened { Id = c.Id, Owner = c.AuthorId, At = c.CreatedAt }), ct)).GetValueOrDefault(accountId, Activity.None);

    // Two plain groupings rather than one with a join, which would count a campaign once for each of its evaluations.
    async Task<Dictionary<Guid, Activity>> Gather(IQueryable<Opened> opened, CancellationToken ct)
    {
        var campaigns = await opened.GroupBy(c => c.Owner)
            .Select(g => new { g.Key, Count = g.Count(), First = g.Min(c => c.At), Last = g.Max(c => c.At) }).ToListAsync(ct);
        var evaluations = (await db.Evaluations.Join(opened, e => e.CampaignId, c => (Guid?)c.Id, (e, c) => new { c.Owner, e.StartedAt })
            .GroupBy(e => e.Owner)
            .Select(g => new { g.Key, Count = g.Count(), First = g.Min(e => e.StartedAt), Last = g.Max(e => e.StartedAt) }).ToListAsync(ct)).ToDictionary(e => e.Key);
        return campaigns.ToDictionary(c => c.Key, c => new Activity
        {
            Campaigns = c.Count,
            FirstCampaign = c.First,
            LastCampaign = c.Last,
            Evaluations = evaluations.GetValueOrDefault(c.Key)?.Count ?? 0,
            FirstEvaluation = evaluations.GetValueOrDefault(c.Key)?.First,
            LastEvaluation = evaluations.GetValueOrDefault(c.Key)?.Last,
        });
    }

    // Properties rather than a constructor, which a query could not see through.
    sealed record Opened
    {
        public required Guid Id { get; init; }
        public required Guid Owner { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
