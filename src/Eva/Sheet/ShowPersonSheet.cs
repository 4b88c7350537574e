using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Results;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Sheet;

/// <summary>The plain sheet of a person who has an adviser: opened by the adviser, read, listened to and printed with the person. No figure, no level, no label.</summary>
public static class ShowPersonSheet
{
    /// <summary>Enough to be seen, few enough to be read.</summary>
    const int Shown = 3;

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations.MapGet("/{id:guid}/fiche", Show).For();

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        var found = await db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, visitor.SignedIn)
            .Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Background).Include(e => e.Results).Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (found is not { FinishedAt: { } finished, Beneficiary: { } person })
        {
            return TypedResults.NotFound();
        }

        await BankShelf.Bring(db, found.Runs, ct);
        var asked = found.Runs.SelectMany(r => SituationCatalog.Get(r.Situation).QuestionsOf(r)).ToList();
        var score = Scorebook.KeptOrComputed(found).Single(s => s.Engine is EngineName.Beffroi);
        var ability = Scorebook.PositionsKeptOrComputed(found).SingleOrDefault(p => p.Engine is PositioningEngine.Beffroi);
        return Html.View<PersonSheetPage, PersonSheetModel>(new()
        {
            Evaluation = id,
            Name = person.Name,
            On = finished,
            Strengths = [.. WaysOfWorking.Of(found.Runs).Concat(Strengths.Of(AnswerReading.Read(found.Runs), asked, Scorebook.Plays(found.Runs))).DistinctBy(s => s.What, StringComparer.Ordinal).Take(Shown).Select(s => s with { Example = SheetWords.WithoutFigure(s.Example) })],
            Lines = SheetWords.Of(score, ability, found.Programme.Situations.Any(s => TechnicalName.TryParse<Situation>(s, out _))),
            Cautions = SheetWords.Cautions(score, found.Background),
            Doors = NextDoors.Of(found.Background),
            Disagreements = (await ReviewBook.Read(db, structures, id, ct)).Disagreements,
        });
    }
}

public sealed record PersonSheetModel
{
    public required Guid Evaluation { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset On { get; init; }
    public required IReadOnlyList<Strength> Strengths { get; init; }
    public required IReadOnlyList<SheetLine> Lines { get; init; }
    public required IReadOnlyList<string> Cautions { get; init; }
    public required IReadOnlyList<NextDoor> Doors { get; init; }
    public required IReadOnlyList<Signed<Disagreement>> Disagreements { get; init; }
}
