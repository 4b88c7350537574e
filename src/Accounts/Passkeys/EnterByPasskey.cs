using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Passkeys;

/// <summary>Come in by a passkey: the telephone, the computer or the key checks the finger or the code, and nothing is typed here.</summary>
public static class EnterByPasskey
{
    const string Path = "/connexion/cle";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Path + "/demande", Ask).Does("connexion.cle").ForEveryone().RequireAntiforgery().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path, Submit).Does("connexion.cle").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    // No account is named: the browser offers the passkeys that it has, and a stranger learns nothing.
    static async Task<IResult> Ask(HttpContext context, IPasskeyHandler<Account> passkeys)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(user: null, context);
        PasskeyTry.Cookie.Write(context, new(asked.AssertionState, For: null));
        return TypedResults.Text(asked.RequestOptionsJson, "application/json");
    }

    static async Task<IResult> Submit([FromForm] EnterByPasskeyForm? form, HttpContext context, IPasskeyHandler<Account> passkeys, UserManager<Account> users, Entrance entrance, CancellationToken ct)
    {
        if (PasskeyTry.Cookie.Take(context) is { For: null, State: { } state } && form?.Credential is { Length: > 0 and <= PasskeyTry.MostAnswer } credential)
        {
            var result = await passkeys.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = state });
            if (result.Succeeded && result.Passkey.IsUserVerified && !await entrance.IsClosed(result.User, ct))
            {
                await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
                return await entrance.Enter(result.User, new(TwoFactors: true), form.Retour, ct);
            }
        }

        return Html.View<PasskeyRefusedPage, PasskeyRefusedModel>(new(), StatusCodes.Status422UnprocessableEntity);
    }
}

public sealed record EnterByPasskeyForm
{
    public string? Credential { get; init; }
    public string? Retour { get; init; }
}

public sealed record PasskeyRefusedModel;
