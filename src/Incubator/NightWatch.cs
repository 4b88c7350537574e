using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

/// <summary>Reads, each night, the figures that ceilings are about: who must know is told once, and a workshop that counts users goes out of date.</summary>
public sealed class NightWatch(IncubatorDb db, IEnumerable<IPublicFigures> modules, IOutbox outbox, IStructures people, Actor actor, TimeProvider clock)
{
    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "incubateur.veiller");
        var watched = await db.Startups.AsNoTracking().Where(s => db.Homologations.Any(h => h.StartupId == s.Id) || db.Workshops.Any(w => w.StartupId == s.Id && w.Figure != null)).ToListAsync(ct);
        if (watched.Count == 0)
        {
            return;
        }

        var figures = await CountedFigures.Read(modules, ct);
        foreach (var startup in watched)
        {
            foreach (var (homologation, alarm) in await Look(startup, figures, ct))
            {
                await Write(startup, homologation, alarm, ct);
            }
        }
    }

    async Task<IReadOnlyList<(Homologation, Alarm)>> Look(Startup startup, IReadOnlyList<PublicFigure> figures, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // One node at a time: the row is locked in PostgreSQL, the file in SQLite, before anything is read.
        await db.Database.ExecuteSqlAsync($"""UPDATE incubator_startups SET "Slug" = "Slug" WHERE "Id" = {startup.Id}""", ct);
        var today = clock.Today();
        var homologation = await db.Homologations.AsNoTracking().Where(h => h.StartupId == startup.Id && h.From <= today).OrderByDescending(h => h.From).FirstOrDefaultAsync(ct);
        var workshop = await db.Workshops.AsNoTracking().Where(w => w.StartupId == startup.Id).OrderByDescending(w => w.HeldOn).ThenByDescending(w => w.At).FirstOrDefaultAsync(ct);
        var counts = new[] { homologation?.Figure, workshop?.Figure }.OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => figures.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal))?.N, StringComparer.Ordinal);
        await Keep(startup.Id, counts, today, ct);
        await Outdate(workshop, counts, today, ct);
        var alarms = homologation is null ? [] : await Warn(homologation, homologation.Figure is { } figure ? counts[figure] : null, today, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [.. alarms.Select(a => (homologation!, a))];
    }

    async Task Keep(Guid startupId, Dictionary<string, int?> counts, DateOnly today, CancellationToken ct)
    {
        var there = await db.FigureReadings.Where(r => r.StartupId == startupId && r.On == today).Select(r => r.Figure).ToListAsync(ct);
        db.AddRange(counts.Where(c => !there.Contains(c.Key, StringComparer.Ordinal)).Select(c => new FigureReading { StartupId = startupId, Figure = c.Key, On = today, Value = c.Value }));
    }

    async Task Outdate(Workshop? workshop, Dictionary<string, int?> counts, DateOnly today, CancellationToken ct)
    {
        if (workshop is { Figure: { } figure, Ceiling: { } ceiling } && counts[figure] is { } count && count >= ceiling && !await db.Triggers.AnyAsync(t => t.WorkshopId == workshop.Id && t.Kind == TriggerKind.Users, ct))
        {
            var now = clock.GetUtcNow();
            db.Add(new Trigger { Id = Guid.CreateVersion7(now), WorkshopId = workshop.Id, Kind = TriggerKind.Users, What = $"{French.Number(count)}, pour un seuil de {French.Number(ceiling)}", On = today, By = null, At = now });
        }
    }

    // Each is told once; where the ceiling is reached, that it was near is told no more.
    async Task<IReadOnlyList<Alarm>> Warn(Homologation homologation, int? reading, DateOnly today, CancellationToken ct)
    {
        var (now, told) = (clock.GetUtcNow(), await db.Alarms.Where(a => a.HomologationId == homologation.Id).Select(a => a.Kind).ToListAsync(ct));
        var alarms = homologation.Alarms(reading, today).Where(k => !told.Contains(k)).Select(k => new Alarm { Id = Guid.CreateVersion7(now), HomologationId = homologation.Id, Kind = k, Reading = reading, At = now }).ToList();
        db.AddRange(alarms);
        return alarms;
    }

    async Task Write(Startup startup, Homologation homologation, Alarm alarm, CancellationToken ct)
    {
        List<Duty> told = [Duty.Delegator, .. Rights.Secures];
        var accounts = await (from m in db.Mandates join c in db.Conventions on m.ConventionId equals c.Id where c.StartupId == startup.Id && m.WithdrawnAt == null && told.Contains(m.Duty) select m.AccountId).Distinct().ToListAsync(ct);
        foreach (var (account, email) in await people.Emails(accounts, ct))
        {
            await outbox.Add(
                new()
                {
                    Kind = "incubateur-homologation", To = email, AccountId = account, Subject = $"{startup.Title}\u00A0: {alarm.Kind.Title().ToLower(French.Culture)}", Key = $"incubateur-homologation:{alarm.Id}:{account}",
                    Body = $"{homologation.Kind.Label()}. {alarm.Kind.Title()}.\n\n{alarm.Kind.Said(homologation, alarm.Reading)}\n\nRéunissez l’équipe, et faites décider la suite\u00A0:\n{{site}}{Addresses.OfStartup(startup.Slug)}",
                },
                ct);
        }
    }
}
