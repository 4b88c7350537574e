namespace Beffroi.Kit;

/// <summary>How much structures and people use the services: dates and counts, nothing of what was answered. The module that runs campaigns answers.</summary>
public interface IStructureActivity
{
    /// <summary>By structure; one that never opened a campaign is absent. Null asks for all of them.</summary>
    Task<IReadOnlyDictionary<Guid, Activity>> Of(IReadOnlyCollection<Guid>? structureIds, CancellationToken ct);

    /// <summary>Of the campaigns that this person opened.</summary>
    Task<Activity> OfAuthor(Guid accountId, CancellationToken ct);
}

/// <summary>Campaigns opened, evaluations begun in them, and when: the dates are null where there are none.</summary>
public sealed record Activity
{
    public static readonly Activity None = new();

    public int Campaigns { get; init; }
    public DateTimeOffset? FirstCampaign { get; init; }
    public DateTimeOffset? LastCampaign { get; init; }
    public int Evaluations { get; init; }
    public DateTimeOffset? FirstEvaluation { get; init; }
    public DateTimeOffset? LastEvaluation { get; init; }
}
