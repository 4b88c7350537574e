using Beffroi.Eva.BankFiles;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.Plans;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.TrainingEntry;

/// <summary>What a trainer starts from: the gaps first, then what is acquired, then what was not measured.</summary>
public static class ShowTrainingEntry
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/formation", Show).For();
        evaluations.MapGet("/{id:guid}/formation.csv", Export).For();
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct) =>
        await Findings.Load(db, id, visitor.SignedIn, ct) is { } findings
            ? Html.View<ShowTrainingEntryPage, ShowTrainingEntryModel>(new(findings, TrainingReport.Of(findings), (await structures.Find([findings.Campaign.StructureId], ct)).GetValueOrDefault(findings.Campaign.StructureId)?.Name ?? ""))
            : TypedResults.NotFound();

    static async Task<IResult> Export(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        await Findings.Load(db, id, visitor.SignedIn, ct) is { } findings
            ? TypedResults.File(CsvSheet.Write([["domaine", "code", "point", "etat", "constat", "a_travailler"], .. TrainingReport.Of(findings).OrderBy(l => l.State).Select(Cells)]), "text/csv; charset=utf-8", $"positionnement-{findings.Evaluation.Beneficiary!.Code}.csv")
            : TypedResults.NotFound();

    static IReadOnlyList<string> Cells(ReportLine line) => [.. new[] { line.Domain.Title(), line.Code, line.Title, Words(line.State), line.Seen, line.WorkOn }.Select(CsvSheet.Guarded)];

    public static string Words(LineState state) => state switch
    {
        LineState.ATravailler => "À travailler",
        LineState.Acquis => "Acquis dans Eva, à confirmer",
        LineState.NonMesure => "Pas mesuré",
    };
}

public sealed record ShowTrainingEntryModel(Findings Findings, IReadOnlyList<ReportLine> Lines, string Structure);
