using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>Accounts of people whom another module lets in: they have no structure, and no right here until somebody accepts them.</summary>
sealed class Newcomers(AccountsDb db, UserManager<Account> users, IPasswordHasher<Account> hasher, Outbox outbox, SiteIdentity site, TimeProvider clock) : INewcomers
{
    /// <summary>Letters to one account: more would only fill a mailbox.</summary>
    const int MostEachHour = 3;

    public async Task<SignInAddress?> AddressOf(Guid accountId, CancellationToken ct) =>
        await db.Users.AsNoTracking().Where(a => a.Id == accountId && a.Email != null).Select(a => new SignInAddress(a.Email!, a.EmailConfirmed)).SingleOrDefaultAsync(ct);

    public async Task<Errors> Register(Newcomer newcomer, CancellationToken ct)
    {
        var found = new Errors();
        var person = NewPerson.Read(new() { Name = newcomer.Name, Email = newcomer.Email, Password = newcomer.Password, TermsAccepted = newcomer.TermsAccepted ? "true" : null }, found);
        if (person is null)
        {
            return NewcomerWords.Of(found, newcomer.Language);
        }

        if (await users.FindByEmailAsync(person.Email.Text) is { } known)
        {
            // As long to answer as when an account is made.
            hasher.HashPassword(new(), person.Password.Text);
            await outbox.Add(NewcomerWords.Known(known, newcomer, clock.GetUtcNow(), site), ct);
            return found;
        }

        var now = clock.GetUtcNow();
        var account = Account.Open(person.Name, person.Email, Role.Conseiller, structureId: null, now);
        account.AcceptTerms(now);
        Write(account, newcomer.Next, newcomer.Language, now);
        await users.Register(account, person.Password, found);
        return NewcomerWords.Of(found, newcomer.Language);
    }

    public async Task AskAgain(Guid accountId, string next, Lang language, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now.AddHours(-1);
        var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
        if (account.EmailConfirmed || await db.MailLinks.CountAsync(l => l.AccountId == accountId && l.Purpose == MailLinkPurpose.ConfirmEmail && l.CreatedAt > since, ct) >= MostEachHour)
        {
            return;
        }

        Write(account, next, language, now);
        await db.SaveChangesAsync(ct);
    }

    void Write(Account account, string next, Lang language, DateTimeOffset now)
    {
        var (link, token) = MailLink.Write(account, MailLinkPurpose.ConfirmEmail, now);
        db.Add(link);
        outbox.Write(NewcomerWords.Welcome(account, token, next, language, site));
    }
}
