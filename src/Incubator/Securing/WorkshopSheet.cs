using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Securing;

/// <summary>All that is written of a workshop: some dozens of notes, read whole.</summary>
public sealed record WorkshopSheet
{
    public required Startup Startup { get; init; }
    public required Workshop Workshop { get; init; }
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The most critical first.</summary>
    public required IReadOnlyList<RiskLine> Risks { get; init; }

    public required IReadOnlyList<Trigger> Triggers { get; init; }

    /// <summary>A newer one was held.</summary>
    public required bool IsReplaced { get; init; }

    /// <summary>Whether notes and risks may still be written: what is out of date stays as it was.</summary>
    public bool IsOpen => Triggers.Count == 0 && !IsReplaced;

    public IEnumerable<Note> Of(NoteKind kind) => Notes.Where(n => n.Kind == kind);

    /// <summary>A risk by its three notes.</summary>
    public string Named(Risk risk) => string.Join(", ", new[] { risk.SourceId, risk.ComponentId, risk.EventId }.Select(id => Notes.First(n => n.Id == id).Text));

    /// <summary>How many risks have this severity and this likelihood.</summary>
    public int Count(int severity, int likelihood) => Risks.Count(r => r.Severity == severity && r.Risk.Likelihood == likelihood);

    /// <summary>A workshop of one of these startups; null where there is none.</summary>
    public static async Task<WorkshopSheet?> Read(IncubatorDb db, IQueryable<Startup> startups, Guid id, CancellationToken ct)
    {
        var found = await (from w in db.Workshops.AsNoTracking() join s in startups on w.StartupId equals s.Id where w.Id == id select new { Workshop = w, Startup = s }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var held = found.Workshop;
        var notes = await db.Notes.AsNoTracking().Where(n => n.WorkshopId == id).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct);
        var risks = await db.Risks.AsNoTracking().Where(r => r.WorkshopId == id).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        var ids = risks.ConvertAll(r => r.Id);
        var accepted = (await db.Acceptances.AsNoTracking().Where(a => ids.Contains(a.RiskId)).OrderBy(a => a.At).ToListAsync(ct)).ToLookup(a => a.RiskId);
        var byId = notes.ToDictionary(n => n.Id);
        return new()
        {
            Startup = found.Startup, Workshop = held, Notes = notes,
            Risks = [.. risks.Select(r => new RiskLine(r, byId[r.SourceId], byId[r.ComponentId], byId[r.EventId], [.. r.Measures.Where(byId.ContainsKey).Select(m => byId[m])], [.. accepted[r.Id]])).OrderByDescending(r => r.Criticality)],
            Triggers = await db.Triggers.AsNoTracking().Where(t => t.WorkshopId == id).OrderBy(t => t.On).ThenBy(t => t.At).ToListAsync(ct),
            IsReplaced = await db.Workshops.AnyAsync(w => w.StartupId == held.StartupId && w.HeldOn > held.HeldOn, ct),
        };
    }
}
