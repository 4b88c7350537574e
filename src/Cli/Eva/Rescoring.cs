using Beffroi.Cli.Db;
using Beffroi.Eva;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Eva;

/// <summary>How many finished evaluations were read, and how many of their results (one for each engine) are as they were.</summary>
sealed record RescoreTally(int Evaluations, int Unchanged, int Changed, int Failed);

/// <summary>Goes through the finished evaluations by key, one in memory at a time.</summary>
sealed class Rescoring(OpenedDatabase database, Terminal terminal, bool dryRun)
{
    const int KeysAtOnce = 500;

    public async Task<RescoreTally> Run(CancellationToken ct)
    {
        var progress = new Progress(terminal, await Count(ct), "évaluations");
        var tally = new RescoreTally(0, 0, 0, 0);
        Guid? last = null;
        while (await NextKeys(last, ct) is { Count: > 0 } keys)
        {
            foreach (var id in keys)
            {
                ct.ThrowIfCancellationRequested();
                tally = await Rescore(id, tally, progress, ct);
                progress.Step();
            }

            last = keys[^1];
        }

        progress.End();
        return tally;
    }

    async Task<RescoreTally> Rescore(Guid id, RescoreTally tally, Progress progress, CancellationToken ct)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
        try
        {
            var written = dryRun ? await WouldWrite(id, db, ct) : await Scorebook.Write(id, db, terminal.Clock, ct);
            return tally with { Evaluations = tally.Evaluations + 1, Unchanged = tally.Unchanged + written.Unchanged, Changed = tally.Changed + written.Changed };
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or DbUpdateException or System.Text.Json.JsonException)
        {
            // One evaluation that cannot be read must not hide the others.
            progress.Say($"évaluation {id} : {wrong.GetBaseException().Message}");
            return tally with { Evaluations = tally.Evaluations + 1, Failed = tally.Failed + 1 };
        }
    }

    static async Task<Written> WouldWrite(Guid id, EvaDb db, CancellationToken ct)
    {
        var evaluation = await db.Evaluations.AsNoTracking().Include(e => e.Runs).ThenInclude(r => r.Events).Include(e => e.Results).AsSplitQuery().SingleAsync(e => e.Id == id, ct);
        await BankShelf.Bring(db, evaluation.Runs, ct);
        var rows = Scorebook.Rows(evaluation);
        var same = rows.Count(row => evaluation.Results.Exists(kept => row.IsOf(kept) && string.Equals(kept.Score, row.Json, StringComparison.Ordinal)));
        return new(rows.Count - same, same);
    }

    async Task<int> Count(CancellationToken ct)
    {
        await using var scope = database.Scope();
        return await scope.ServiceProvider.GetRequiredService<EvaDb>().Evaluations.CountAsync(e => e.FinishedAt != null, ct);
    }

    async Task<List<Guid>> NextKeys(Guid? last, CancellationToken ct)
    {
        await using var scope = database.Scope();
        var finished = scope.ServiceProvider.GetRequiredService<EvaDb>().Evaluations.Where(e => e.FinishedAt != null);
        return await (last is { } key ? finished.Where(e => e.Id > key) : finished).OrderBy(e => e.Id).Take(KeysAtOnce).Select(e => e.Id).ToListAsync(ct);
    }
}
