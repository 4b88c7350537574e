using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SignIn;

/// <summary>Asks for consent to the terms, the first time and when they change.</summary>
public static class AcceptTerms
{
    const string Path = "/compte/conditions";

    public static string Url(string returnTo) => $"{Path}?retour={Uri.EscapeDataString(returnTo)}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (string? retour) => View(new() { Retour = LocalAddress.Of(retour, "/") }, new())).ForAnySignedIn();
        app.MapPost(Path, Submit).Does("conditions.accepter").ForAnySignedIn();
    }

    static async Task<IResult> Submit([FromForm] AcceptTermsForm? form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (!string.Equals(form.TermsAccepted, "true", StringComparison.Ordinal))
        {
            errors.Add(nameof(form.TermsAccepted), "Cochez la case pour accepter les conditions");
            return View(form, errors);
        }

        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        account.AcceptTerms(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(LocalAddress.Of(form.Retour, "/"));
    }

    static IResult View(AcceptTermsForm form, Errors errors) => Html.Form<AcceptTermsPage, AcceptTermsModel>(new(form, errors), errors);
}

public sealed record AcceptTermsForm
{
    public string? TermsAccepted { get; init; }
    public string? Retour { get; init; }
}

public sealed record AcceptTermsModel(AcceptTermsForm Form, Errors Errors);
