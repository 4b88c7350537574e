using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Beffroi.Accounts.Asking;

/// <summary>Anybody writes to the team, signed in or not, and keeps a reference. Nothing leaves this site.</summary>
public static class AskTeam
{
    /// <summary>In the address of the page of thanks, for who left no address.</summary>
    const string WithoutAnswer = "sans";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Contact.Write(l), (string? depuis, Visitor visitor, EndpointDataSource routes) => View(l, AskForm.Blank(Page(depuis, routes)), new(), visitor)).ForEveryone();
            app.MapPost(Contact.Write(l), Submit).Does("demande.ecrire").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
            app.MapGet(Contact.Write(l) + Contact.Thanks(l), (string? reference, string? reponse) =>
                Html.View<AskedPage, AskedModel>(new(l, RequestReference.Is(reference) ? reference : null, !string.Equals(reponse, WithoutAnswer, StringComparison.Ordinal)))).ForEveryone();
        }
    }

    static async Task<IResult> Submit([FromForm] AskForm? form, HttpRequest asked, AccountsDb db, Visitor visitor, EndpointDataSource routes, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(asked), new Errors());
        if (form.Read(Page(form.From, routes), visitor.User?.Id, clock.GetUtcNow(), l, errors) is not { } request)
        {
            return View(l, form, errors, visitor);
        }

        // Whoever fills in the field that nobody sees is told the same, and nothing is kept.
        if (string.IsNullOrEmpty(form.ContactUrl))
        {
            db.Add(request);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect($"{Contact.Write(l)}{Contact.Thanks(l)}?reference={request.Reference}{(request.Email is null ? "&reponse=" + WithoutAnswer : "")}");
    }

    // Patterns of routes only: an address may hold a secret, or the number of somebody's page.
    static string? Page(string? from, EndpointDataSource routes) => from is { Length: > 0 and <= SupportRequest.PageMaxLength } && routes.Endpoints.OfType<RouteEndpoint>().Any(r => Is(r.RoutePattern, from)) ? from : null;

    static bool Is(RoutePattern pattern, string from) => string.Equals("/" + pattern.RawText?.Trim('/'), from, StringComparison.Ordinal);

    static IResult View(Lang l, AskForm form, Errors errors, Visitor visitor) => Html.Form<AskTeamPage, AskTeamModel>(new(l, form, errors, visitor.User is not null), errors);
}

public sealed record AskTeamModel(Lang L, AskForm Form, Errors Errors, bool SignedIn);

/// <param name="L">Of the page.</param>
/// <param name="Reference">Null when the address holds none.</param>
/// <param name="Answered">Whether an address was left, so that an answer comes.</param>
public sealed record AskedModel(Lang L, string? Reference, bool Answered);
