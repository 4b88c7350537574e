using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Eva.Tables;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Exports;

/// <summary>The answers of a positioning, one a line: « je ne sais pas » is no wrong answer. As a workbook: a sheet for each domain and one for CléA.</summary>
static class ExportAnswers
{
    public const string Act = "reponses.exporter";

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/reponses.csv", (Guid id, Visitor visitor, EvaDb db, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Give(id, "csv", CsvExport.Type, (body, plays) => CsvExport.Write(body, AnswerTables.Everything(plays), ct), visitor, db, actor, clock, ct)).Does(Act).For();
        evaluations.MapGet("/{id:guid}/reponses.xlsx", (Guid id, Visitor visitor, EvaDb db, Actor actor, TimeProvider clock, CancellationToken ct) =>
            Give(id, "xlsx", XlsxExport.Type, (body, plays) => XlsxExport.Write(body, [.. AnswerTables.Sheets(plays)], ct), visitor, db, actor, clock, ct)).Does(Act).For();
    }

    static async Task<IResult> Give(Guid id, string end, string type, Func<Stream, IReadOnlyList<RoutePlay>, Task> write, Visitor visitor, EvaDb db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var found = await db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, visitor.SignedIn).Where(e => e.Id == id)
            .Include(e => e.Beneficiary).Include(e => e.Runs).ThenInclude(r => r.Events).AsSplitQuery().SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        await BankShelf.Bring(db, found.Runs, ct);
        var plays = Scorebook.Plays(found.Runs);
        if (plays.Count == 0)
        {
            return TypedResults.NotFound();
        }

        await ExportAudit.Keep(db, actor, clock, $"{nameof(Evaluation)}:{id}", end, ct);
        return TypedResults.Stream(body => write(body, plays), type, $"reponses-{found.Beneficiary!.Code}.{end}");
    }
}
