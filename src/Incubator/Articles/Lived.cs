using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Incubator.Steering;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Articles;

/// <summary>What happened under a convention, as far as its articles ask.</summary>
public sealed record Lived
{
    public required Convention Convention { get; init; }
    public required Startup Startup { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<LedgerEntry> Entries { get; init; }
    public required IReadOnlyList<RegisterTask> Tasks { get; init; }
    public required IReadOnlyList<Mandate> Mandates { get; init; }
    public required IReadOnlyList<Committee> Committees { get; init; }
    public required IReadOnlyList<Expert> Experts { get; init; }
    public required IReadOnlyList<Notice> Notices { get; init; }
    public required IReadOnlyList<(DateOnly Month, bool IsFinal, DateOnly DueOn)> Owed { get; init; }
    public required IReadOnlyList<(DateOnly Month, bool IsFinal)> Sent { get; init; }
    public required int Engagements { get; init; }
    public required int Forecasts { get; init; }
    public required int Indicators { get; init; }
    public required int NotInChorus { get; init; }
    public required Workshop? Workshop { get; init; }
    public required bool WorkshopIsStale { get; init; }

    public static async Task<Lived> Read(IncubatorDb db, Convention convention, DateOnly today, CancellationToken ct)
    {
        var id = convention.Id;
        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == id).ToListAsync(ct);
        var sent = await db.Statements.Where(s => s.ConventionId == id).OrderBy(s => s.Month).Select(s => new { s.Month, s.IsFinal }).ToListAsync(ct);
        var workshop = await db.Workshops.AsNoTracking().Where(w => w.StartupId == convention.StartupId).OrderByDescending(w => w.HeldOn).ThenByDescending(w => w.At).FirstOrDefaultAsync(ct);
        return new()
        {
            Convention = convention, Today = today, Entries = entries, Workshop = workshop, WorkshopIsStale = workshop is not null && await db.Triggers.AnyAsync(t => t.WorkshopId == workshop.Id, ct),
            Startup = await db.Startups.AsNoTracking().Include(s => s.Phases).SingleAsync(s => s.Id == convention.StartupId, ct),
            Tasks = await db.Tasks.AsNoTracking().Where(t => t.ConventionId == id).OrderBy(t => t.DueOn).ToListAsync(ct),
            Mandates = await db.Mandates.AsNoTracking().Where(m => m.ConventionId == id && m.WithdrawnAt == null).ToListAsync(ct),
            Committees = await db.Committees.AsNoTracking().Where(c => c.ConventionId == id).ToListAsync(ct),
            Experts = await db.Experts.AsNoTracking().Where(e => e.ConventionId == id).ToListAsync(ct),
            Notices = await db.Notices.AsNoTracking().Where(n => n.ConventionId == id).OrderBy(n => n.SentAt).ToListAsync(ct),
            Owed = [.. StatementsDue.On(convention, entries, today).Where(o => sent.TrueForAll(s => s.Month != o.Month))], Sent = [.. sent.Select(s => (s.Month, s.IsFinal))],
            Engagements = await db.Engagements.CountAsync(e => e.ConventionId == id, ct), Forecasts = await db.Forecasts.CountAsync(f => f.ConventionId == id, ct),
            Indicators = await db.Indicators.CountAsync(i => i.StartupId == convention.StartupId && db.Measures.Any(m => m.IndicatorId == i.Id), ct),
            NotInChorus = await db.Entries.CountAsync(e => e.ConventionId == id && (e.Kind == EntryKind.Commitment || e.Kind == EntryKind.Payment) && !db.ChorusRecords.Any(r => r.EntryId == e.Id), ct),
        };
    }
}
