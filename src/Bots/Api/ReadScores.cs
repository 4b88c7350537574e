using System.ComponentModel;
using System.Threading.RateLimiting;
using Beffroi.Bots.Answers;
using Beffroi.Bots.Reuse;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Api;

/// <summary>Scores for programs of organisations, with a key: one account, or a list answered by and by. No cookie opens these doors, so no browser is made to.</summary>
public static class ReadScores
{
    public const string Policy = "bots-api";
    const int PerMinute = 600;
    const int MostBytesOfOne = 256 * 1024;
    const int MostBytesOfList = 32 * 1024 * 1024;

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = KeyHolder.ForKeys(app.MapGroup(Addresses.Api)).RequireRateLimiting(Policy).WithTags("Robots");
        api.MapPost("/score", One).Does("robots.api-score").WhileRecorded(BotsAssessment.Template).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytesOfOne))
            .Produces<AskedAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Un compte").WithDescription("Le corps est un profil (formats de X, Bluesky, Mastodon) ou {\"handle\": \"…\", \"network\": \"Bluesky\"} pour un compte que vos veilles ont vu. Réponse : signes d’automatisation, probabilité, intervalle, doutes et raisons. Jamais un verdict sur une personne.");
        api.MapPost("/batches", Many).Does("robots.api-liste").WhileRecorded(BotsAssessment.Template).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytesOfList))
            .Produces<BatchJson>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Une liste, jusqu’à 10 000 comptes").WithDescription("JSON par ligne, liste JSON ou CSV de profils ; ou des noms. La réponse dit où suivre l’avancement.");
        api.MapGet("/batches/{id:guid}", Progress).Produces<BatchJson>().Produces(StatusCodes.Status404NotFound).WithSummary("L’avancement d’une liste");
        api.MapGet("/batches/{id:guid}/results", Results).Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson").Produces(StatusCodes.Status404NotFound)
            .WithSummary("Les réponses d’une liste").WithDescription("Une ligne JSON par compte, dans l’ordre de la liste ; ce qui est prêt, même avant la fin.");
    }

    static async Task<IResult> One([Description("fr ou en.")] string? lang, HttpContext http, KeyHolder holder, Answering answering, Reuses reuses, TimeProvider clock, CancellationToken ct)
    {
        var (accounts, problem) = await Body(http, MostBytesOfOne, 1, clock, ct);
        if (problem is not null)
        {
            return problem;
        }

        return await reuses.Take(holder.Key.OrganisationId, holder.Sector, holder.Key.Id, 1, holder.Key.DailyAccounts, ct)
            ? TypedResults.Json(await answering.Answer(accounts[0], holder.Key.OrganisationId, Language(lang), ct), AskedAnswer.Json) : Spent(http, reuses);
    }

    static async Task<IResult> Many([Description("fr ou en.")] string? lang, HttpContext http, KeyHolder holder, Batches batches, Reuses reuses, TimeProvider clock, CancellationToken ct)
    {
        var (accounts, problem) = await Body(http, MostBytesOfList, ScoreBatch.MostAccounts, clock, ct);
        if (problem is not null)
        {
            return problem;
        }

        if (!await reuses.Take(holder.Key.OrganisationId, holder.Sector, holder.Key.Id, accounts.Count, holder.Key.DailyAccounts, ct))
        {
            return Spent(http, reuses);
        }

        if (await batches.Ask(accounts, holder.Key.OrganisationId, holder.Key.CreatedBy, holder.Key.Id, Language(lang), ct) is not { } batch)
        {
            http.Response.Headers.RetryAfter = "60";
            return TypedResults.Problem($"{Batches.MostAtOnce} listes de votre organisation attendent déjà.", statusCode: StatusCodes.Status429TooManyRequests);
        }

        http.Response.Headers.Location = $"{Addresses.Api}/batches/{batch.Id}";
        return TypedResults.Json(BatchJson.Of(batch), AskedAnswer.Json, statusCode: StatusCodes.Status202Accepted);
    }

    static async Task<IResult> Progress(Guid id, BotsDb db, KeyHolder holder, CancellationToken ct) =>
        await Own(db, id, holder).SingleOrDefaultAsync(ct) is { } batch ? TypedResults.Json(BatchJson.Of(batch), AskedAnswer.Json) : TypedResults.NotFound();

    static async Task<IResult> Results(Guid id, BotsDb db, KeyHolder holder, CancellationToken ct)
    {
        if (!await Own(db, id, holder).AnyAsync(ct))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Text(string.Concat(await db.BatchParts.AsNoTracking().Where(p => p.BatchId == id).OrderBy(p => p.First).Select(p => p.Lines).ToListAsync(ct)), "application/x-ndjson");
    }

    static IQueryable<ScoreBatch> Own(BotsDb db, Guid id, KeyHolder holder)
    {
        var organisation = holder.Key.OrganisationId;
        return db.Batches.AsNoTracking().Where(b => b.Id == id && b.OrganisationId == organisation);
    }

    static async Task<(IReadOnlyList<AskedAccount> Accounts, IResult? Problem)> Body(HttpContext http, int mostBytes, int most, TimeProvider clock, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > mostBytes)
            {
                return ([], TypedResults.Problem($"{mostBytes} octets au plus.", statusCode: StatusCodes.Status413PayloadTooLarge));
            }

            kept.Write(buffer, 0, read);
        }

        var (accounts, problems) = AskedAccount.Read(kept.ToArray(), clock.GetUtcNow(), most);
        if (accounts.Count > 0 && accounts.Count <= most)
        {
            return (accounts, null);
        }

        var told = problems.Take(10).Select(p => p.Sentence(Tongue.French)).ToArray();
        return ([], TypedResults.Problem(
            accounts.Count > most ? $"{most} compte(s) au plus à la fois." : "Aucun compte lisible dans le corps de la demande : un profil en JSON, ou {\"handle\": \"…\", \"network\": \"Bluesky\"}.",
            statusCode: StatusCodes.Status422UnprocessableEntity, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = told }));
    }

    static IResult Spent(HttpContext http, Reuses reuses)
    {
        http.Response.Headers.RetryAfter = reuses.SecondsLeft().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.Problem("Cette clé a épuisé ses comptes du jour.", statusCode: StatusCodes.Status429TooManyRequests);
    }

    static Lang Language(string? code) => string.Equals(code, "en", StringComparison.OrdinalIgnoreCase) ? Lang.English : Lang.French;
}

public sealed record BatchJson
{
    public required Guid Id { get; init; }
    public required BatchState State { get; init; }
    public required int Total { get; init; }
    public required int Done { get; init; }
    public required string Results { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    public static BatchJson Of(ScoreBatch batch) => new() { Id = batch.Id, State = batch.State, Total = batch.Total, Done = batch.Done, EndedAt = batch.EndedAt, Results = $"{Addresses.Api}/batches/{batch.Id}/results" };
}
