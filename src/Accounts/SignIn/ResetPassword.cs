using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SignIn;

/// <summary>Choose a new password by the link of a letter, once: every session of the account ends with the old one.</summary>
public static class ResetPassword
{
    const string Path = "/mot-de-passe/{token}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path, Submit).Does("mot-de-passe.choisir").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(string token, HttpContext context, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await OpenLinks.Find(db, token, MailLinkPurpose.ResetPassword, clock.GetUtcNow(), ct) is var (_, account) ? View(token, account, new()) : OpenLinks.Gone();
    }

    static async Task<IResult> Submit(string token, [FromForm] ResetPasswordForm? form, AccountsDb db, UserManager<Account> users, IPasswordHasher<Account> hasher, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var now = clock.GetUtcNow();
        if (await OpenLinks.Find(db, token, MailLinkPurpose.ResetPassword, now, ct) is not var (link, account))
        {
            return OpenLinks.Gone();
        }

        var errors = new Errors();
        if (Passphrase.Read(form.NewPassword, nameof(form.NewPassword), account.Name, account.Email, errors) is not { } chosen)
        {
            return View(token, account, errors);
        }

        link.Use(now);
        account.PasswordHash = hasher.HashPassword(account, chosen.Text);

        // Who opened the letter holds the address, and is no guesser of passwords.
        account.EmailConfirmed = true;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        outbox.Write(Letters.Changed(account, site));
        var result = await users.UpdateSecurityStampAsync(account);
        return result.Succeeded ? TypedResults.LocalRedirect("/connexion?fait=mot-de-passe") : OpenLinks.Gone();
    }

    static IResult View(string token, Account account, Errors errors) =>
        Html.Form<ResetPasswordPage, ResetPasswordModel>(new(token, account.Email!, errors), errors);
}

public sealed record ResetPasswordForm
{
    public string? NewPassword { get; init; }
}

public sealed record ResetPasswordModel(string Token, string Email, Errors Errors);
