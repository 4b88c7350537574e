using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Closing;

/// <summary>A case is closed with what became of it, or opened again. Nothing is lost either way.</summary>
public static class CloseCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(CasePart.Closing.Pattern(l), Show).ForSeated().Does("discussion.lire");
            app.MapPost(CasePart.Closing.Pattern(l), Close).Does("discussion.clore-dossier").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Close(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        CaseFact fact = s.IsClosed ? new CaseReopened { Why = form["Why"] } : new CaseClosed { Outcome = form.Choice<CaseOutcome>("Outcome", errors, s.L), Why = form["Why"] };
        return !errors.Any && await desk.Write(s, form, errors, [fact], ct) is not null ? TypedResults.LocalRedirect(Addresses.Case(s.L, id)) : Page(s, form, errors);
    }

    static IResult Page(CaseScreen s, Typed form, Errors errors) =>
        Html.Form<CloseCasePage, CloseCaseModel>(new(s, OpenPoints.Of(s.View, s.OwnSet ?? Convention.Five, s.Now), form, errors), errors);
}

/// <param name="Left">What still waits.</param>
public sealed record CloseCaseModel(CaseScreen S, IReadOnlyList<OpenPoint> Left, Typed Form, Errors Errors);
