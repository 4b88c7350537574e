using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Accounts;

/// <summary>How somebody was recognised.</summary>
/// <param name="TwoFactors">Whether that is enough where an account asks for a second factor.</param>
/// <param name="IdToken">What the provider is given back when the person leaves.</param>
sealed record Way(bool TwoFactors, Provider? Provider = null, string? IdToken = null);

/// <summary>Recognised by a password or a provider; a code is still to be given.</summary>
sealed record Halfway(Guid AccountId, string? Stamp, Way Way, string ReturnTo)
{
    public const string Url = "/connexion/code";

    public static readonly SealedCookie<Halfway> Cookie = new("etape", TimeSpan.FromMinutes(10));
}

/// <summary>The one door: however a person is recognised, what closes an account and what it asks besides are the same.</summary>
sealed class Entrance(AccountsDb db, SignInManager<Account> signIn, SecondFactor second, FreshProof proof, SiteIdentity site, IHostEnvironment environment, IHttpContextAccessor asked)
{
    /// <summary>In the properties of the session.</summary>
    public const string ProviderKey = "provider";
    public const string IdTokenKey = "id_token";

    public bool IsForDemo => site.Demo || environment.IsDevelopment();

    public async Task<bool> IsClosed(Account account, CancellationToken ct) =>
        (account.Demo && !IsForDemo)
        || await db.AccountDecisions.Where(d => d.AccountId == account.Id).OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefaultAsync(ct) == Verdict.Deactivated;

    /// <summary>Opens the session, or asks for a code first. The account is not closed: ask before.</summary>
    public async Task<IResult> Enter(Account account, Way way, string? returnTo, CancellationToken ct)
    {
        var next = LocalAddress.Of(returnTo, "/");
        if (!way.TwoFactors && await second.IsAsked(account.Id, ct))
        {
            Halfway.Cookie.Write(asked.HttpContext!, new(account.Id, account.SecurityStamp, way, next));
            return TypedResults.LocalRedirect(Halfway.Url);
        }

        await Open(account, way);
        return TypedResults.LocalRedirect(next);
    }

    public async Task Open(Account account, Way way)
    {
        var session = new AuthenticationProperties { IsPersistent = false };
        if (way is { Provider: { } provider, IdToken: { } token })
        {
            session.Items[ProviderKey] = provider.Key();
            session.Items[IdTokenKey] = token;
        }

        await signIn.SignInAsync(account, session);
        proof.Give(account.Id);
    }
}
