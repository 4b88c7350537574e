using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Confirming;

/// <summary>Say that an address is one's own, by the link sent to it. A button does it: mail programs open links by themselves.</summary>
public static class ConfirmEmail
{
    const string Path = "/adresse/{token}";

    /// <summary>Letters to one account: more would only fill a mailbox.</summary>
    const int MostEachHour = 3;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path, Submit).Does("adresse.confirmer").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost("/compte/adresse", Ask).Does("adresse.demander").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(string token, HttpContext context, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await OpenLinks.Find(db, token, MailLinkPurpose.ConfirmEmail, clock.GetUtcNow(), ct) is var (_, account)
            ? Html.View<ConfirmEmailPage, ConfirmEmailModel>(new(token, account.Email!, Done: false))
            : OpenLinks.Gone();
    }

    static async Task<IResult> Submit(string token, [FromForm] IFormCollection form, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await OpenLinks.Find(db, token, MailLinkPurpose.ConfirmEmail, now, ct) is not var (link, account))
        {
            return OpenLinks.Gone();
        }

        link.Use(now);
        account.EmailConfirmed = true;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Pressed twice at once: the other one did it.
            return OpenLinks.Gone();
        }

        return Html.View<ConfirmEmailPage, ConfirmEmailModel>(new(token, account.Email!, Done: true));
    }

    static async Task<IResult> Ask([FromForm] IFormCollection form, AccountsDb db, Visitor visitor, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        var now = clock.GetUtcNow();
        var since = now.AddHours(-1);
        if (!account.EmailConfirmed && await db.MailLinks.CountAsync(l => l.AccountId == account.Id && l.Purpose == MailLinkPurpose.ConfirmEmail && l.CreatedAt > since, ct) < MostEachHour)
        {
            var (link, token) = MailLink.Write(account, MailLinkPurpose.ConfirmEmail, now);
            db.Add(link);
            outbox.Write(Letters.Confirming(account, token, site));
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect("/compte?fait=adresse");
    }
}

public sealed record ConfirmEmailModel(string Token, string Email, bool Done);
