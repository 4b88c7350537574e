using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SignIn;

/// <summary>Ask for a link to choose a new password. The answer is the same for every address: a stranger learns nothing.</summary>
public static class ForgotPassword
{
    const string Path = "/mot-de-passe-oublie";

    /// <summary>Letters to one account: more would only fill a mailbox.</summary>
    const int MostEachHour = 3;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (MailSettings mail) => View(new(), new(), asked: false, mail)).ForEveryone();
        app.MapPost(Path, Submit).Does("mot-de-passe.oublier").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Submit([FromForm] ForgotPasswordForm? form, AccountsDb db, UserManager<Account> users, Outbox outbox, MailSettings mail, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        if (EmailAddress.Read(form.Email, nameof(form.Email), errors) is { } email && await users.FindByEmailAsync(email.Text) is { } account && await MayAsk(account, db, clock, ct))
        {
            var (link, token) = MailLink.Write(account, MailLinkPurpose.ResetPassword, clock.GetUtcNow());
            db.Add(link);
            outbox.Write(Letters.Forgot(account, token, link.ExpiresAt, site));
            await db.SaveChangesAsync(ct);
        }

        return View(form, errors, asked: !errors.Any, mail);
    }

    // A closed account has no password to choose; nor has one that a provider opens: an address is shared, and would take it over.
    static async Task<bool> MayAsk(Account account, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddHours(-1);
        return account.PasswordHash is not null
            && await db.Users.Where(a => a.Id == account.Id).Select(a => a.Decisions.OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefault()).SingleAsync(ct) != Verdict.Deactivated
            && await db.MailLinks.CountAsync(l => l.AccountId == account.Id && l.Purpose == MailLinkPurpose.ResetPassword && l.CreatedAt > since, ct) < MostEachHour;
    }

    static IResult View(ForgotPasswordForm form, Errors errors, bool asked, MailSettings mail) =>
        Html.Form<ForgotPasswordPage, ForgotPasswordModel>(new(form, errors, asked, mail.Sends), errors);
}

public sealed record ForgotPasswordForm
{
    public string? Email { get; init; }
}

/// <param name="Asked">Whether the form was sent.</param>
/// <param name="Sends">Whether this site sends letters at all.</param>
public sealed record ForgotPasswordModel(ForgotPasswordForm Form, Errors Errors, bool Asked, bool Sends);
