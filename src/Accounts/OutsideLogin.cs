using Beffroi.Accounts.OpenId;
using Microsoft.AspNetCore.Identity;

namespace Beffroi.Accounts;

static class OutsideLogin
{
    /// <summary>The row by which this identity opens this account.</summary>
    public static IdentityUserLogin<Guid> Of(Account account, OutsideIdentity person) => new()
    {
        UserId = account.Id,
        LoginProvider = person.Provider.Key(),
        ProviderKey = person.Subject,
        ProviderDisplayName = person.Body is null ? person.Provider.Label() : $"{person.Provider.Label()}, {person.Body}",
    };
}
