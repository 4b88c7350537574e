using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Contesting;

/// <summary>Analysts read what owners of accounts that they watch wrote, decide, and answer by e-mail. Those about accounts that nobody watches are for who runs the site.</summary>
public static class AnswerContests
{
    const int Most = 200;
    const int LeastAnswer = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(WorkAddresses.Contests(l), (HttpRequest request, BotsDb db, AtWork at, Visitor visitor, CancellationToken ct) => View(Langs.Of(request), new(), new(), StatusCodes.Status200OK, db, at, visitor, ct)).ForAnalysts();
            app.MapPost(WorkAddresses.Contests(l) + "/{id:guid}", Answer).Does("robots.repondre-contestation").ForAnalysts();
        }
    }

    static async Task<IResult> Answer(Guid id, [FromForm] IFormCollection? sent, HttpRequest request, BotsDb db, AtWork at, Visitor visitor, ContestErasure erasure, IOutbox outbox, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        // Many forms on one page: the fields of each bear its identifier.
        var (stateField, answerField) = ($"State-{id:N}", $"Answer-{id:N}");
        var form = new AnswerForm { Of = id, State = sent?[stateField].ToString(), Answer = sent?[answerField].ToString() };
        if (await Own(db, at, visitor).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contest)
        {
            return TypedResults.NotFound();
        }

        if (contest.State != ContestState.Received)
        {
            errors.Add("", l.Say("Quelqu’un y a déjà répondu", "Somebody has answered it already"));
            return await View(l, form, errors, StatusCodes.Status409Conflict, db, at, visitor, ct);
        }

        var typed = new Typed(l, errors);
        var state = typed.One<ContestState>(stateField, form.State);
        if (state == ContestState.Received)
        {
            errors.Add(stateField, l.Say("Choisissez d’accepter ou de refuser", "Choose to uphold or to dismiss"));
        }

        var answer = typed.Text(answerField, form.Answer, LeastAnswer, Contest.AnswerMaxLength);
        if (errors.Any)
        {
            return await View(l, form, errors, StatusCodes.Status422UnprocessableEntity, db, at, visitor, ct);
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        (contest.State, contest.Answer, contest.DecidedAt, contest.DecidedBy) = (state!.Value, answer, clock.GetUtcNow(), at.Analyst.AccountId);
        if (contest is { State: ContestState.Upheld, Kind: ContestKind.Erasure, AccountId: { } account })
        {
            await erasure.Of(account, ct);
        }

        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        await outbox.Add(Letter(contest), ct);
        return TypedResults.LocalRedirect(WorkAddresses.Contests(l));
    }

    static IQueryable<Contest> Own(BotsDb db, AtWork at, Visitor visitor)
    {
        var (organisation, runsSite) = (at.Organisation, visitor.SignedIn.Role == Role.Superadmin);
        return db.Contests.Where(c => c.AccountId == null ? runsSite : db.AccountMatches.Any(m => m.AccountId == c.AccountId && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == organisation)));
    }

    static Letter Letter(Contest contest) => new()
    {
        Kind = "robots-contestation-reponse", To = contest.Contact, Key = $"robots-contestation-reponse:{contest.Id}",
        Subject = contest.Language.Say("Réponse à votre demande", "Answer to your request"),
        Body = contest.Language.Say(
            $"Bonjour,\n\nVotre demande à propos du compte {Kit.Letter.Quoted(contest.Handle)} a été lue. Décision : {contest.State.Say(Lang.French).ToLowerInvariant()}.\n\n{Kit.Letter.Quoted(contest.Answer)}\n\nVous pouvez saisir la CNIL si cette réponse ne vous convient pas.",
            $"Hello,\n\nYour request about the account {Kit.Letter.Quoted(contest.Handle)} has been read. Decision: {contest.State.Say(Lang.English).ToLowerInvariant()}.\n\n{Kit.Letter.Quoted(contest.Answer)}\n\nYou may turn to the CNIL if this answer does not suit you."),
    };

    static async Task<IResult> View(Lang l, AnswerForm form, Errors errors, int status, BotsDb db, AtWork at, Visitor visitor, CancellationToken ct)
    {
        var contests = await Own(db, at, visitor).AsNoTracking().OrderBy(c => c.State != ContestState.Received).ThenByDescending(c => c.ReceivedAt).Take(Most).ToListAsync(ct);
        return Html.View<AnswerContestsPage, AnswerContestsModel>(new(l, contests, form, errors), status);
    }
}

public sealed record AnswerForm
{
    public Guid Of { get; init; }
    public string? State { get; init; }
    public string? Answer { get; init; }
}

public sealed record AnswerContestsModel(Lang L, IReadOnlyList<Contest> Contests, AnswerForm Form, Errors Errors);
