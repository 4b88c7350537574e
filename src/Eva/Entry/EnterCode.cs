using Beffroi.Eva.Contracts;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Entry;

/// <summary>The first page of a person who has a code on paper: <c>/eva</c>.</summary>
public static class EnterCode
{
    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("", Show).ForEveryone().CountsStep(EvaFunnels.WithCode, "accueil");
        eva.MapPost("", Submit).Does("evaluation.retrouver").ForEveryone().RequireRateLimiting(EvaModule.EntryLimit);
    }

    static IResult Show(string? langue = null)
    {
        var errors = new Errors();
        return View("", LanguageForm.Read(langue, errors), errors);
    }

    /// <summary>Sent as a form, never in the address: a personal code opens an evaluation, and addresses stay in a shared computer's history.</summary>
    static async Task<IResult> Submit([FromForm] EnterCodeForm? form, EvaDb db, EvaluationAccess access, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var errors = new Errors();
        var language = LanguageForm.Read(form?.Langue, errors);
        if (errors.Any)
        {
            return View(form?.Code ?? "", language, errors);
        }

        var normal = CampaignCode.Normalise(form?.Code);
        var known = await db.Behind(normal, ct);
        if (normal.Length == 0)
        {
            errors.Add(nameof(form.Code), "Tapez le code écrit sur votre papier. Exemple : BKT59000");
        }
        else if (await db.Campaigns.AnyAsync(c => c.Code == normal, ct))
        {
            return TypedResults.LocalRedirect($"~/eva/{normal}{(language == Language.French ? "" : $"?langue={language.Code}")}");
        }
        else if (known is not null && await db.Evaluations.Where(e => e.BeneficiaryId == known && e.FinishedAt == null).OrderByDescending(e => e.StartedAt).FirstOrDefaultAsync(ct) is { } unfinished)
        {
            return await ResumeEvaluation.Resume(unfinished, db, access, actor, clock, ct);
        }
        else if (await access.FindAlone(normal, ct) is { } alone)
        {
            return await ResumeEvaluation.Resume(alone, db, access, actor, clock, ct);
        }
        else if (known is not null)
        {
            errors.Add(nameof(form.Code), "Vous avez tout fini, merci. Vos réponses sont gardées");
        }
        else
        {
            errors.Add(nameof(form.Code), "Ce code n’existe pas. Regardez votre papier et tapez le code à nouveau");
        }

        return View(form?.Code ?? "", language, errors);
    }

    static IResult View(string code, Language language, Errors errors) => Html.Form<EnterCodePage, EnterCodeModel>(new(code, language, errors), errors);
}

public sealed record EnterCodeForm
{
    public string? Code { get; init; }

    /// <summary>As in <see cref="EntryForm"/>.</summary>
    public string? Langue { get; init; }
}

public sealed record EnterCodeModel(string Code, Language Language, Errors Errors);
