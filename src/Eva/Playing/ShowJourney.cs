using Beffroi.Eva.Contracts;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Playing;

/// <summary>Where the person stands: the town map of the player.</summary>
public static class ShowJourney
{
    public static void Map(IEndpointRouteBuilder api) => 
        api.MapGet("/evaluations/moi", Show).ForEveryone()
            .WithSummary("Où en est la personne").WithDescription("Les situations de son parcours, dans l’ordre, et celles qui sont finies. Le jeton dit quelle évaluation.")
            .Produces<Journey>().ProducesProblem(StatusCodes.Status401Unauthorized);

    static async Task<IResult> Show(EvaluationAccess access, EvaDb db, CancellationToken ct) =>
        await access.Open(ct) is { } evaluation ? TypedResults.Ok(Of(evaluation) with { Language = await LanguageOf(evaluation, db, ct) }) : Refusal.NoToken;

    // On another device the person goes on in her language: the last one she chose in a game, else that of the text she agreed to.
    static async Task<string?> LanguageOf(Evaluation evaluation, EvaDb db, CancellationToken ct)
    {
        var runs = evaluation.Runs.Select(r => r.Id).ToList();
        var chosen = await db.Events.AsNoTracking().Where(e => runs.Contains(e.RunId) && e.Name == EventNames.LanguageChosen).ToListAsync(ct);
        return chosen.OrderBy(e => e.Date).ThenBy(e => e.Position).Select(ReadIn.Of).LastOrDefault()?.Code
            ?? (ReadIn.Agreement(evaluation) is var agreed && agreed == Language.French ? null : agreed.Code);
    }

    static Journey Of(Evaluation evaluation) => new()
    {
        EvaluationId = evaluation.Id,
        Name = evaluation.Beneficiary?.Name ?? "",
        Finished = evaluation.FinishedAt is not null,
        Steps = [.. evaluation.Programme.Situations.Select(SituationCatalog.Get).Select(s => new Step
        {
            Situation = s.Name,
            Label = s.Label,
            Minutes = s.MinutesIn(evaluation.Programme),
            Done = evaluation.Runs.Any(r => string.Equals(r.Situation, s.Name, StringComparison.Ordinal) && r.FinishedAt is not null),
        })],
    };
}

static class Refusal
{
    public static IResult NoToken => TypedResults.Problem("Entrez d’abord avec votre code.", statusCode: StatusCodes.Status401Unauthorized, title: "Évaluation inconnue");

    public static IResult Bad(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest, title: "Demande refusée");
}
