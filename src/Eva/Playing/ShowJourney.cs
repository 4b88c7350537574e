using Beffroi.Eva.Contracts;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Playing;

/// <summary>Where the person stands: the town map of the player.</summary>
public static class ShowJourney
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/evaluations/moi", Show).ForEveryone();

    static async Task<IResult> Show(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is { } evaluation ? TypedResults.Ok(Of(evaluation)) : Refusal.NoToken;

    static Journey Of(Evaluation evaluation) => new()
    {
        EvaluationId = evaluation.Id,
        Name = evaluation.Beneficiary!.Name,
        Finished = evaluation.FinishedAt is not null,
        Steps = [.. evaluation.Campaign!.Situations.Select(SituationCatalog.Get).Select(s => new Step
        {
            Situation = s.Name,
            Label = s.Label,
            Minutes = s.MinutesIn(evaluation.Campaign),
            Done = evaluation.Runs.Any(r => string.Equals(r.Situation, s.Name, StringComparison.Ordinal) && r.FinishedAt is not null),
        })],
    };
}

static class Refusal
{
    public static IResult NoToken => TypedResults.Problem("Entrez d’abord avec le code de votre campagne.", statusCode: StatusCodes.Status401Unauthorized, title: "Évaluation inconnue");

    public static IResult Bad(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest, title: "Demande refusée");
}
