using System.Globalization;
using Beffroi.Eva.Tables;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Exports;

/// <summary>The evaluations that a person may read, all of those that the list shows, as a file that is written while it is read from the database.</summary>
static class ExportEvaluations
{
    public const string Act = "evaluations.exporter";

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/export.csv", (string? q, string? suite, Visitor visitor, EvaDb db, IStructures structures, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Give(q, suite, "csv", CsvExport.Type, (body, table) => CsvExport.Write(body, table, ct), visitor, db, structures, actor, clock, ct)).Does(Act).For();
        evaluations.MapGet("/export.xlsx", (string? q, string? suite, Visitor visitor, EvaDb db, IStructures structures, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Give(q, suite, "xlsx", XlsxExport.Type, (body, table) => XlsxExport.Write(body, [table], ct), visitor, db, structures, actor, clock, ct)).Does(Act).For();
    }

    static async Task<IResult> Give(string? q, string? suite, string end, string type, Func<Stream, Table, Task> write, Visitor visitor, EvaDb db, IStructures structures, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var wanted = EvaluationSearch.Listed(db, visitor.SignedIn, suite).Matching(EvaluationSearch.Read(q));
        await ExportAudit.Keep(db, actor, clock, $"{nameof(Evaluation)}×{(await wanted.CountAsync(ct)).ToString(CultureInfo.InvariantCulture)}", end, ct);
        return TypedResults.Stream(body => write(body, Table(ExportedEvaluation.All(wanted, db, structures, ct))), type, $"evaluations-{French.IsoDay(clock.GetUtcNow())}.{end}");
    }

    static Table Table(IAsyncEnumerable<ExportedEvaluation> evaluations) =>
        new("Évaluations", [.. EvaluationColumns.All.Select(c => c.Title)], evaluations.Select(IReadOnlyList<Cell> (e) => [.. EvaluationColumns.All.Select(c => c.Of(e))]));
}
