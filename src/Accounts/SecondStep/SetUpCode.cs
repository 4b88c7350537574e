using System.Globalization;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SecondStep;

/// <summary>Add the codes of a telephone to one's sign-in; the codes for the day it is lost are shown once, with the answer.</summary>
public static class SetUpCode
{
    const string Path = "/compte/connexions/application";

    // Kept by the browser until a code shows that the telephone has it: a secret that nobody uses is not kept here.
    static readonly SealedCookie<DrawnKey> Drawn = new("secret", TimeSpan.FromMinutes(30));

    public static void Map(IEndpointRouteBuilder app)
    {
        // Proved before the secret is drawn: whoever installs an application takes longer than a proof lasts.
        app.MapGet(Path, Show).ForAnySignedIn().WithFreshProof(Path);
        app.MapPost(Path, Submit).Does("connexion.application").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(HttpContext context, AccountsDb db, Visitor visitor, SiteIdentity site, CancellationToken ct)
    {
        var id = visitor.SignedIn.Id;
        if (await db.Authenticators.AnyAsync(a => a.AccountId == id, ct))
        {
            return TypedResults.LocalRedirect(ManageCode.Path);
        }

        if (Drawn.Read(context) is not { } drawn || drawn.For != id)
        {
            Drawn.Write(context, drawn = new(id, TimedCode.DrawKey()));
        }

        return await View(drawn, new(), db, site, ct);
    }

    static async Task<IResult> Submit([FromForm] SetUpCodeForm? form, HttpContext context, AccountsDb db, Visitor visitor, SignInManager<Account> signIn, IDataProtectionProvider protection, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        var (errors, now) = (new Errors(), clock.GetUtcNow());
        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        if (Drawn.Read(context) is not { } drawn || drawn.For != account.Id || await db.Authenticators.AnyAsync(a => a.AccountId == account.Id, ct))
        {
            return TypedResults.LocalRedirect(Path);
        }

        var code = string.Concat((form?.Code ?? "").Where(char.IsAsciiDigit));
        if (Authenticator.Add(account.Id, drawn.Key, code, protection, now) is not { } authenticator)
        {
            errors.Add(nameof(SetUpCodeForm.Code), "Ce code ne convient pas. Vérifiez l’heure de votre téléphone, puis recopiez le code affiché maintenant");
            return await View(drawn, errors, db, site, ct);
        }

        var (rows, codes) = RecoveryCode.Write(account.Id, now);
        db.Add(authenticator);
        db.AddRange(rows);
        account.TwoFactorEnabled = true;
        outbox.Write(SignInLetters.Changed(account, "Votre compte demande maintenant un code de votre téléphone après votre mot de passe", site));
        await signIn.EndOthers(account);
        Drawn.Take(context);
        return Html.View<RecoveryCodesPage, RecoveryCodesModel>(new(codes));
    }

    static async Task<IResult> View(DrawnKey drawn, Errors errors, AccountsDb db, SiteIdentity site, CancellationToken ct)
    {
        var email = await db.Users.Where(a => a.Id == drawn.For).Select(a => a.Email!).SingleAsync(ct);
        var key = Base32.Of(drawn.Key);

        // The form that applications read: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
        var address = string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{Uri.EscapeDataString(site.Name)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(site.Name)}");
        return Html.Form<SetUpCodePage, SetUpCodeModel>(new(Base32.Spaced(key), QrImage.Of(address), errors), errors);
    }

    sealed record DrawnKey(Guid For, byte[] Key);
}

public sealed record SetUpCodeForm
{
    public string? Code { get; init; }
}

public sealed record SetUpCodeModel(string Key, string Picture, Errors Errors);
