using System.Globalization;
using System.Text;
using System.Text.Json;
using Beffroi.Eva.BankFiles;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Inspection;

/// <summary>The raw events of an evaluation as a file, line after line from the database.</summary>
static class GiveEvents
{
    static readonly string[] Columns = ["situation", "partie", "position", "evenement", "date_client_ms", "recu_le", "donnees"];

    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/calcul/evenements.csv", (Guid id, Visitor visitor, EvaDb db, CancellationToken ct) => Give(id, "csv", "text/csv; charset=utf-8", Csv, visitor, db, ct)).For(Role.Superadmin);
        evaluations.MapGet("/{id:guid}/calcul/evenements.json", (Guid id, Visitor visitor, EvaDb db, CancellationToken ct) => Give(id, "json", "application/json", Json, visitor, db, ct)).For(Role.Superadmin);
    }

    static async Task<IResult> Give(Guid id, string end, string type, Func<Stream, IAsyncEnumerable<Told>, CancellationToken, Task> write, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        if (!await db.Evaluations.VisibleTo(db.Campaigns, visitor.SignedIn).AnyAsync(e => e.Id == id, ct))
        {
            return TypedResults.NotFound();
        }

        var lines = from run in db.Runs.AsNoTracking()
                    where run.EvaluationId == id
                    join line in db.Events.AsNoTracking() on run.Id equals line.RunId
                    orderby run.StartedAt, run.Id, line.Position
                    select new Told(run.Situation, line);
        return TypedResults.Stream(body => write(body, lines.AsAsyncEnumerable(), ct), type, $"evenements-{id}.{end}");
    }

    static async Task Csv(Stream body, IAsyncEnumerable<Told> lines, CancellationToken ct)
    {
        await body.WriteAsync(CsvSheet.Write([Columns]), ct);
        await foreach (var (situation, line) in lines.WithCancellation(ct))
        {
            string[] cells =
            [
                situation, line.RunId.ToString(), line.Position.ToString(CultureInfo.InvariantCulture), line.Name, line.Date.ToString(CultureInfo.InvariantCulture),
                line.ReceivedAt.ToString("O", CultureInfo.InvariantCulture), CsvSheet.Guarded(line.Data),
            ];
            // The mark of UTF-8 stands once, before the titles.
            await body.WriteAsync(CsvSheet.Write([cells]).AsMemory(Encoding.UTF8.Preamble.Length), ct);
        }
    }

    static async Task Json(Stream body, IAsyncEnumerable<Told> lines, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartArray();
        await foreach (var (situation, line) in lines.WithCancellation(ct))
        {
            json.WriteStartObject();
            json.WriteString("situation", situation);
            json.WriteString("session_id", line.RunId);
            json.WriteNumber("position", line.Position);
            json.WriteString("nom", line.Name);
            json.WriteNumber("date", line.Date);
            json.WriteString("recu_le", line.ReceivedAt);
            json.WritePropertyName("donnees");
            json.WriteRawValue(line.Data);
            json.WriteEndObject();
            await json.FlushAsync(ct);
        }

        json.WriteEndArray();
    }
}

sealed record Told(string Situation, EventLine Line);
