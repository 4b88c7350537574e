using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

/// <summary>Who buys for the incubator (section <c>Incubator:Purchasing</c>).</summary>
public sealed record PurchasingSettings
{
    /// <summary>Told of each decision of a committee at once; null: the register alone reminds the managers to tell them.</summary>
    public string? Email { get; init; }
}

/// <summary>The letters that dates bring: each night asks, and so does whatever closes a committee. Each leaves once, however often it is asked.</summary>
public sealed class ReminderLetters(IncubatorDb db, IOutbox outbox, IStructures people, PurchasingSettings purchasing, TimeProvider clock)
{
    public async Task Write(Convention convention, CancellationToken ct)
    {
        var id = convention.Id;
        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == id).ToListAsync(ct);
        var sent = await db.Statements.Where(s => s.ConventionId == id).Select(s => s.Month).ToListAsync(ct);
        var (today, committees) = (clock.Today(), await db.Committees.AsNoTracking().Where(c => c.ConventionId == id).ToListAsync(ct));
        var reminders = new Reminders(convention, committees, await db.Tasks.AsNoTracking().Where(t => t.ConventionId == id).ToListAsync(ct), [.. StatementsDue.On(convention, entries, today).Where(o => !sent.Contains(o.Month))]);
        var due = reminders.On(today).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var mandates = await db.Mandates.AsNoTracking().Where(m => m.ConventionId == id && m.WithdrawnAt == null).ToListAsync(ct);
        var emails = await people.Emails([.. mandates.Select(m => m.AccountId).Distinct()], ct);
        foreach (var reminder in due)
        {
            foreach (var account in mandates.Where(m => reminder.To is null || reminder.To.Contains(m.Duty)).Select(m => m.AccountId).Distinct().Where(emails.ContainsKey))
            {
                await outbox.Add(Of(convention, reminder, emails[account], account), ct);
            }
        }

        await TellPurchasing(convention, due, ct);
    }

    async Task TellPurchasing(Convention convention, IEnumerable<Reminder> due, CancellationToken ct)
    {
        if (purchasing.Email is { Length: > 0 } email)
        {
            foreach (var decision in due.Where(r => r.Key.StartsWith("decision:", StringComparison.Ordinal)))
            {
                // They have no account: nothing of the site is open to them but what this says.
                await outbox.Add(new() { Kind = "incubateur-achats", To = email, Subject = Subject(convention, decision), Key = $"incubateur:{decision.Key}:achats", Body = $"{decision.Body}\n\nQui suit la convention : {{site}}{Addresses.Startup(await db.Startups.Where(s => s.Id == convention.StartupId).Select(s => s.Slug).SingleAsync(ct))}" }, ct);
            }
        }
    }

    static Letter Of(Convention convention, Reminder reminder, string to, Guid account) => new()
    {
        Kind = "incubateur-rappel", To = to, AccountId = account, Subject = Subject(convention, reminder), Key = $"incubateur:{reminder.Key}:{account}", Body = $"{reminder.Body}\n\n{{site}}{reminder.Path}",
    };

    static string Subject(Convention convention, Reminder reminder) => $"{convention.Title}\u00A0: {reminder.Subject}";
}
