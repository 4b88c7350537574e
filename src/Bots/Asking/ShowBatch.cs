using System.Text.Json;
using Beffroi.Bots.Answers;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Asking;

/// <summary>A list, its progress and its answers, a page at a time; all of them as JSON lines.</summary>
public static class ShowBatch
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(WorkAddresses.Asking(l) + "/{id:guid}", Show).ForAnalysts();
            app.MapGet(WorkAddresses.Asking(l) + l.Say("/{id:guid}/reponses.jsonl", "/{id:guid}/answers.jsonl"), Take).ForAnalysts();
        }
    }

    static async Task<IResult> Show(Guid id, int? page, HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var l = Langs.Of(request);
        if (await db.Batches.AsNoTracking().Where(b => b.Id == id && b.OrganisationId == at.Organisation).Select(b => new BatchRow(b.Id, b.State, b.Done, b.Total, b.AskedAt, b.KeyId != null)).SingleOrDefaultAsync(ct) is not { } batch)
        {
            return TypedResults.NotFound();
        }

        var pages = Math.Max(1, (batch.Done + Batches.Part - 1) / Batches.Part);
        var (number, first) = (Math.Clamp(page ?? 1, 1, pages), (Math.Clamp(page ?? 1, 1, pages) - 1) * Batches.Part);
        var lines = await db.BatchParts.AsNoTracking().Where(p => p.BatchId == id && p.First == first).Select(p => p.Lines).SingleOrDefaultAsync(ct) ?? "";
        var answers = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<AskedAnswer>(line, AskedAnswer.Json)!).ToList();
        return Html.View<ShowBatchPage, ShowBatchModel>(new(l, batch, answers, number, pages));
    }

    static async Task<IResult> Take(Guid id, BotsDb db, AtWork at, CancellationToken ct)
    {
        if (!await db.Batches.AnyAsync(b => b.Id == id && b.OrganisationId == at.Organisation, ct))
        {
            return TypedResults.NotFound();
        }

        var lines = await db.BatchParts.AsNoTracking().Where(p => p.BatchId == id).OrderBy(p => p.First).Select(p => p.Lines).ToListAsync(ct);
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines)), "application/x-ndjson; charset=utf-8", "reponses.jsonl");
    }
}

public sealed record ShowBatchModel(Lang L, BatchRow Batch, IReadOnlyList<AskedAnswer> Answers, int Page, int Pages);
