using System.Security.Cryptography;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Playing;

/// <summary>Opens a situation of the parcours, or gives the same run back to somebody who had to leave.</summary>
public static class StartPlay
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/evaluations/{id:guid}/parties/{situation}", Start)
            .WithSummary("Ouvrir une situation, ou la reprendre")
            .WithDescription("Une seule partie par situation : la demander à nouveau la rend, avec ce qui est déjà répondu et la position du prochain événement. 400 : la situation est finie. 404 : elle n’est pas dans le parcours.")
            .Produces<Play>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).Produces(StatusCodes.Status404NotFound)
            .Does("partie.ouvrir").ForEveryone().DisableAntiforgery();

    static async Task<IResult> Start(Guid id, string situation, EvaluationAccess access, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await access.Open(id, ct) is not { } evaluation)
        {
            return Refusal.NoToken;
        }

        if (!evaluation.Programme.Situations.Contains(situation, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        var run = await Find(db, id, situation, ct) ?? await Open(db, evaluation, SituationCatalog.Get(situation), clock, ct);
        await BankShelf.Bring(db, [run], ct);
        return run.FinishedAt is null
            ? TypedResults.Ok(Playing(run, evaluation.Programme))
            : Refusal.Bad("Cette situation est finie.");
    }

    static Task<Run?> Find(EvaDb db, Guid evaluation, string situation, CancellationToken ct) =>
        db.Runs.AsNoTracking().Include(r => r.Events.OrderBy(e => e.Position)).SingleOrDefaultAsync(r => r.EvaluationId == evaluation && r.Situation == situation, ct);

    static async Task<Run> Open(EvaDb db, Evaluation evaluation, SituationRules situation, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var run = new Run
        {
            Id = Guid.CreateVersion7(now),
            EvaluationId = evaluation.Id,
            Situation = situation.Name,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
            StartedAt = now,
            Route = situation.HasRoute ? evaluation.Programme.Route ?? RouteMode.Beffroi : null,
            BankVersion = await BankShelf.Pin(db, situation.Name, now, ct),
        };
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(ct);
            return run;
        }
        catch (DbUpdateException taken)
        {
            // Another tab opened it in the meantime: its run is the one.
            db.ChangeTracker.Clear();
            return await Find(db, evaluation.Id, situation.Name, ct) ?? throw new InvalidOperationException("A run could neither be opened nor found.", taken);
        }
    }

    static Play Playing(Run run, Programme programme)
    {
        var rules = SituationCatalog.Get(run.Situation);
        var play = new Play
        {
            SessionId = run.Id,
            Situation = run.Situation,
            Label = rules.Label,
            NextPosition = run.Events.Count == 0 ? 0 : run.Events[^1].Position + 1,
            TrainingDone = run.Events.Exists(e => string.Equals(e.Name, EventNames.Started, StringComparison.Ordinal)),
            Answered = [.. run.Events.Select(rules.Settled).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
        return rules.Fill(play, run, programme);
    }
}
