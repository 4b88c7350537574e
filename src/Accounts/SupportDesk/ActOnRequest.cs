using Beffroi.Accounts.Post;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SupportDesk;

/// <summary>The team takes a request, answers it by letter, notes, sorts, closes, opens again or puts aside. An answer leaves with the same save that notes it.</summary>
public static class ActOnRequest
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (word, act) in Words)
        {
            app.MapPost(ListRequests.Path + "/{id:guid}/" + word, (Guid id, [FromForm] ActForm? form, AccountsDb db, Outbox outbox, Visitor visitor, SiteIdentity site, TimeProvider clock, CancellationToken ct) =>
                Act(id, act, form ?? new(), db, outbox, visitor, site, clock, ct)).Does("demande." + word).For(Role.Superadmin);
        }
    }

    static readonly (string Word, RequestAct Act)[] Words =
    [
        ("prendre", RequestAct.Take), ("repondre", RequestAct.Answer), ("noter", RequestAct.Note), ("classer", RequestAct.Sort),
        ("clore", RequestAct.Close), ("rouvrir", RequestAct.Reopen), ("ecarter", RequestAct.PutAside),
    ];

    static async Task<IResult> Act(Guid id, RequestAct act, ActForm form, AccountsDb db, Outbox outbox, Visitor visitor, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowRequest.Find(db.Requests, id, ct) is not { } request)
        {
            return TypedResults.NotFound();
        }

        var (now, errors) = (clock.GetUtcNow(), new Errors());
        var text = form.Read(act, errors);
        if (!request.Can(act))
        {
            errors.Add("", act is RequestAct.Answer && request.Email is null ? "Cette personne n’a pas laissé d’adresse : aucune réponse ne peut partir" : "Cette demande a changé : relisez-la, puis recommencez");
        }

        if (!errors.Any)
        {
            Change(request, act, form);
            request.Do(act, visitor.SignedIn.Id, now, text);
            db.Add(request.Steps[^1]);
            if (act is RequestAct.Answer)
            {
                outbox.Write(SupportLetters.Answer(request, text!, site));
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.LocalRedirect($"{ListRequests.Path}/{id}");
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                errors.Add("", "Une autre personne vient d’agir sur cette demande : relisez-la, puis recommencez");
            }
        }

        return await ShowRequest.Find(db.Requests.AsNoTracking(), id, ct) is { } asItIs ? await ShowRequest.View(asItIs, form, errors, db, now, ct) : TypedResults.NotFound();
    }

    static void Change(SupportRequest request, RequestAct act, ActForm form)
    {
        if (act is RequestAct.Sort)
        {
            (request.Kind, request.Part) = (RequestWords.Read(form.Kind)!.Value, SiteParts.Read(form.Part)!.Value);
        }
    }
}

public sealed record ActForm
{
    public string? Answer { get; init; }
    public string? Note { get; init; }
    public string? Kind { get; init; }
    public string? Part { get; init; }

    /// <summary>What the act keeps in words; null where it keeps none.</summary>
    public string? Read(RequestAct act, Errors errors)
    {
        if (act is RequestAct.Sort)
        {
            if (RequestWords.Read(Kind) is not { } kind || SiteParts.Read(Part) is not { } part)
            {
                errors.Add(nameof(Kind), "Choisissez une nature et un service");
                return null;
            }

            return $"{kind.Short()}, {part.Label()}";
        }

        if (act is not (RequestAct.Answer or RequestAct.Note))
        {
            return null;
        }

        var (field, typed) = act is RequestAct.Answer ? (nameof(Answer), Answer) : (nameof(Note), Note);
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > RequestStep.TextMaxLength)
        {
            errors.Add(field, text.Length == 0 ? "Écrivez quelque chose" : $"Raccourcissez à {French.Number(RequestStep.TextMaxLength)} caractères au plus");
        }

        return text;
    }
}
