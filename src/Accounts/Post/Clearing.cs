using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Post;

/// <summary>Erases letters and links that have done their time: they name people.</summary>
sealed class Clearing(AccountsDb db, TimeProvider clock)
{
    static readonly TimeSpan LettersKept = TimeSpan.FromDays(30);

    /// <summary>Letters that never left, where no server is set.</summary>
    static readonly TimeSpan UnsentKept = TimeSpan.FromDays(90);

    public async Task ClearDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (done, unsent) = (now - LettersKept, now - UnsentKept);
#pragma warning disable RS0030 // What is erased is a log past its day, by its own rule; the audit would keep a line for each.
        await db.Outbox.Where(l => l.SentAt <= done || l.GivenUpAt <= done || l.WrittenAt <= unsent).ExecuteDeleteAsync(ct);
        await db.MailLinks.Where(l => l.ExpiresAt <= done).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
    }
}
