using Microsoft.AspNetCore.Identity;

namespace Beffroi.Accounts;

static class OtherSessions
{
    /// <summary>Saves what was changed of how an account is opened, ends its sessions elsewhere, and keeps this one.</summary>
    public static async Task EndOthers(this SignInManager<Account> signIn, Account account)
    {
        var result = await signIn.UserManager.UpdateSecurityStampAsync(account);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("The account changed elsewhere at the same moment: nothing was saved, and the act is to be done again.");
        }

        await signIn.RefreshSignInAsync(account);
    }
}
