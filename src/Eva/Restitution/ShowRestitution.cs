using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Norming;
using Beffroi.Eva.Paper;
using Beffroi.Eva.Results;
using Beffroi.Eva.Reviews;
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
    public static void Map(IEndpointRouteBuilder evaluations) => evaluations.MapGet("/{id:guid}", Show).For().CountsStep(EvaFunnels.WithCode, "restitution");

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, ChromiumPrinter printer, CancellationToken ct) =>
        await Read(id, forPaper: false, visitor, db, structures, ct) is { } model ? Html.View<RestitutionPage, RestitutionModel>(model with { PrintsPdf = printer.IsThere }) : TypedResults.NotFound();

    /// <param name="forPaper">Without what is hidden by default: it is then not even read.</param>
    /// <returns>Null where there is nothing for this visitor.</returns>
    internal static async Task<RestitutionModel?> Read(Guid id, bool forPaper, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        var found = await db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, visitor.SignedIn)
            .Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Background).Include(e => e.SelfAnswers).Include(e => e.Results).Include(e => e.Alone!.HandOver)
            .Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (found is not { Campaign: { } campaign, Beneficiary: { } beneficiary })
        {
            return null;
        }

        await BankShelf.Bring(db, found.Runs, ct);
        var accompanies = await db.Campaigns.AccompaniedBy(visitor.SignedIn).AnyAsync(c => c.Id == campaign.Id, ct);
        if (accompanies && !forPaper && found.Programme.Options.Health)
        {
            found.HealthAnswers.AddRange(await db.HealthAnswers.AsNoTracking().Where(a => a.EvaluationId == id).ToListAsync(ct));
        }

        var (scores, positioning, manners) = (Scorebook.KeptOrComputed(found), Scorebook.PositionsKeptOrComputed(found), Scorebook.MannersKeptOrComputed(found));
        var finished = found.Runs.Where(r => r.FinishedAt is not null).Select(r => r.Situation).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Evaluation = found,
            ForPaper = forPaper,
            Name = beneficiary.Name,
            Action = await ActionState.Of(found, visitor.SignedIn, db, structures, ct),
            MayReadHealth = accompanies && !forPaper && found.Programme.Options.Health,
            Accompanies = accompanies,
            MayInspect = visitor.SignedIn.Role is Role.Superadmin,
            Campaign = campaign,
            Structure = (await structures.Find([campaign.StructureId], ct)).GetValueOrDefault(campaign.StructureId)?.Name ?? "",
            Score = scores.Single(s => s.Engine == EngineName.Beffroi),
            Historique = scores.Single(s => s.Engine == EngineName.Historique),
            HasDiagnostic = found.Programme.Situations.Any(s => TechnicalName.TryParse<Situation>(s, out _)),
            Ability = positioning.SingleOrDefault(p => p.Engine is PositioningEngine.Beffroi),
            Profiles = positioning.SingleOrDefault(p => p.Engine is PositioningEngine.Historique),
            Places = await CohortNorms.Of(db, found, ct),
            Manners = manners.SingleOrDefault(m => m.Engine is TransversalEngine.Beffroi),
            FormerManners = manners.SingleOrDefault(m => m.Engine is TransversalEngine.Historique),
            Effort = EffortObservation.Of(AnswerReading.Read(found.Runs), Scorebook.Plays(found.Runs), ValidityNorms.Expert2026),
            Completeness = SituationFamilies.Completeness(found.Programme.Situations, finished),
            Missing = [.. found.Programme.Situations.Where(s => !finished.Contains(s)).Select(s => SituationCatalog.Get(s).Label)],
            Writing = FreeText.Of(found),
            Reading = OverallReading.Of(found, scores.Single(s => s.Engine == EngineName.Beffroi), positioning),
            Reviews = await ReviewBook.Read(db, structures, id, ct),
            Progress = [.. found.Programme.Situations.Select(SituationCatalog.Get).Select(s => Progress(s, found.Runs.Find(r => string.Equals(r.Situation, s.Name, StringComparison.Ordinal))))],
        };
    }

    static SituationProgress Progress(SituationRules situation, Run? run) =>
        new(situation.Label, run is null ? 0 : situation.Done(run), situation.Count, run is { Events.Count: > 0 } ? run.StartedAt : null, run?.FinishedAt, run is null ? [] : ReadIn.Run(run));
}

public sealed record SituationProgress(string Label, int Answered, int Total, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<Language> Languages);

public sealed record RestitutionModel
{
    public required Evaluation Evaluation { get; init; }
    public required string Name { get; init; }

    /// <summary>What was done afterwards; null where nothing is asked.</summary>
    public required ActionState? Action { get; init; }

    /// <summary>Printed by the server: without links, forms, and what is hidden by default.</summary>
    public required bool ForPaper { get; init; }

    /// <summary>This server makes PDF files.</summary>
    public bool PrintsPdf { get; init; }

    /// <summary>A PDF was asked for, and could not be made.</summary>
    public bool NotPrinted { get; init; }

    /// <summary>False for whoever does not accompany the person: what she said of her health was then not even read.</summary>
    public required bool MayReadHealth { get; init; }

    /// <summary>Whether this reader may decide, write down a disagreement and read the text by the grid.</summary>
    public required bool Accompanies { get; init; }

    public required bool MayInspect { get; init; }
    public required OverallReading Reading { get; init; }
    public required ReviewBook Reviews { get; init; }
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

    /// <summary>In the norms that the results keep; empty without any.</summary>
    public IReadOnlyList<NormedResult> Places { get; init; } = [];
    /// <summary>How the person goes about a task, by observations; null where no situation says it.</summary>
    public required TransversalScore? Manners { get; init; }

    /// <summary>The same by the published rules, with their levels.</summary>
    public required TransversalScore? FormerManners { get; init; }

    public required IReadOnlyList<EffortObservation> Effort { get; init; }
    public required ParcoursCompleteness Completeness { get; init; }

    /// <summary>Labels of the situations that are not finished.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required string? Writing { get; init; }
    public required IReadOnlyList<SituationProgress> Progress { get; init; }
}
