using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Ending;

/// <summary>The last page of the person: what went well first, then one next step. No level, no label.</summary>
public static class ShowEnd
{
    /// <summary>Two are easy to remember.</summary>
    const int Shown = 2;

    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/fin", Show).ForEveryone().CountsStep(EvaFunnels.WithCode, "finie");
        eva.MapGet("/pause", Pause).ForEveryone();
        eva.MapPost("/quitter", Leave).RequireAntiforgery().Does("evaluation.quitter").ForEveryone();
    }

    static async Task<IResult> Show(EvaluationAccess access, EvaDb db, CancellationToken ct)
    {
        if (await access.OpenToAsk(ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva");
        }

        if (evaluation.FinishedAt is null)
        {
            return TypedResults.LocalRedirect("~/eva/suite");
        }

        if (evaluation.Alone is not null)
        {
            return TypedResults.LocalRedirect("~/eva/seul/resultats");
        }

        if (Asking.Next(evaluation) is { } question)
        {
            return TypedResults.LocalRedirect($"~/eva/bienvenue/{question.Name}");
        }

        var runs = await db.Runs.AsNoTracking().Include(r => r.Events).Where(r => r.EvaluationId == evaluation.Id).ToListAsync(ct);
        await BankShelf.Bring(db, runs, ct);
        var asked = runs.SelectMany(r => SituationCatalog.Get(r.Situation).QuestionsOf(r)).ToList();
        return Html.View<EndPage, EndModel>(new(evaluation.Beneficiary!.Name, [.. Strengths.Of(AnswerReading.Read(runs), asked, Scorebook.Plays(runs)).Take(Shown)]));
    }

    static async Task<IResult> Pause(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is { } evaluation
            ? Html.View<PausePage, PauseModel>(new(evaluation.Beneficiary?.Name, access.PersonalCode(evaluation)))
            : TypedResults.LocalRedirect("~/eva");

    /// <summary>On a shared computer, the next person must not find this one.</summary>
    static IResult Leave(EvaluationAccess access)
    {
        access.Forget();
        return TypedResults.LocalRedirect("~/eva");
    }
}

public sealed record EndModel(string Name, IReadOnlyList<Strength> Strengths);

/// <param name="Name">Null for a person who plays alone.</param>
/// <param name="Code">Null where only the person has it.</param>
public sealed record PauseModel(string? Name, string? Code);
