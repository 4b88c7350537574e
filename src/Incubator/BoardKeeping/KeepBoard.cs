using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.BoardKeeping;

/// <summary>What is not met, with how to mend it; a superadmin asks for a control without waiting for the night.</summary>
public static class KeepBoard
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.KeepBoard, Show).For(Role.Superadmin);
        app.MapPost(Addresses.KeepBoard, Ask).RequireAntiforgery().Does("incubateur.demander-controle").For(Role.Superadmin);
    }

    static async Task<IResult> Show(IncubatorDb db, CancellationToken ct)
    {
        var load = (await Proofs.Read(db, ct)).Load;
        var history = await db.CheckRuns.AsNoTracking().Where(r => r.DoneAt != null).OrderByDescending(r => r.DoneAt).Take(30)
            .Select(r => new PastRun(r.DoneAt!.Value, r.AskedBy == null, db.CheckResults.Count(c => c.RunId == r.Id && c.Verdict == Verdict.Met), db.CheckResults.Count(c => c.RunId == r.Id && c.Verdict == Verdict.NotMet), db.CheckResults.Count(c => c.RunId == r.Id && c.Verdict == Verdict.Unknown))).ToListAsync(ct);
        return Html.View<KeepBoardPage, KeepBoardModel>(new(await Board.Read(db, ct), load, history));
    }

    // One that waits is enough.
    static async Task<IResult> Ask(IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.CheckRuns.AnyAsync(r => r.DoneAt == null, ct))
        {
            db.Add(CheckRun.Asked(clock.GetUtcNow(), visitor.SignedIn.Id));
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.KeepBoard);
    }
}

/// <param name="ByItself">By the night or the command.</param>
public sealed record PastRun(DateTimeOffset At, bool ByItself, int Met, int NotMet, int Unknown);

public sealed record KeepBoardModel(Board Board, TestLoad? Load, IReadOnlyList<PastRun> History);
