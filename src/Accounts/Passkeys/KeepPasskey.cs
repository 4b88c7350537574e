using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Beffroi.Accounts.Passkeys;

/// <summary>Call one of one's passkeys by another name, or take it away.</summary>
public static class KeepPasskey
{
    const string Path = "/compte/connexions/cles/{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ForAnySignedIn();
        app.MapPost(Path, Rename).Does("connexion.cle.nommer").ForAnySignedIn();
        app.MapPost(Path + "/retirer", Remove).Does("connexion.cle.retirer").ForAnySignedIn().WithFreshProof("/compte/connexions");
    }

    static async Task<IResult> Show(string id, AccountsDb db, Visitor visitor, UserManager<Account> users, CancellationToken ct) =>
        await Find(id, db, visitor, users, ct) is var (_, passkey) ? View(id, new() { Name = passkey.Name }, new()) : TypedResults.NotFound();

    static async Task<IResult> Rename(string id, [FromForm] KeepPasskeyForm? form, AccountsDb db, Visitor visitor, UserManager<Account> users, CancellationToken ct)
    {
        if (await Find(id, db, visitor, users, ct) is not var (account, passkey))
        {
            return TypedResults.NotFound();
        }

        form ??= new();
        var errors = new Errors();
        if (PasskeyName.Read(form.Name, nameof(form.Name), errors) is not { } name)
        {
            return View(id, form, errors);
        }

        passkey.Name = name.Text;
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        return TypedResults.LocalRedirect("/compte/connexions?fait=cle-nommee");
    }

    static async Task<IResult> Remove(string id, [FromForm] IFormCollection form, AccountsDb db, Visitor visitor, UserManager<Account> users, SignInManager<Account> signIn, Outbox outbox, SiteIdentity site, CancellationToken ct)
    {
        if (await Find(id, db, visitor, users, ct) is not var (account, passkey))
        {
            return TypedResults.NotFound();
        }

        if (!await WaysIn.Remain(db, account, without: passkey.CredentialId, ct))
        {
            return TypedResults.LocalRedirect("/compte/connexions?fait=derniere");
        }

        outbox.Write(SignInLetters.Changed(account, $"La clé d’accès « {passkey.Name} » n’ouvre plus votre compte", site));
        await users.RemovePasskeyAsync(account, passkey.CredentialId);

        // Whoever came in by it is out.
        await signIn.EndOthers(account);
        return TypedResults.LocalRedirect("/compte/connexions?fait=cle-retiree");
    }

    // Those of this account only: another's is not there.
    static async Task<OwnPasskey?> Find(string id, AccountsDb db, Visitor visitor, UserManager<Account> users, CancellationToken ct)
    {
        var account = await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        var passkey = (await users.GetPasskeysAsync(account)).FirstOrDefault(p => string.Equals(Base64UrlEncoder.Encode(p.CredentialId), id, StringComparison.Ordinal));
        return passkey is null ? null : new(account, passkey);
    }

    static IResult View(string id, KeepPasskeyForm form, Errors errors) => Html.Form<KeepPasskeyPage, KeepPasskeyModel>(new(id, form, errors), errors);

    sealed record OwnPasskey(Account Account, UserPasskeyInfo Passkey);
}

public sealed record KeepPasskeyForm
{
    public string? Name { get; init; }
}

public sealed record KeepPasskeyModel(string Id, KeepPasskeyForm Form, Errors Errors);
