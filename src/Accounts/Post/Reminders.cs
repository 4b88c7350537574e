using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Post;

/// <summary>
/// Writes what is due of the letters that the calendar asks for, from 9:00 in Paris. Called each hour and by each node: a letter's key makes it one.
/// </summary>
sealed class Reminders(AccountsDb db, Outbox outbox, IStructureActivity activity, IEnumerable<IWeeklyDigest> digests, SiteIdentity site, TimeProvider clock)
{
    /// <summary>Study of the original, eva.md section 4, read on 26 November 2026: Monday 9:00, 7 days, 30 days.</summary>
    const int Hour = 9;

    static readonly TimeSpan WithoutCampaignAfter = TimeSpan.FromDays(7);
    static readonly TimeSpan NotActivatedAfter = TimeSpan.FromDays(30);

    /// <summary>A site that was away catches up for a week; older dates are let go, so that a first start writes to nobody about years ago.</summary>
    static readonly TimeSpan CatchUp = TimeSpan.FromDays(7);

    static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public async Task WriteDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, Paris);
        if (local.Hour < Hour)
        {
            return;
        }

        if (local.DayOfWeek == DayOfWeek.Monday)
        {
            await WriteWeekly(now, local, ct);
        }

        await WriteWithoutCampaign(now, ct);
        await WriteNotActivated(now, ct);
    }

    async Task WriteWeekly(DateTimeOffset now, DateTimeOffset local, CancellationToken ct)
    {
        var waiting = await db.Users.Where(a => a.Decisions.Count == 0 && a.StructureId != null)
            .Join(db.Structures, a => a.StructureId, s => (Guid?)s.Id, (_, s) => s.Path).ToListAsync(ct);
        var lines = new Dictionary<Guid, List<string>>();
        foreach (var digest in digests)
        {
            foreach (var (account, told) in await digest.Lines(now, ct))
            {
                lines.TryAdd(account, []);
                lines[account].AddRange(told);
            }
        }

        var week = $"{ISOWeek.GetYear(local.DateTime).ToString(CultureInfo.InvariantCulture)}-W{ISOWeek.GetWeekOfYear(local.DateTime).ToString("00", CultureInfo.InvariantCulture)}";
        foreach (var person in await WhoWantsReminders().OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Name, a.Email, a.Role, Path = db.Structures.Where(s => s.Id == a.StructureId).Select(s => s.Path).FirstOrDefault() }).ToListAsync(ct))
        {
            var count = person is { Role: Role.Admin, Path: { } path } ? waiting.Count(p => p.StartsWith(path, StringComparison.Ordinal)) : 0;
            var told = lines.GetValueOrDefault(person.Id) ?? [];
            if (count > 0 || told.Count > 0)
            {
                await outbox.Add(ReminderLetters.Weekly(new(person.Id, person.Name, person.Email!), count, told, week, now.AddDays(6), site), ct);
            }
        }
    }

    async Task WriteWithoutCampaign(DateTimeOffset now, CancellationToken ct)
    {
        var (until, from) = (now - WithoutCampaignAfter, now - WithoutCampaignAfter - CatchUp);
        var structures = await db.Structures.Where(s => s.Kind == StructureKind.Locale && s.CreatedAt <= until && s.CreatedAt > from).Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        var used = await activity.Of([.. structures.Select(s => s.Id)], ct);
        foreach (var structure in structures.Where(s => used.GetValueOrDefault(s.Id, Activity.None).Campaigns == 0))
        {
            foreach (var admin in await Addressees(WhoWantsReminders().Where(a => a.StructureId == structure.Id && a.Role == Role.Admin), ct))
            {
                await outbox.Add(ReminderLetters.WithoutCampaign(admin, structure.Id, structure.Name, site), ct);
            }
        }
    }

    async Task WriteNotActivated(DateTimeOffset now, CancellationToken ct)
    {
        var (until, from) = (now - NotActivatedAfter, now - NotActivatedAfter - CatchUp);
        var people = await WhoWantsReminders()
            .Where(a => a.StructureId != null && (a.Role == Role.Admin || a.Role == Role.Conseiller))
            .Where(a => db.Structures.Any(s => s.Id == a.StructureId && s.Kind == StructureKind.Locale))
            .Where(a => a.Decisions.Max(d => d.At) <= until && a.Decisions.Max(d => d.At) > from)
            .OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.Email, StructureId = a.StructureId!.Value }).ToListAsync(ct);
        var used = await activity.Of([.. people.Select(p => p.StructureId).Distinct()], ct);
        foreach (var person in people)
        {
            var done = used.GetValueOrDefault(person.StructureId, Activity.None);
            if (!ActivityCategories.IsActivated(done))
            {
                await outbox.Add(ReminderLetters.NotActivated(new(person.Id, person.Name, person.Email!), done.Evaluations, site), ct);
            }
        }
    }

    IQueryable<Account> WhoWantsReminders() => db.Users.AsNoTracking().Accepted().Where(a => !db.ReminderRefusals.Any(r => r.AccountId == a.Id));

    static async Task<IReadOnlyList<Addressee>> Addressees(IQueryable<Account> accounts, CancellationToken ct) =>
        await accounts.OrderBy(a => a.Id).Select(a => new Addressee(a.Id, a.Name, a.Email!)).ToListAsync(ct);
}
