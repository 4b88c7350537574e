using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Entry;

/// <summary>A person comes back with a personal code, on any device, and goes on where she stopped.</summary>
public static class ResumeEvaluation
{
    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/reprendre", Show).ForEveryone();
        eva.MapPost("/reprendre", Submit).Does("evaluation.reprendre").ForEveryone().RequireRateLimiting(EvaModule.CodeLimit);
        eva.MapGet("/suite", Continue).ForEveryone();
    }

    static IResult Show() => View(new(), new());

    static async Task<IResult> Submit([FromForm] ResumeForm? form, EvaDb db, EvaluationAccess access, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var code = CampaignCode.Normalise(form.Code);
        if (await access.FindAlone(code, ct) is { } alone)
        {
            return await Resume(alone, db, access, actor, clock, ct);
        }

        // What is not finished first: who was known twice may have finished under one code what she began under the other.
        var last = await db.Behind(code, ct) is { } person
            ? await db.Evaluations.Where(e => e.BeneficiaryId == person).OrderBy(e => e.FinishedAt != null).ThenByDescending(e => e.StartedAt).FirstOrDefaultAsync(ct)
            : null;
        if (code.Length == 0)
        {
            errors.Add(nameof(form.Code), "Tapez votre code personnel. Exemple : TLM40718");
        }
        else if (last is null)
        {
            errors.Add(nameof(form.Code), await db.Campaigns.AnyAsync(c => c.Code == code, ct)
                ? "Ce code est celui de la campagne. Votre code personnel est un autre code"
                : "Ce code n’existe pas. Regardez votre papier et tapez le code à nouveau");
        }
        else if (last.FinishedAt is not null)
        {
            errors.Add(nameof(form.Code), "Vous avez tout fini, merci. Vos réponses sont gardées");
        }

        if (last is null || errors.Any)
        {
            return View(form, errors);
        }

        return await Resume(last, db, access, actor, clock, ct);
    }

    /// <summary>Hands the evaluation to this browser, and takes it from any other.</summary>
    public static async Task<IResult> Resume(Evaluation evaluation, EvaDb db, EvaluationAccess access, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        evaluation.Alone?.Touch(clock.GetUtcNow());
        var token = evaluation.ChangeToken();
        actor.Who = $"evaluation:{evaluation.Id}";
        await db.SaveChangesAsync(ct);
        access.Grant(evaluation.Id, token);
        return TypedResults.LocalRedirect("~/eva/suite");
    }

    /// <summary>The next thing to do: the questionnaire, the games or the end.</summary>
    static async Task<IResult> Continue(EvaluationAccess access, CancellationToken ct) => await access.OpenToAsk(ct) switch
    {
        null => TypedResults.LocalRedirect("~/eva"),
        { FinishedAt: not null } => TypedResults.LocalRedirect("~/eva/fin"),
        { } evaluation when Asking.Next(evaluation) is not null => TypedResults.LocalRedirect("~/eva/bienvenue"),
        _ => TypedResults.LocalRedirect("~/jouer/"),
    };

    static IResult View(ResumeForm form, Errors errors) => Html.Form<ResumeEvaluationPage, ResumeEvaluationModel>(new(form, errors), errors);
}

public sealed record ResumeForm
{
    public string? Code { get; init; }
}

public sealed record ResumeEvaluationModel(ResumeForm Form, Errors Errors);
