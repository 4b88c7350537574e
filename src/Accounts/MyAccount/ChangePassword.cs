using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.MyAccount;

/// <summary>Change one's password: every other session ends, as the security stamp changes with it.</summary>
public static class ChangePassword
{
    const string Path = "/compte/mot-de-passe";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ForAnySignedIn();
        app.MapPost(Path, Submit).Does("compte.mot-de-passe").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
    }

    // Whom a provider lets in has none: the page of what opens the account says so.
    static async Task<IResult> Show(Visitor visitor, AccountsDb db, CancellationToken ct)
    {
        var id = visitor.SignedIn.Id;
        return await db.Users.AnyAsync(a => a.Id == id && a.PasswordHash == null, ct) ? TypedResults.LocalRedirect("/compte/connexions") : await View(visitor, db, new(), ct);
    }

    static async Task<IResult> Submit([FromForm] ChangePasswordForm? form, AccountsDb db, Visitor visitor, UserManager<Account> users, SignInManager<Account> signIn, PasswordDoor door, CancellationToken ct)
    {
        form ??= new();
        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        var errors = new Errors();
        if (!await door.Opens(account, form.CurrentPassword, ct))
        {
            errors.Add(nameof(form.CurrentPassword), "Ce n’est pas votre mot de passe actuel");
        }

        var chosen = Passphrase.Read(form.NewPassword, nameof(form.NewPassword), account.Name, account.Email, errors);
        if (chosen is null || errors.Any)
        {
            return await View(visitor, db, errors, ct);
        }

        var result = await users.ChangePasswordAsync(account, form.CurrentPassword!, chosen.Text);
        if (!result.Succeeded)
        {
            errors.Add("", "Votre compte vient de changer ailleurs : recommencez");
            return await View(visitor, db, errors, ct);
        }

        await signIn.RefreshSignInAsync(account);
        return TypedResults.LocalRedirect("/compte?fait=mot-de-passe");
    }

    static async Task<IResult> View(Visitor visitor, AccountsDb db, Errors errors, CancellationToken ct)
    {
        var email = await db.Users.Where(a => a.Id == visitor.SignedIn.Id).Select(a => a.Email!).SingleAsync(ct);
        return Html.Form<ChangePasswordPage, ChangePasswordModel>(new(email, errors), errors);
    }
}

public sealed record ChangePasswordForm
{
    public string? CurrentPassword { get; init; }
    public string? NewPassword { get; init; }
}

public sealed record ChangePasswordModel(string Email, Errors Errors);
