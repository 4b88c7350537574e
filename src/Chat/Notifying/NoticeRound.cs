using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Notifying;

/// <summary>
/// Leaves the letters of notices that are due, at once or in the day's summary. A node claims rows by one update before it writes, and marks them once their
/// letter is left; those that another claimed and did not mark in time are left under the same key: a node that stops in between loses none and doubles none.
/// </summary>
public sealed class NoticeRound(ChatDb db, Telling telling, Seats seats, IOutbox outbox, INewcomers people, SiteIdentity site, Actor actor, TimeProvider clock)
{
    /// <summary>In Paris: before the first meeting.</summary>
    const int DigestHour = 8;

    /// <summary>Older ones are no news any more: a server away for a week does not pour them out.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromDays(3);

    static readonly TimeSpan LeftAgain = TimeSpan.FromHours(1);

    /// <summary>A node that claimed rows leaves their letters within this.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>People whose rows are read together.</summary>
    const int MostAtOnce = 200;

    static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "discussion.avertir");
        var now = clock.GetUtcNow();
        await Claim(now, ct);
        var (since, late) = (now - LeftAgain, now - Patience);
        var waiting = db.Notices.AsNoTracking().Where(n => n.MailedAt != null && n.MailedAt >= since && n.LeftAt == null && (n.MailedAt == now || n.MailedAt <= late));
        while (await waiting.Select(n => n.AccountId).Distinct().OrderBy(a => a).Take(MostAtOnce).ToListAsync(ct) is { Count: > 0 } next)
        {
            // The letters of one person together: what is left is waiting no longer.
            foreach (var letter in (await waiting.Where(n => next.Contains(n.AccountId)).OrderBy(n => n.Id).ToListAsync(ct)).GroupBy(n => (n.AccountId, n.MailedAt, Digest: n.TellAt is null)))
            {
                await Leave(letter.Key.AccountId, letter.Key.Digest, [.. letter], ct);
            }
        }
    }

    async Task Claim(DateTimeOffset now, CancellationToken ct)
    {
        var (fresh, digest) = (now - Fresh, DigestOf(now));
#pragma warning disable RS0030 // The row is itself the log of its delivery; and only an update with its condition lets one node win.
        await db.Notices.Where(n => n.MailedAt == null && n.SeenAt == null && n.At > fresh && ((n.TellAt != null && n.TellAt <= now) || (n.TellAt == null && n.At < digest)))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now), ct);
#pragma warning restore RS0030
    }

    /// <summary>The last eight o’clock that has passed: what came before it is due.</summary>
    static DateTimeOffset DigestOf(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Paris).DateTime;
        var today = local.Date.AddHours(DigestHour);
        var last = today <= local ? today : today.AddDays(-1);
        return new DateTimeOffset(last, Paris.GetUtcOffset(last)).ToUniversalTime();
    }

    async Task Leave(Guid account, bool digest, List<NoticeRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(r => r.Id);
        if (await seats.Of(account, ct) is { } seat && await people.AddressOf(seat.Login, ct) is { } address)
        {
            await Leave(seat, address.Email, digest, ids, ct);
        }

        var now = clock.GetUtcNow();
#pragma warning disable RS0030 // The row is itself the log of its delivery.
        await db.Notices.Where(n => ids.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.LeftAt, now), ct);
#pragma warning restore RS0030
    }

    async Task Leave(Seat seat, string address, bool digest, List<Guid> ids, CancellationToken ct)
    {
        var readable = await telling.NoticesOf(seat.Reader).AsNoTracking().Where(n => ids.Contains(n.Id)).OrderBy(n => n.At).ThenBy(n => n.Id).Select(n => n.Reason).ToListAsync(ct);
        if (readable.Count > 0)
        {
            var l = await LanguageOf(seat, ct);
            await outbox.Add(NoticeLetters.Of(seat, address, l, readable, digest, $"discussion:{ids[0]:N}", clock.GetUtcNow() + Fresh, site), ct);
        }
    }

    async Task<Lang> LanguageOf(Seat seat, CancellationToken ct) =>
        await db.Members.Where(m => m.AccountId == seat.AccountId && m.LeftAt == null).Select(m => m.Language).FirstOrDefaultAsync(ct);
}
