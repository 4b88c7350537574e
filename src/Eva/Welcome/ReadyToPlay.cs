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
    // While the person reads this page, a browser that can starts the games behind it: the door then opens at once. The others start them at the
    // door. The games touch nothing until they are shown: takeSeat in player.js waits.
    const string Ahead = """{"prerender":[{"urls":["/jouer/"],"eagerness":"immediate"}]}""";

    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/pret", Show).ForEveryone();
        eva.MapGet("/pret/avance.json", () => TypedResults.Text(Ahead, "application/speculationrules+json")).ForEveryone();
    }

    static async Task<IResult> Show(EvaluationAccess access, HttpResponse response, CancellationToken ct)
    {
        if (await access.Open(ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva");
        }

        response.Headers["Speculation-Rules"] = "\"/eva/pret/avance.json\"";
        return Html.View<ReadyToPlayPage, ReadyToPlayModel>(new(evaluation.Beneficiary?.Name, access.PersonalCode(evaluation), evaluation.Alone is not null, ReadIn.Agreement(evaluation)));
    }
}

/// <param name="Name">Null for a person who plays alone.</param>
/// <param name="Code">Null where only the person has it: see <see cref="EvaluationAccess.PersonalCode"/>.</param>
public sealed record ReadyToPlayModel(string? Name, string? Code, bool Alone, Language Language);
