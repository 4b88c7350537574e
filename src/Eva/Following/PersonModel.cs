using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Following;

/// <summary>What one reader may know of a person.</summary>
public sealed record PersonModel
{
    public required Beneficiary Person { get; init; }
    public required string Structure { get; init; }
    public required IReadOnlyList<PersonEvaluation> Evaluations { get; init; }
    public required IReadOnlyList<Timeline> Timelines { get; init; }
    public required IReadOnlyList<FollowUpEntry> History { get; init; }
    public required IReadOnlyList<PeopleMerge> Merges { get; init; }

    /// <summary>By account: those of the history and of the merges.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public required IReadOnlyList<(Guid Id, string Name)> Colleagues { get; init; }

    /// <summary>Whether this reader accompanies her.</summary>
    public required bool MayChange { get; init; }

    public required FollowForm Follow { get; init; }
    public string? TypedName { get; init; }
    public Errors Errors { get; init; } = new();

    public FollowUpState State => History.Count == 0 ? FollowUpState.ASuivre : History[0].State;

    public string NameOf(Guid account) => Names.GetValueOrDefault(account, "un compte supprimé");

    /// <summary>Null for a person of whom this reader sees no evaluation.</summary>
    public static async Task<PersonModel?> Of(Guid id, CurrentUser user, EvaDb db, IStructures structures, CancellationToken ct)
    {
        if (await db.Beneficiaries.AsNoTracking().VisibleTo(db, user).Include(p => p.FormerCodes).Include(p => p.Anonymised).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
        {
            return null;
        }

        var visible = db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, user).Where(e => e.BeneficiaryId == id);
        var history = await db.FollowUps.AsNoTracking().Where(f => f.BeneficiaryId == id).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).ToListAsync(ct);
        var merges = await db.PeopleMerges.AsNoTracking().Where(m => m.KeptId == id).OrderBy(m => m.At).ToListAsync(ct);
        var evaluations = await visible.OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id).Include(e => e.Campaign).ToListAsync(ct);
        var actions = new Dictionary<Guid, ActionState?>();
        foreach (var evaluation in evaluations)
        {
            actions[evaluation.Id] = await ActionState.Of(evaluation, user, db, structures, ct);
        }

        return new()
        {
            Person = person,
            Structure = (await structures.Find([person.StructureId], ct)).GetValueOrDefault(person.StructureId)?.Name ?? "",
            Evaluations = [.. evaluations.Select(e => new PersonEvaluation(e.Id, e.Campaign!.Label, e.StartedAt, e.FinishedAt, actions[e.Id]))],
            Timelines = await Timeline.Of(visible, db, ct),
            History = history,
            Merges = merges,
            Names = await structures.People([.. history.SelectMany(h => new[] { h.By, h.ResponsibleId ?? h.By }).Concat(merges.Select(m => m.By)).Distinct()], ct),
            Colleagues = await structures.Colleagues(person.StructureId, ct),
            MayChange = await db.Beneficiaries.AccompaniedBy(db, user).AnyAsync(p => p.Id == id, ct),
            Follow = new() { State = TechnicalName.Of(history.Count == 0 ? FollowUpState.ASuivre : history[0].State), Responsible = history.Count == 0 ? null : history[0].ResponsibleId?.ToString() },
        };
    }
}

public sealed record PersonEvaluation(Guid Id, string Campaign, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ActionState? Action);
