using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Passkeys;

/// <summary>Give one's account a passkey, under a name that tells it from the others.</summary>
public static class AddPasskey
{
    const string Path = "/compte/connexions/cles/nouvelle";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, () => View(new(), new())).ForAnySignedIn().WithFreshProof(Path);
        app.MapPost(Path, Submit).Does("connexion.cle.ajouter").ForAnySignedIn().RequireRateLimiting(TriesLimit.Policy);
        // Here, and not above: without what is asked here, nothing made elsewhere is taken.
        app.MapPost(Path + "/demande", Ask).Does("connexion.cle.ajouter").ForAnySignedIn().RequireAntiforgery().RequireRateLimiting(TriesLimit.Policy).WithFreshProof(Path, forProgram: true);
    }

    static async Task<IResult> Ask(HttpContext context, AccountsDb db, Visitor visitor, IPasskeyHandler<Account> passkeys, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        var asked = await passkeys.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name }, context);
        PasskeyTry.Cookie.Write(context, new(asked.AttestationState, account.Id));
        return TypedResults.Text(asked.CreationOptionsJson, "application/json");
    }

    static async Task<IResult> Submit([FromForm] AddPasskeyForm? form, [AsParameters] AddPasskeyNeeds needs, CancellationToken ct)
    {
        form ??= new();
        var errors = new Errors();
        var name = PasskeyName.Read(form.Name, nameof(form.Name), errors);
        var account = await needs.Db.Users.SingleAsync(a => a.Id == needs.Visitor.SignedIn.Id, ct);
        if ((await needs.Users.GetPasskeysAsync(account)).Count >= PasskeyName.Most)
        {
            errors.Add("", $"Votre compte a déjà {PasskeyName.Most} clés d’accès : retirez-en une d’abord");
        }

        if (name is null || errors.Any || await Signed(form, account, needs, errors) is not { } passkey)
        {
            return View(form, errors);
        }

        passkey.Name = name.Text;
        needs.Outbox.Write(SignInLetters.Changed(account, $"La clé d’accès « {name.Text} » ouvre maintenant votre compte", needs.Site));
        if (!(await needs.Users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded)
        {
            errors.Add("", "Votre compte vient de changer ailleurs : recommencez");
            return View(form, errors);
        }

        return TypedResults.LocalRedirect("/compte/connexions?fait=cle");
    }

    // The key itself, as the browser made it in answer to what we asked of this account; its date is by our clock.
    static async Task<UserPasskeyInfo?> Signed(AddPasskeyForm form, Account account, AddPasskeyNeeds needs, Errors errors)
    {
        if (PasskeyTry.Cookie.Take(needs.Context) is { State: { } state } asked && asked.For == account.Id && form.Credential is { Length: > 0 and <= PasskeyTry.MostAnswer } credential)
        {
            var result = await needs.Passkeys.PerformAttestationAsync(new() { HttpContext = needs.Context, CredentialJson = credential, AttestationState = state });
            if (result is { Succeeded: true, Passkey: { IsUserVerified: true } made } && string.Equals(result.UserEntity.Id, account.Id.ToString(), StringComparison.Ordinal))
            {
                return new(made.CredentialId, made.PublicKey, needs.Clock.GetUtcNow(), made.SignCount, made.Transports, made.IsUserVerified, made.IsBackupEligible, made.IsBackedUp, made.AttestationObject, made.ClientDataJson);
            }
        }

        errors.Add("", "Votre appareil n’a pas donné de clé d’accès. Recommencez, et laissez-le vérifier votre doigt, votre visage ou votre code");
        return null;
    }

    static IResult View(AddPasskeyForm form, Errors errors) => Html.Form<AddPasskeyPage, AddPasskeyModel>(new(form, errors), errors);
}

public sealed record AddPasskeyForm
{
    public string? Name { get; init; }
    public string? Credential { get; init; }
}

sealed record AddPasskeyNeeds
{
    public required HttpContext Context { get; init; }
    public required AccountsDb Db { get; init; }
    public required Visitor Visitor { get; init; }
    public required UserManager<Account> Users { get; init; }
    public required IPasskeyHandler<Account> Passkeys { get; init; }
    public required Outbox Outbox { get; init; }
    public required SiteIdentity Site { get; init; }
    public required TimeProvider Clock { get; init; }
}

public sealed record AddPasskeyModel(AddPasskeyForm Form, Errors Errors);
