using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Post;

/// <summary>
/// Sends what is due, each letter once: a node claims it by an update that only one can make. A node that dies between the server's yes and its own
/// note sends it again five minutes later, under the same message id: that is the price of never losing one.
/// </summary>
sealed partial class Delivery(AccountsDb db, SmtpPost post, TimeProvider clock, ILogger<Delivery> logger)
{
    /// <summary>Longer than all the waits of one try together.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>After each try in vain; after the last one, the letter is given up. A server away for a day loses nothing.</summary>
    static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>Sends until nothing is due; tells how many left.</summary>
    public async Task<int> SendDue(CancellationToken ct)
    {
        var sent = 0;
        while (await Next(ct) is { } letter)
        {
            sent += await Deliver(letter, ct) ? 1 : 0;
        }

        return sent;
    }

    async Task<OutboxLetter?> Next(CancellationToken ct)
    {
        while (await Due(clock.GetUtcNow()).OrderBy(l => l.NotBefore).ThenBy(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct) is { } id)
        {
            var now = clock.GetUtcNow();
            var until = now + Claim;
            if (await Change(Due(now).Where(l => l.Id == id), set => set.SetProperty(l => l.ClaimedUntil, until).SetProperty(l => l.Tries, l => l.Tries + 1), ct) == 1)
            {
                return await db.Outbox.AsNoTracking().SingleAsync(l => l.Id == id, ct);
            }
        }

        return null;
    }

    IQueryable<OutboxLetter> Due(DateTimeOffset now) =>
        db.Outbox.Where(l => l.SentAt == null && l.GivenUpAt == null && l.NotBefore <= now && (l.ClaimedUntil == null || l.ClaimedUntil <= now));

    async Task<bool> Deliver(OutboxLetter letter, CancellationToken ct)
    {
        if (letter.NotAfter <= clock.GetUtcNow())
        {
            await GiveUp(letter, "Le message n’était plus d’actualité", ct);
            return false;
        }

        if (!letter.Essential && await db.ReminderRefusals.AnyAsync(r => r.AccountId == letter.AccountId, ct))
        {
            await GiveUp(letter, "La personne ne veut plus de rappels", ct);
            return false;
        }

        var refusal = await Try(letter, ct);
        var now = clock.GetUtcNow();
        if (refusal is null)
        {
            await Change(Mine(letter), set => set.SetProperty(l => l.SentAt, now).SetProperty(l => l.ClaimedUntil, (DateTimeOffset?)null).SetProperty(l => l.Secret, (string?)null).SetProperty(l => l.Problem, (string?)null), ct);
            return true;
        }

        NotSent(letter.Kind, letter.Id, letter.Tries, refusal.Why);
        if (refusal.ForGood || letter.Tries > Waits.Length)
        {
            await GiveUp(letter, refusal.Why, ct);
        }
        else
        {
            var next = now + Waits[letter.Tries - 1];
            await Change(Mine(letter), set => set.SetProperty(l => l.NotBefore, next).SetProperty(l => l.ClaimedUntil, (DateTimeOffset?)null).SetProperty(l => l.Problem, refusal.Why), ct);
        }

        return false;
    }

    // A letter that no code of ours can make into a message must not stop those behind it. The exception is not logged: it may quote an address.
    async Task<Refusal?> Try(OutboxLetter letter, CancellationToken ct)
    {
        try
        {
            return await post.Send(letter, ct);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or ArgumentException or NotSupportedException)
        {
            return new($"Le message ne peut pas être composé ({wrong.GetType().Name})", ForGood: true);
        }
    }

    Task GiveUp(OutboxLetter letter, string why, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Change(Mine(letter), set => set.SetProperty(l => l.GivenUpAt, now).SetProperty(l => l.ClaimedUntil, (DateTimeOffset?)null).SetProperty(l => l.Problem, why), ct);
    }

    IQueryable<OutboxLetter> Mine(OutboxLetter letter) => db.Outbox.Where(l => l.Id == letter.Id && l.ClaimedUntil == letter.ClaimedUntil);

#pragma warning disable RS0030 // The row is itself the log of its delivery; and only an update with its condition lets one node win.
    static Task<int> Change(IQueryable<OutboxLetter> letters, Action<UpdateSettersBuilder<OutboxLetter>> set, CancellationToken ct) => letters.ExecuteUpdateAsync(set, ct);
#pragma warning restore RS0030

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Id} ({Kind}) did not leave at try {Tries}: {Why}")]
    private partial void NotSent(string kind, Guid id, int tries, string why);
}
