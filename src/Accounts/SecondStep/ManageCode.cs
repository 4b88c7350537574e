using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SecondStep;

/// <summary>New codes for the day the telephone is lost, or no code any more: both ask for a code, which a session left open does not have.</summary>
public static class ManageCode
{
    public const string Path = "/compte/connexions/codes";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (AccountsDb db, Visitor visitor, CancellationToken ct) => View(new(), db, visitor, ct)).ForAnySignedIn();
        app.MapPost(Path, Renew).Does("connexion.codes").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path + "/retirer", Remove).Does("connexion.application.retirer").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Renew([FromForm] ManageCodeForm? form, [AsParameters] ManageCodeNeeds needs, CancellationToken ct)
    {
        var account = await needs.Db.Users.SingleAsync(a => a.Id == needs.Visitor.SignedIn.Id, ct);
        if (!await needs.Second.Takes(account, form?.Code, ct))
        {
            return await View(Wrong(), needs.Db, needs.Visitor, ct);
        }

        var (rows, codes) = RecoveryCode.Write(account.Id, needs.Clock.GetUtcNow());
        needs.Db.RemoveRange(await needs.Db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync(ct));
        needs.Db.AddRange(rows);
        await needs.Db.SaveChangesAsync(ct);
        return Html.View<RecoveryCodesPage, RecoveryCodesModel>(new(codes));
    }

    static async Task<IResult> Remove([FromForm] ManageCodeForm? form, [AsParameters] ManageCodeNeeds needs, CancellationToken ct)
    {
        var account = await needs.Db.Users.SingleAsync(a => a.Id == needs.Visitor.SignedIn.Id, ct);
        if (!await needs.Second.Takes(account, form?.Code, ct))
        {
            return await View(Wrong(), needs.Db, needs.Visitor, ct);
        }

        needs.Db.RemoveRange(await needs.Db.Authenticators.Where(a => a.AccountId == account.Id).ToListAsync(ct));
        needs.Db.RemoveRange(await needs.Db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync(ct));
        account.TwoFactorEnabled = false;
        needs.Outbox.Write(SignInLetters.Changed(account, "Votre compte ne demande plus de code après votre mot de passe", needs.Site));
        await needs.SignIn.EndOthers(account);
        return TypedResults.LocalRedirect("/compte/connexions?fait=application-retiree");
    }

    static Errors Wrong()
    {
        var errors = new Errors();
        errors.Add(nameof(ManageCodeForm.Code), "Ce code ne convient pas. Attendez le code suivant, ou recopiez un code de secours");
        return errors;
    }

    static async Task<IResult> View(Errors errors, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        var id = visitor.SignedIn.Id;
        return await db.Authenticators.AnyAsync(a => a.AccountId == id, ct)
            ? Html.Form<ManageCodePage, ManageCodeModel>(new(await db.RecoveryCodes.CountAsync(c => c.AccountId == id && c.UsedAt == null, ct), errors), errors)
            : TypedResults.LocalRedirect("/compte/connexions");
    }
}

public sealed record ManageCodeForm
{
    public string? Code { get; init; }
}

sealed record ManageCodeNeeds
{
    public required AccountsDb Db { get; init; }
    public required Visitor Visitor { get; init; }
    public required SecondFactor Second { get; init; }
    public required SignInManager<Account> SignIn { get; init; }
    public required Outbox Outbox { get; init; }
    public required SiteIdentity Site { get; init; }
    public required TimeProvider Clock { get; init; }
}

/// <param name="Left">Codes on paper that were not used.</param>
public sealed record ManageCodeModel(int Left, Errors Errors);

public sealed record RecoveryCodesModel(IReadOnlyList<string> Codes);
