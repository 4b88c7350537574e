using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Accounts;

/// <summary>That the owner of an account was there a moment ago: a session left open, or a stolen cookie, must not add a way in, nor close the account.</summary>
sealed class FreshProof(PasswordDoor door, SecondFactor second, IHttpContextAccessor asked)
{
    /// <summary>Signing in is a proof; so is a password or a code typed again.</summary>
    static readonly SealedCookie<Proved> Cookie = new("preuve", TimeSpan.FromMinutes(5));

    public bool IsFresh(Guid accountId) => Cookie.Read(asked.HttpContext!)?.AccountId == accountId;

    public void Give(Guid accountId) => Cookie.Write(asked.HttpContext!, new(accountId));

    /// <summary>A password, or the code of a telephone or of a paper; each try counts. Mistakes are beside the field that was filled in.</summary>
    public async Task<bool> Takes(Account account, ProofForm form, Errors errors, CancellationToken ct)
    {
        if (form is { Password: null or "", Code: null or "" })
        {
            var field = account.PasswordHash is not null ? nameof(form.Password) : account.TwoFactorEnabled ? nameof(form.Code) : "";
            errors.Add(field, field.Length == 0 ? "Déconnectez-vous, puis connectez-vous de nouveau : cela prouve que c’est vous" : "Tapez votre mot de passe ou un code : cela prouve que c’est vous");
            return false;
        }

        var isRight = form.Password is { Length: > 0 } password ? account.PasswordHash is not null && await door.Opens(account, password, ct) : account.TwoFactorEnabled && await second.Takes(account, form.Code, ct);
        if (!isRight)
        {
            errors.Add(form.Password is { Length: > 0 } ? nameof(form.Password) : nameof(form.Code), form.Password is { Length: > 0 } ? "Ce n’est pas votre mot de passe. Après 5 essais, le compte se bloque pendant 10 minutes" : "Ce code ne convient pas. Attendez le code suivant, ou recopiez un code de secours");
        }

        return isRight;
    }

    sealed record Proved(Guid AccountId);
}

public record ProofForm
{
    public string? Password { get; init; }
    public string? Code { get; init; }
}

/// <param name="HasPassword">Whether the account has one to type.</param>
/// <param name="HasCode">Whether it asks for a code.</param>
public sealed record ProofFieldsModel(bool HasPassword, bool HasCode, Errors Errors)
{
    internal static ProofFieldsModel Of(Account account, Errors errors) => new(account.PasswordHash is not null, account.TwoFactorEnabled, errors);
}

static class ProvedRoutes
{
    public const string Page = "/compte/preuve";

    /// <summary>Only with a fresh proof: others are asked for one, and come back to <paramref name="page"/>. A program that asks gets 403.</summary>
    public static RouteHandlerBuilder WithFreshProof(this RouteHandlerBuilder route, string page, bool forProgram = false) => route.AddEndpointFilter(async (context, next) =>
    {
        var services = context.HttpContext.RequestServices;
        return services.GetRequiredService<FreshProof>().IsFresh(services.GetRequiredService<Visitor>().SignedIn.Id) ? await next(context)
            : forProgram ? TypedResults.StatusCode(StatusCodes.Status403Forbidden)
            : TypedResults.LocalRedirect($"{Page}?retour={Uri.EscapeDataString(page)}");
    });
}
