using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Inspection;

/// <summary>How a result came about: the standard scores at each level, the raw figures, the runs and what they told, the versions. For those who keep the service.</summary>
public static class ShowCalculation
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/calcul", Show).For(Role.Superadmin);
        GiveEvents.Map(evaluations);
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, CancellationToken ct, Guid? partie = null, int page = 1)
    {
        var found = await db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, visitor.SignedIn)
            .Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Results).Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        await BankShelf.Bring(db, found.Runs, ct);
        var runs = found.Runs.OrderBy(r => r.StartedAt).ThenBy(r => r.Id).ToList();
        var chosen = runs.Find(r => r.Id == partie) ?? runs.FirstOrDefault();
        var pages = Math.Max(1, ((chosen?.Events.Count ?? 0) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return Html.View<ShowCalculationPage, ShowCalculationModel>(new()
        {
            Evaluation = found,
            Scores = Scorebook.KeptOrComputed(found),
            Positionings = Scorebook.PositionsKeptOrComputed(found),
            Manners = Scorebook.MannersKeptOrComputed(found),
            Runs = runs,
            Chosen = chosen,
            Events = [.. (chosen?.Events ?? []).OrderBy(e => e.Position).Skip((page - 1) * PageSize).Take(PageSize)],
            Page = page,
            PageCount = pages,
        });
    }
}

public sealed record ShowCalculationModel
{
    public required Evaluation Evaluation { get; init; }
    public required IReadOnlyList<Score> Scores { get; init; }
    public required IReadOnlyList<PositioningScore> Positionings { get; init; }
    public required IReadOnlyList<TransversalScore> Manners { get; init; }
    public required IReadOnlyList<Run> Runs { get; init; }

    /// <summary>The run whose events are shown; null without any run.</summary>
    public required Run? Chosen { get; init; }

    public required IReadOnlyList<EventLine> Events { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }

    public Score Historique => Scores.Single(s => s.Engine is EngineName.Historique);
}
