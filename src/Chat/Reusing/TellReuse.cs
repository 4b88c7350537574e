using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Reusing;

/// <summary>Who used the case, or a tool through it: the second metric of the convention counts them by sector.</summary>
public static class TellReuse
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Route(Addresses.Reuses(l, Guid.Empty)), Show).ForSeated().Does("discussion.lire");
            app.MapPost(Addresses.Route(Addresses.Reuses(l, Guid.Empty)), Tell).Does("discussion.reutilisation").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, CaseDesk desk, CancellationToken ct) =>
        await desk.Open(id, Langs.Of(request), ct) is { } s ? Page(s, Typed.Nothing, new()) : TypedResults.NotFound();

    static async Task<IResult> Tell(Guid id, [FromForm] IFormCollection? typed, HttpRequest request, CaseDesk desk, CancellationToken ct)
    {
        if (await desk.Open(id, Langs.Of(request), ct) is not { } s)
        {
            return TypedResults.NotFound();
        }

        var (form, errors) = (new Typed(typed), new Errors());
        var sector = form.Choice<Sector>("Sector", errors, s.L);
        return !errors.Any && await desk.Write(s, form, errors, [new ReuseTold { Sector = sector, By = form["By"], What = form["What"] }], ct) is not null
            ? TypedResults.LocalRedirect(Addresses.Reuses(s.L, id))
            : Page(s, form, errors);
    }

    static IResult Page(CaseScreen s, Typed form, Errors errors) => Html.Form<TellReusePage, TellReuseModel>(new(s, form, errors), errors);
}

public sealed record TellReuseModel(CaseScreen S, Typed Form, Errors Errors);
