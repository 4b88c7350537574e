using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Eva.Welcome;

/// <summary>Between the questions and the games: the personal code to keep, and the door.</summary>
public static class ReadyToPlay
{
    public static void Map(IEndpointRouteBuilder eva) => eva.MapGet("/pret", Show).ForEveryone();

    static async Task<IResult> Show(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is { } evaluation
            ? Html.View<ReadyToPlayPage, ReadyToPlayModel>(new(evaluation.Beneficiary!.Name, evaluation.Beneficiary.Code, ReadIn.Agreement(evaluation)))
            : TypedResults.LocalRedirect("~/eva");
}

public sealed record ReadyToPlayModel(string Name, string Code, Language Language);
