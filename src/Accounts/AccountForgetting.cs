using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>The account itself goes, with what opens it and the letters that wait for it; a last letter says so, in the same transaction: who is gone is told once.</summary>
public sealed class AccountForgetting(AccountsDb db, Actor actor, SiteIdentity site, TimeProvider clock) : IForgets
{
    /// <summary>A server that is away for a week still tells.</summary>
    static readonly TimeSpan LetterWaits = TimeSpan.FromDays(14);

    public string Module => "comptes";

    public bool IsLast => true;

    public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => new RegisteredErasure(db, new AccountsRegister(), actor, clock).Run(account, isDry, ct, inside => Part(account, inside));

    async Task Part(Guid accountId, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, ct) is not { } account)
        {
            return;
        }

        // What was sent to the address before there was an account, or beside it.
        var email = account.Email!;
        db.RemoveRange(await db.Outbox.Where(l => l.To == email && l.AccountId == null).ToListAsync(ct));
        db.RemoveRange(await db.Invitations.Where(i => i.Email == email && i.AcceptedBy == null).ToListAsync(ct));
        var (now, letter) = (clock.GetUtcNow(), ClosingLetters.Closed(account, site));
        db.Add(new OutboxLetter
        {
            Id = Guid.CreateVersion7(now), Kind = letter.Kind, To = letter.To, Subject = letter.Subject, Body = letter.Body, Secret = null, AccountId = null, Essential = true,
            Key = null, WrittenAt = now, NotBefore = now, NotAfter = now + LetterWaits,
        });
        await db.SaveChangesAsync(ct);
    }
}
