using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Post;

/// <summary>Erases letters and links that have done their time: they name people.</summary>
sealed class Clearing(AccountsDb db, TimeProvider clock)
{
    static readonly TimeSpan LettersKept = TimeSpan.FromDays(30);

    /// <summary>Letters that never left, where no server is set.</summary>
    static readonly TimeSpan UnsentKept = TimeSpan.FromDays(90);

    /// <summary>Letters and links that the next round takes.</summary>
    public async Task<(int Letters, int Links)> CountDue(CancellationToken ct) => (await Letters().CountAsync(ct), await Links().CountAsync(ct));

    public async Task ClearDue(CancellationToken ct)
    {
#pragma warning disable RS0030 // What is erased is a log past its day, by its own rule; the audit would keep a line for each.
        await Letters().ExecuteDeleteAsync(ct);
        await Links().ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
    }

    IQueryable<OutboxLetter> Letters()
    {
        var (done, unsent) = (clock.GetUtcNow() - LettersKept, clock.GetUtcNow() - UnsentKept);
        return db.Outbox.Where(l => l.SentAt <= done || l.GivenUpAt <= done || l.WrittenAt <= unsent);
    }

    IQueryable<MailLink> Links()
    {
        var done = clock.GetUtcNow() - LettersKept;
        return db.MailLinks.Where(l => l.ExpiresAt <= done);
    }
}
