using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Welcome;

/// <summary>The welcome questionnaire, one question a page, while the player downloads.</summary>
public static class AnswerWelcome
{
    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/bienvenue", Next).ForEveryone();
        eva.MapGet("/bienvenue/{name}", Show).ForEveryone();
        eva.MapPost("/bienvenue/{name}", Submit).Does("bienvenue.repondre").ForEveryone();
    }

    static async Task<IResult> Next(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is not { } evaluation ? TypedResults.LocalRedirect("~/eva")
        : Questionnaire.NextFor(evaluation.Background) is { } question ? TypedResults.LocalRedirect($"~/eva/bienvenue/{question.Name}")
        : TypedResults.LocalRedirect("~/eva/pret");

    static async Task<IResult> Show(string name, EvaluationAccess access, CancellationToken ct)
    {
        if (await access.Open(ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva");
        }

        return Find(name) is { } question
            ? View(question, evaluation.Background is { } background ? question.Given(background) : null, new())
            : TypedResults.NotFound();
    }

    static async Task<IResult> Submit(string name, [FromForm] WelcomeForm? form, EvaluationAccess access, EvaDb db, CancellationToken ct)
    {
        form ??= new();
        if (await access.Open(ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva");
        }

        if (Find(name) is not { } question)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (Questionnaire.Read(question, form.Answer, form.Unsaid is "true", errors) is not { } value)
        {
            return View(question, form.Answer, errors);
        }

        evaluation.Background ??= new() { EvaluationId = evaluation.Id };
        question.Keep(evaluation.Background, value);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("~/eva/bienvenue");
    }

    static WelcomeQuestion? Find(string name) => Questionnaire.Questions.FirstOrDefault(q => string.Equals(q.Name, name, StringComparison.Ordinal));

    static IResult View(WelcomeQuestion question, string? value, Errors errors)
    {
        var number = Questionnaire.Questions.ToList().IndexOf(question) + 1;
        return Html.Form<AnswerWelcomePage, AnswerWelcomeModel>(new(question, number, value, errors), errors);
    }
}

public sealed record WelcomeForm
{
    public string? Answer { get; init; }
    public string? Unsaid { get; init; }
}

public sealed record AnswerWelcomeModel(WelcomeQuestion Question, int Number, string? Value, Errors Errors);
