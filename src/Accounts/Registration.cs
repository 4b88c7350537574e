using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

static class Registration
{
    /// <summary>Saves a new account and whatever else the request has added, in one go; false with a message when it cannot be.</summary>
    public static Task<bool> Register(this UserManager<Account> users, Account account, Passphrase password, Errors errors) =>
        Register(() => users.CreateAsync(account, password.Text), errors);

    /// <summary>The same for an account that a provider opens, without a password.</summary>
    public static Task<bool> Register(this UserManager<Account> users, Account account, Errors errors) =>
        Register(() => users.CreateAsync(account), errors);

    static async Task<bool> Register(Func<Task<IdentityResult>> create, Errors errors)
    {
        try
        {
            var result = await create();
            if (!result.Succeeded)
            {
                Explain(result, errors);
            }

            return result.Succeeded;
        }
        catch (DbUpdateException)
        {
            // Two people took the same address, structure number or invitation at the same moment: the other one was first.
            errors.Add("", "La même demande vient d’être enregistrée. Vérifiez, puis recommencez si besoin");
            return false;
        }
    }

    /// <summary>Adds to what is saved next the letter that greets a new account, with the link that confirms its address.</summary>
    public static void Welcome(this Outbox outbox, AccountsDb db, Account account, SiteIdentity site)
    {
        var (link, token) = MailLink.Write(account, MailLinkPurpose.ConfirmEmail, account.CreatedAt);
        db.Add(link);
        outbox.Write(Letters.Welcoming(account, token, site));
    }

    static void Explain(IdentityResult result, Errors errors)
    {
        if (!result.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            throw new InvalidOperationException("Identity refuses what NewPerson accepts: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        }

        errors.Add(nameof(PersonForm.Email), "Cette adresse a déjà un compte : connectez-vous");
    }
}
