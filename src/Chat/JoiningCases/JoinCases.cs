using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.JoiningCases;

/// <summary>Two cases are said to be one manipulation: in both, for those who may read both; work goes on in one of them.</summary>
public static class JoinCases
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var path = CasePart.Observables.Pattern(l) + l.Say("/joindre/{other:guid}", "/join/{other:guid}");
            app.MapGet(path, Show).ForSeated().Does("discussion.lire");
            app.MapPost(path, Join).Does("discussion.joindre").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, Guid other, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        id != other && await desk.Open(id, Langs.Of(request), ct) is { } s && await desk.Open(other, s.L, ct) is { } o ? Page(s, o, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Join(Guid id, Guid other, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (id == other || await desk.Open(id, Langs.Of(request), ct) is not { } s || await desk.Open(other, s.L, ct) is not { } o)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var here = form["GoesOn"] switch { "here" => true, "there" => false, _ => (bool?)null };
        if (here is not { } goesOnHere)
        {
            errors.Add("GoesOn", s.Say("Dites dans quel dossier le travail continue.", "Say in which case work goes on."));
            return Page(s, o, form, errors);
        }

        var marking = s.Marking.And(o.Marking);
        var (ours, theirs) = (Drafts(desk, s, o.Id, goesOnHere, form, marking), Drafts(desk, o, s.Id, !goesOnHere, form, marking));
        return await desk.WriteBoth((s, ours), (o, theirs), errors, ct)
            ? TypedResults.LocalRedirect(Addresses.Case(s.L, goesOnHere ? id : other))
            : Page(s, o, form, errors);
    }

    static List<CaseDraft> Drafts(CaseDesk desk, CaseScreen s, Guid other, bool goesOnHere, Typed form, Marked marking)
    {
        List<CaseFact> facts = [new CaseJoined { Other = other, GoesOnHere = goesOnHere, Why = form["Why"] }];
        if (!goesOnHere && !s.IsClosed)
        {
            facts.Add(new CaseClosed { Outcome = CaseOutcome.Joined, Why = form["Why"] });
        }

        return [.. facts.Select((f, i) => new CaseDraft { Id = desk.IdOf(s, form, f, i), Author = s.Seat.Author, Marking = f is CaseJoined ? marking : new() { Tlp = s.Marking.Tlp }, Fact = f })];
    }

    static IResult Page(CaseScreen s, CaseScreen other, Typed form, Errors errors) => Html.Form<JoinCasesPage, JoinCasesModel>(new(s, other, form, errors), errors);
}

public sealed record JoinCasesModel(CaseScreen S, CaseScreen Other, Typed Form, Errors Errors);
