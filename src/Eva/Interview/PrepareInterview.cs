using Beffroi.Eva.Plans;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Interview;

/// <summary>A guide made from what was observed: a success, an open question, an action to agree on, which goes to the plan.</summary>
public static class PrepareInterview
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/entretien", Show).For();
        evaluations.MapPost("/{id:guid}/entretien", Agree).Does("entretien.decider").For();
        evaluations.MapPost("/{id:guid}/entretien/retirer", Withdraw).Does("entretien.retirer").For();
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        await Findings.Load(db, id, visitor.SignedIn, ct) is { } findings ? await View(findings, null, new(), visitor.SignedIn, db, ct) : TypedResults.NotFound();

    static async Task<IResult> Agree(Guid id, [FromForm] ActionForm? form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Findings.Load(db, id, visitor.SignedIn, ct) is not { } findings || !await db.Accompanies(visitor.SignedIn, findings.Campaign.Id, ct))
        {
            return TypedResults.NotFound();
        }

        var (text, errors) = (string.Join(' ', (form?.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), new Errors());
        if (text.Length is 0 or > AgreedAction.TextMaxLength)
        {
            errors.Add(nameof(ActionForm.Text), $"Écrivez l’action décidée ensemble, en {AgreedAction.TextMaxLength} caractères au plus");
            return await View(findings, form?.Text, errors, visitor.SignedIn, db, ct);
        }

        if (await db.AgreedActions.CountAsync(a => a.EvaluationId == id, ct) >= Most)
        {
            errors.Add(nameof(ActionForm.Text), $"Il y a déjà {Most} actions : retirez-en une d’abord");
            return await View(findings, form?.Text, errors, visitor.SignedIn, db, ct);
        }

        var now = clock.GetUtcNow();
        db.Add(new AgreedAction { Id = Guid.CreateVersion7(now), EvaluationId = id, AuthorId = visitor.SignedIn.Id, At = now, Text = text });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}/entretien");
    }

    static async Task<IResult> Withdraw(Guid id, [FromForm] WithdrawForm? form, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        if (await Findings.Load(db, id, visitor.SignedIn, ct) is not { } findings || !await db.Accompanies(visitor.SignedIn, findings.Campaign.Id, ct)
            || !Guid.TryParse(form?.Action, out var which) || await db.AgreedActions.SingleOrDefaultAsync(a => a.Id == which && a.EvaluationId == id, ct) is not { } action)
        {
            return TypedResults.NotFound();
        }

        db.Remove(action);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}/entretien");
    }

    const int Most = 20;

    static async Task<IResult> View(Findings findings, string? typed, Errors errors, CurrentUser user, EvaDb db, CancellationToken ct)
    {
        var (observed, success) = (Observed.In(findings), new Success(findings));
        return Html.Form<PrepareInterviewPage, PrepareInterviewModel>(
            new()
            {
                Findings = findings,
                Talks = [.. InterviewTexts.Current.Blocks.Where(b => b.When.Any(observed.Contains)).Select(b => new Talk(b, success.Of(b)))],
                Actions = await db.AgreedActions.AsNoTracking().Where(a => a.EvaluationId == findings.Evaluation.Id).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(ct),
                Typed = typed,
                Errors = errors,
                MayEdit = await db.Accompanies(user, findings.Campaign.Id, ct),
            },
            errors);
    }
}

public sealed record ActionForm(string? Text);

public sealed record WithdrawForm(string? Action);

/// <param name="Success">Something that the person did.</param>
public sealed record Talk(InterviewBlock Block, string Success);

public sealed record PrepareInterviewModel
{
    public required Findings Findings { get; init; }
    public required IReadOnlyList<Talk> Talks { get; init; }
    public required IReadOnlyList<AgreedAction> Actions { get; init; }
    public required string? Typed { get; init; }
    public required Errors Errors { get; init; }
    public required bool MayEdit { get; init; }
}
