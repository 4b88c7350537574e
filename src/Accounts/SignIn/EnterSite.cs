using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Accounts.SignIn;

/// <summary>Sign in with an e-mail address and a password; the page offers the other ways too.</summary>
public static class EnterSite
{
    // The same words for an unknown address, a wrong password and a locked account: a stranger learns nothing.
    const string Refusal = "L’adresse ou le mot de passe ne correspond pas. Après 5 essais, le compte se bloque pendant 10 minutes";
    const string Closed = "Ce compte est désactivé. Parlez-en à la personne admin de votre structure";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/connexion", Show).ForEveryone();
        app.MapPost("/connexion", Submit).Does("connexion").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(string? retour, string? fait, AccountsDb db, Visitor visitor, IHostEnvironment environment, OutsideSettings outside, CancellationToken ct) =>
        visitor.User is not null
            ? TypedResults.LocalRedirect(LocalAddress.Of(retour, "/compte"))
            : Html.View<EnterSitePage, EnterSiteModel>(new(new() { Retour = LocalAddress.Of(retour, "/") }, new(), await DemoPeople.List(db, environment, ct), outside.Open, PasswordChanged: string.Equals(fait, "mot-de-passe", StringComparison.Ordinal)));

    static async Task<IResult> Submit([FromForm] EnterSiteForm? form, AccountsDb db, UserManager<Account> users, Entrance entrance, PasswordDoor door, IHostEnvironment environment, OutsideSettings outside, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        return await Recognise(form, users, entrance, door, errors, ct) is { } account
            ? await entrance.Enter(account, new(TwoFactors: false), form.Retour, ct)
            : Html.Form<EnterSitePage, EnterSiteModel>(new(form, errors, await DemoPeople.List(db, environment, ct), outside.Open), errors);
    }

    static async Task<Account?> Recognise(EnterSiteForm form, UserManager<Account> users, Entrance entrance, PasswordDoor door, Errors errors, CancellationToken ct)
    {
        var email = form.Email?.Trim() ?? "";
        var account = email.Any(char.IsControl) ? null : await users.FindByEmailAsync(email);
        if (account is { Demo: true } && !entrance.IsForDemo)
        {
            // Its password is published: it opens nothing but a site that says it is a demonstration.
            account = null;
        }

        if (!await door.Opens(account, form.Password, ct) || account is null)
        {
            errors.Add(nameof(form.Email), Refusal);
            return null;
        }

        if (await entrance.IsClosed(account, ct))
        {
            errors.Add(nameof(form.Email), Closed);
            return null;
        }

        return account;
    }
}

public sealed record EnterSiteForm
{
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? Retour { get; init; }
}

public sealed record EnterSiteModel(EnterSiteForm Form, Errors Errors, IReadOnlyList<DemoPerson> Demo, IReadOnlyList<Provider> Outside, bool PasswordChanged = false);
