using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Alone;

/// <summary>A person who played alone erases everything, at once, after one question.</summary>
public static class EraseAlone
{
    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/seul/effacer", Show).ForEveryone();
        eva.MapPost("/seul/effacer", Submit).RequireAntiforgery().Does("seul.effacer").ForEveryone();
        eva.MapGet("/seul/efface", () => Html.View<ErasedAlonePage, ErasedAloneModel>(new())).ForEveryone();
    }

    static async Task<IResult> Show(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is { Alone: not null, CampaignId: null } evaluation
            ? Html.View<EraseAlonePage, EraseAloneModel>(new(evaluation.Id, evaluation.FinishedAt is not null))
            : TypedResults.LocalRedirect("~/eva/suite");

    static async Task<IResult> Submit(EvaluationAccess access, Forgetting forgetting, CancellationToken ct)
    {
        if (await access.Open(ct) is not { Alone: not null } evaluation)
        {
            // Two quick taps: the first has erased everything, token included.
            return TypedResults.LocalRedirect("~/eva/seul/efface");
        }

        // Received by an adviser in the meantime: the structure keeps it, and the sheet says so.
        if (evaluation.CampaignId is not null || (!await forgetting.Forget(evaluation.Id, ForgettingReason.Asked, ct) && await access.Open(ct) is not null))
        {
            return TypedResults.LocalRedirect("~/eva/suite");
        }

        access.Forget();
        return TypedResults.LocalRedirect("~/eva/seul/efface");
    }
}

/// <param name="Finished">The way back leads to the sheet; to the games otherwise.</param>
public sealed record EraseAloneModel(Guid Evaluation, bool Finished);

public sealed record ErasedAloneModel;
