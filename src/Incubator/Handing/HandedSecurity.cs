using Beffroi.Incubator.Securing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Handing;

/// <summary>The risk workshops and homologations of the services that are handed over.</summary>
public sealed record HandedSecurity
{
    public IReadOnlyList<Workshop> Workshops { get; init; } = [];
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];
    public IReadOnlyList<Note> Notes { get; init; } = [];
    public IReadOnlyList<Risk> Risks { get; init; } = [];
    public IReadOnlyList<Acceptance> Acceptances { get; init; } = [];
    public IReadOnlyList<Homologation> Homologations { get; init; } = [];
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];
    public IReadOnlyList<FigureReading> FigureReadings { get; init; } = [];

    internal IEnumerable<IEnumerable<object>> Rows => [Workshops, Triggers, Notes, Risks, Acceptances, Homologations, Alarms, FigureReadings];

    public static async Task<HandedSecurity> Read(IncubatorDb db, List<Guid> startups, CancellationToken ct)
    {
        var workshops = await db.Workshops.AsNoTracking().Where(x => startups.Contains(x.StartupId)).OrderBy(x => x.Id).ToListAsync(ct);
        var homologations = await db.Homologations.AsNoTracking().Where(x => startups.Contains(x.StartupId)).OrderBy(x => x.Id).ToListAsync(ct);
        var (held, decided) = (workshops.ConvertAll(w => w.Id), homologations.ConvertAll(h => h.Id));
        var risks = await db.Risks.AsNoTracking().Where(x => held.Contains(x.WorkshopId)).OrderBy(x => x.Id).ToListAsync(ct);
        var found = risks.ConvertAll(r => r.Id);
        return new()
        {
            Workshops = workshops, Homologations = homologations, Risks = risks,
            Triggers = await db.Triggers.AsNoTracking().Where(x => held.Contains(x.WorkshopId)).OrderBy(x => x.Id).ToListAsync(ct),
            Notes = await db.Notes.AsNoTracking().Where(x => held.Contains(x.WorkshopId)).OrderBy(x => x.Id).ToListAsync(ct),
            Acceptances = await db.Acceptances.AsNoTracking().Where(x => found.Contains(x.RiskId)).OrderBy(x => x.Id).ToListAsync(ct),
            Alarms = await db.Alarms.AsNoTracking().Where(x => decided.Contains(x.HomologationId)).OrderBy(x => x.Id).ToListAsync(ct),
            FigureReadings = await db.FigureReadings.AsNoTracking().Where(x => startups.Contains(x.StartupId)).OrderBy(x => x.On).ThenBy(x => x.Figure).ToListAsync(ct),
        };
    }
}
