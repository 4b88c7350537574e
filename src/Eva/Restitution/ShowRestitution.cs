using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Restitution;

/// <summary>What an adviser reads of an evaluation: the levels with their error, what they rest on, what to do.</summary>
public static class ShowRestitution
{
    public static void Map(IEndpointRouteBuilder evaluations) => evaluations.MapGet("/{id:guid}", Show).For();

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        var found = await db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, visitor.SignedIn)
            .Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Background).Include(e => e.SelfAnswers).Include(e => e.Results).Include(e => e.Alone!.HandOver)
            .Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (found is not { Campaign: { } campaign, Beneficiary: { } beneficiary })
        {
            return TypedResults.NotFound();
        }

        await BankShelf.Bring(db, found.Runs, ct);
        var accompanies = found.Programme.Options.Health && await db.Campaigns.AccompaniedBy(visitor.SignedIn).AnyAsync(c => c.Id == campaign.Id, ct);
        if (accompanies)
        {
            found.HealthAnswers.AddRange(await db.HealthAnswers.AsNoTracking().Where(a => a.EvaluationId == id).ToListAsync(ct));
        }

        var (scores, positioning) = (Scorebook.KeptOrComputed(found), Scorebook.PositionsKeptOrComputed(found));
        return Html.View<RestitutionPage, RestitutionModel>(new()
        {
            Evaluation = found,
            Name = beneficiary.Name,
            Action = await ActionState.Of(found, visitor.SignedIn, db, structures, ct),
            MayReadHealth = accompanies,
            Campaign = campaign,
            Structure = (await structures.Find([campaign.StructureId], ct)).GetValueOrDefault(campaign.StructureId)?.Name ?? "",
            Score = scores.Single(s => s.Engine == EngineName.Beffroi),
            Historique = scores.Single(s => s.Engine == EngineName.Historique),
            HasDiagnostic = found.Programme.Situations.Any(s => TechnicalName.TryParse<Situation>(s, out _)),
            Ability = positioning.SingleOrDefault(p => p.Engine is PositioningEngine.Beffroi),
            Profiles = positioning.SingleOrDefault(p => p.Engine is PositioningEngine.Historique),
            Writing = Written(found),
            Progress = [.. found.Programme.Situations.Select(SituationCatalog.Get).Select(s => Progress(s, found.Runs.Find(r => string.Equals(r.Situation, s.Name, StringComparison.Ordinal))))],
        });
    }

    static SituationProgress Progress(SituationRules situation, Run? run) =>
        new(situation.Label, run is null ? 0 : situation.Done(run), situation.Count, run is { Events.Count: > 0 } ? run.StartedAt : null, run?.FinishedAt, run is null ? [] : ReadIn.Run(run));

    static string? Written(Evaluation evaluation) =>
        evaluation.Runs.SelectMany(r => r.Events).OrderBy(e => e.Position)
            .Where(e => string.Equals(e.Name, EventNames.Answered, StringComparison.Ordinal) && string.Equals(EventData.Text(e.Data, "question"), LivraisonBank.Current.Writing.Id, StringComparison.Ordinal))
            .Select(e => EventData.Text(e.Data, "reponse"))
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}

public sealed record SituationProgress(string Label, int Answered, int Total, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<Language> Languages);

public sealed record RestitutionModel
{
    public required Evaluation Evaluation { get; init; }
    public required string Name { get; init; }

    /// <summary>What was done afterwards; null where nothing is asked.</summary>
    public required ActionState? Action { get; init; }

    /// <summary>False for whoever does not accompany the person: what she said of her health was then not even read.</summary>
    public required bool MayReadHealth { get; init; }

    public required Campaign Campaign { get; init; }
    public required string Structure { get; init; }
    public required Score Score { get; init; }
    public required Score Historique { get; init; }

    /// <summary>Whether the campaign has situations that <see cref="Score"/> reads.</summary>
    public required bool HasDiagnostic { get; init; }

    /// <summary>Null without a positioning.</summary>
    public required PositioningScore? Ability { get; init; }

    /// <summary>Null without a positioning by the published rules.</summary>
    public required PositioningScore? Profiles { get; init; }

    public required string? Writing { get; init; }
    public required IReadOnlyList<SituationProgress> Progress { get; init; }
}
