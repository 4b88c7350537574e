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
            ? Html.View<ReadyToPlayPage, ReadyToPlayModel>(new(evaluation.Beneficiary?.Name, access.PersonalCode(evaluation), evaluation.Alone is not null, ReadIn.Agreement(evaluation)))
            : TypedResults.LocalRedirect("~/eva");
}

/// <param name="Name">Null for a person who plays alone.</param>
/// <param name="Code">Null where only the person has it: see <see cref="EvaluationAccess.PersonalCode"/>.</param>
public sealed record ReadyToPlayModel(string? Name, string? Code, bool Alone, Language Language);
