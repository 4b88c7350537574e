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

    static async Task<IResult> Next(EvaluationAccess access, CancellationToken ct) => await access.OpenToAsk(ct) switch
    {
        null => TypedResults.LocalRedirect("~/eva"),
        { } evaluation when Asking.Next(evaluation) is { } question => TypedResults.LocalRedirect($"~/eva/bienvenue/{question.Name}"),
        { FinishedAt: not null } => TypedResults.LocalRedirect("~/eva/fin"),
        _ => TypedResults.LocalRedirect("~/eva/pret"),
    };

    static async Task<IResult> Show(string name, EvaluationAccess access, CancellationToken ct)
    {
        if (await access.OpenToAsk(ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva");
        }

        return Find(evaluation, name) is { } question ? View(evaluation, question, question.AnswerIn(evaluation), new()) : TypedResults.NotFound();
    }

    static async Task<IResult> Submit(string name, [FromForm] WelcomeForm? form, EvaluationAccess access, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        if (await access.OpenToAsk(ct) is not { } evaluation)
        {
            return TypedResults.LocalRedirect("~/eva");
        }

        if (Find(evaluation, name) is not { } question)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (Questionnaire.Read(question, form.Answer, form.Unsaid is "true", errors) is not { } value)
        {
            return View(evaluation, question, form.Answer, errors);
        }

        question.KeepIn(evaluation, value, clock.GetUtcNow());
        evaluation.Alone?.Touch(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (question is SelfQuestion or HealthQuestion)
        {
            // Two quick taps cross each other: the first is kept, the next page asks what is still missing.
            db.ChangeTracker.Clear();
        }

        return TypedResults.LocalRedirect("~/eva/bienvenue");
    }

    // A question that this campaign does not ask is not there: what it would hold is not kept either.
    static PersonQuestion? Find(Evaluation evaluation, string name) => Asking.Of(evaluation).FirstOrDefault(q => string.Equals(q.Name, name, StringComparison.Ordinal));

    static IResult View(Evaluation evaluation, PersonQuestion question, string? value, Errors errors)
    {
        var all = Asking.Of(evaluation).ToList();
        return Html.Form<AnswerWelcomePage, AnswerWelcomeModel>(new(question, all.IndexOf(question) + 1, all.Count, value, errors), errors);
    }
}

public sealed record WelcomeForm
{
    public string? Answer { get; init; }
    public string? Unsaid { get; init; }
}

/// <param name="Number">Place of the question, from 1 to <paramref name="Count"/>.</param>
public sealed record AnswerWelcomeModel(PersonQuestion Question, int Number, int Count, string? Value, Errors Errors);
