using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Beffroi.Accounts.Means;

/// <summary>All that opens one's account, on one page.</summary>
public static class ShowMeans
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/compte/connexions", Show).ForAnySignedIn();

    static async Task<IResult> Show(string? fait, AccountsDb db, Visitor visitor, UserManager<Account> users, OutsideSettings settings, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == visitor.SignedIn.Id, ct);
        return Html.View<ShowMeansPage, ShowMeansModel>(new()
        {
            HasPassword = account.PasswordHash is not null,
            Linked = await db.UserLogins.Where(l => l.UserId == account.Id).OrderBy(l => l.LoginProvider).ThenBy(l => l.ProviderKey)
                .Select(l => new LinkedIdentity(l.LoginProvider, l.ProviderKey, l.ProviderDisplayName ?? l.LoginProvider)).ToListAsync(ct),
            Open = settings.Open,
            Passkeys = [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt).Select(p => new OwnPasskey(Base64UrlEncoder.Encode(p.CredentialId), p.Name ?? "sans nom", p.CreatedAt))],
            CodeSince = await db.Authenticators.Where(a => a.AccountId == account.Id).Select(a => (DateTimeOffset?)a.AddedAt).SingleOrDefaultAsync(ct),
            RecoveryLeft = await db.RecoveryCodes.CountAsync(c => c.AccountId == account.Id && c.UsedAt == null, ct),
            Done = fait,
        });
    }
}

public sealed record LinkedIdentity(string Provider, string Subject, string Label);

public sealed record OwnPasskey(string Id, string Name, DateTimeOffset AddedAt);

public sealed record ShowMeansModel
{
    public required bool HasPassword { get; init; }
    public required IReadOnlyList<LinkedIdentity> Linked { get; init; }

    /// <summary>Providers that this site is open to.</summary>
    public required IReadOnlyList<Provider> Open { get; init; }
    public required IReadOnlyList<OwnPasskey> Passkeys { get; init; }

    /// <summary>Since when a code is asked; null when none is.</summary>
    public required DateTimeOffset? CodeSince { get; init; }
    public required int RecoveryLeft { get; init; }

    /// <summary>What has just been done, as a word of the address.</summary>
    public required string? Done { get; init; }
}
