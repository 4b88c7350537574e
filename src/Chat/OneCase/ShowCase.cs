using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.OneCase;

/// <summary>A case at a glance: what it is, how sure we are, what to do next; its parts have their pages.</summary>
public static class ShowCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Overview.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Overview.Pattern(l), Change).Does("discussion.ecrire-dossier").ForSeated();
            app.MapPost(CasePart.Overview.Pattern(l) + l.Say("/suivre", "/follow"), Follow).Does("discussion.suivre").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, ChatDb db, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? await Page(s, Typed.Nothing, new(), db, ct) : TypedResults.NotFound();

    /// <summary>The small changes of the whole case: its title, its phase, something that belongs with it.</summary>
    static async Task<IResult> Change(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, ChatDb db, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        CaseFact? fact = form["Act"] switch
        {
            "title" => new CaseTitled { Title = form["Title"] },
            "phase" => new PhaseEntered { Phase = form.Choice<CasePhase>("Phase", errors, s.L), Why = form.Or("Why") },
            "link" => new ThingLinked { Kind = KindOf(form["Href"]), Href = form["Href"], Label = form["Label"] },
            _ => null,
        };
        return fact is null ? TypedResults.BadRequest()
            : !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null ? TypedResults.LocalRedirect(Addresses.Case(s.L, id))
            : await Page(s, form, errors, db, ct);
    }

    static async Task<IResult> Follow(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CaseShelf shelf, Telling telling, CancellationToken ct)
    {
        if (await shelf.View(id, desk.Seat.Reader, ct) is null)
        {
            return TypedResults.NotFound();
        }

        await telling.Follow(desk.Seat.AccountId, FollowingKind.Case, id, !string.Equals(new Typed(typed)["Follow"], "no", StringComparison.Ordinal), ct);
        return TypedResults.LocalRedirect(Addresses.Case(Langs.Of(request), id));
    }

    static ThingKind KindOf(string href) => href.StartsWith("/encyclopedie", StringComparison.Ordinal) || href.StartsWith("/en/encyclopedia", StringComparison.Ordinal) ? ThingKind.Entry : ThingKind.Page;

    static async Task<IResult> Page(CaseScreen s, Typed form, Errors errors, ChatDb db, CancellationToken ct)
    {
        var follows = await db.Followings.AnyAsync(f => f.AccountId == s.Seat.AccountId && f.Kind == FollowingKind.Case && f.TargetId == s.Id, ct);
        return Html.Form<CasePage, CaseModel>(new(s, form, errors, OpenPoints.Of(s.View, s.OwnSet ?? Convention.Five, s.Now), follows), errors);
    }
}

/// <param name="Follows">They are told what becomes of it.</param>
public sealed record CaseModel(CaseScreen S, Typed Form, Errors Errors, IReadOnlyList<OpenPoint> Next, bool Follows);
