using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Sheet;

/// <summary>The sheet of a person who played alone: what went well, what she can do and how sure that is, where to go. One page, hers.</summary>
public static class ShowSheet
{
    /// <summary>Enough to be seen, few enough to be read.</summary>
    const int Shown = 3;

    public static void Map(IEndpointRouteBuilder eva) => eva.MapGet("/seul/resultats", Show).ForEveryone().CountsStep(EvaFunnels.Alone, "resultats");

    static async Task<IResult> Show(EvaluationAccess access, EvaDb db, IStructures structures, AloneSettings settings, CancellationToken ct)
    {
        if (await access.Open(ct) is not { Alone: { } alone, FinishedAt: { } finished } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva/suite");
        }

        var read = await db.Evaluations.AsNoTracking().Include(e => e.Results).Include(e => e.Alone!.HandOver).Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().SingleAsync(e => e.Id == evaluation.Id, ct);
        await BankShelf.Bring(db, read.Runs, ct);
        var asked = read.Runs.SelectMany(r => SituationCatalog.Get(r.Situation).QuestionsOf(r)).ToList();
        var score = Scorebook.KeptOrComputed(read).Single(s => s.Engine == EngineName.Beffroi);
        return Html.View<SheetPage, SheetModel>(new()
        {
            On = finished,
            Parcours = alone.Parcours,
            // Ways of working first: they are what the whole parcours adds.
            Strengths = [.. WaysOfWorking.Of(read.Runs).Concat(Strengths.Of(AnswerReading.Read(read.Runs), asked, Scorebook.Plays(read.Runs))).Take(alone.Parcours == Parcours.Complet ? Shown + 1 : Shown)],
            Lines = SheetWords.Of(score),
            Cautions = SheetWords.Cautions(score, evaluation.Background),
            Doors = NextDoors.Of(evaluation.Background),
            Disagreements = (await ReviewBook.Read(db, structures, evaluation.Id, ct)).Disagreements,
            Code = access.PersonalCode(evaluation),
            KeptUntil = alone.KeptUntil(settings),
            HandedOver = read.Alone!.HandOver is { } handOver
                ? new(handOver.At, (await structures.Find([handOver.StructureId], ct)).GetValueOrDefault(handOver.StructureId)?.Name ?? "une structure")
                : null,
        });
    }
}

public sealed record SheetModel
{
    public required DateTimeOffset On { get; init; }
    public required Parcours Parcours { get; init; }
    public required IReadOnlyList<Strength> Strengths { get; init; }
    public required IReadOnlyList<SheetLine> Lines { get; init; }
    public required IReadOnlyList<string> Cautions { get; init; }
    public required IReadOnlyList<NextDoor> Doors { get; init; }

    public required IReadOnlyList<Signed<Disagreement>> Disagreements { get; init; }

    /// <summary>To come back; null where only the person has it.</summary>
    public required string? Code { get; init; }

    public required DateOnly KeptUntil { get; init; }

    /// <summary>Null while the evaluation is the person's own.</summary>
    public required SheetHandOver? HandedOver { get; init; }
}

public sealed record SheetHandOver(DateTimeOffset At, string Structure);
