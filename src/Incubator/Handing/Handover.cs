using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Cards;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Steering;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Handing;

/// <summary>« Dossier de réversibilité »: all that is held of one service or of all, row by row, so that somebody else can go on. People are there by the number of their account only.</summary>
public sealed record Handover
{
    public required IReadOnlyList<Startup> Startups { get; init; }
    public required IReadOnlyList<Convention> Conventions { get; init; }
    public required IReadOnlyList<Mandate> Mandates { get; init; }
    public required IReadOnlyList<Expert> Experts { get; init; }
    public required IReadOnlyList<Order> Orders { get; init; }
    public required IReadOnlyList<LedgerEntry> Entries { get; init; }
    public required IReadOnlyList<ServiceRecord> Services { get; init; }
    public required IReadOnlyList<JournalLine> Journal { get; init; }
    public required IReadOnlyList<Forecast> Forecasts { get; init; }
    public required IReadOnlyList<Notice> Notices { get; init; }
    public required IReadOnlyList<Statement> Statements { get; init; }
    public required IReadOnlyList<ChorusReading> ChorusReadings { get; init; }
    public required IReadOnlyList<ChorusRecord> ChorusRecords { get; init; }
    public required IReadOnlyList<RegisterTask> Tasks { get; init; }
    public required IReadOnlyList<Committee> Committees { get; init; }

    // What follows came later than the first folders: one without it is still taken over.
    public IReadOnlyList<StartupLine> StartupJournal { get; init; } = [];
    public IReadOnlyList<MissionLetter> MissionLetters { get; init; } = [];
    public IReadOnlyList<Engagement> Engagements { get; init; } = [];
    public IReadOnlyList<Breach> Breaches { get; init; } = [];
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];
    public IReadOnlyList<Definition> Definitions { get; init; } = [];
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public IReadOnlyList<Goal> Goals { get; init; } = [];
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];
    public IReadOnlyList<Ask> Asks { get; init; } = [];
    public IReadOnlyList<Wording> Wordings { get; init; } = [];
    public IReadOnlyList<Card> Cards { get; init; } = [];
    public IReadOnlyList<CardEvent> CardEvents { get; init; } = [];

    /// <summary>Apart, because it is much and hangs together.</summary>
    public HandedSecurity Security { get; init; } = new();

    public HandedBoard Board { get; init; } = new();

    /// <param name="startup">One service's, by the name in its address; all when null.</param>
    public static async Task<Handover> Read(IncubatorDb db, string? startup, CancellationToken ct)
    {
        var startups = await db.Startups.AsNoTracking().Include(s => s.Phases).Where(s => startup == null || s.Slug == startup).OrderBy(s => s.Slug).ToListAsync(ct);
        var owners = startups.ConvertAll(s => s.Id);
        var conventions = await db.Conventions.AsNoTracking().Include(c => c.Avenants).Where(c => owners.Contains(c.StartupId)).OrderBy(c => c.Slug).ToListAsync(ct);
        var ids = conventions.ConvertAll(c => c.Id);
        var entries = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.ConventionId)).OrderBy(e => e.ConventionId).ThenBy(e => e.Number).ToListAsync(ct);
        var indicators = await db.Indicators.AsNoTracking().Where(i => owners.Contains(i.StartupId)).OrderBy(i => i.Id).ToListAsync(ct);
        var followed = indicators.ConvertAll(i => i.Id);
        return new()
        {
            Startups = startups, Conventions = conventions, Entries = entries, Security = await HandedSecurity.Read(db, owners, ct), Board = startup is null ? await HandedBoard.Read(db, ct) : new(), Indicators = indicators,
            Mandates = await db.Mandates.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            MissionLetters = await (from l in db.MissionLetters.AsNoTracking() join m in db.Mandates on l.MandateId equals m.Id where ids.Contains(m.ConventionId) orderby l.MandateId select l).ToListAsync(ct),
            Experts = await db.Experts.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Orders = await db.Orders.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Services = await db.Services.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Journal = await db.Journal.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.ConventionId).ThenBy(x => x.Number).ToListAsync(ct),
            StartupJournal = await db.StartupJournal.AsNoTracking().Where(x => owners.Contains(x.StartupId)).OrderBy(x => x.StartupId).ThenBy(x => x.Number).ToListAsync(ct),
            Forecasts = await db.Forecasts.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Notices = await db.Notices.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Statements = await db.Statements.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            ChorusReadings = await db.ChorusReadings.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            ChorusRecords = await db.ChorusRecords.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.EntryId).ToListAsync(ct),
            Tasks = await db.Tasks.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Committees = await db.Committees.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Asks = await db.Asks.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Wordings = await db.Wordings.AsNoTracking().Where(x => followed.Contains(x.IndicatorId)).OrderBy(x => x.Id).ToListAsync(ct),
            Engagements = await db.Engagements.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Breaches = await db.Breaches.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Definitions = await db.Definitions.AsNoTracking().Where(x => followed.Contains(x.IndicatorId)).OrderBy(x => x.Id).ToListAsync(ct),
            Measures = await db.Measures.AsNoTracking().Where(x => followed.Contains(x.IndicatorId)).OrderBy(x => x.Id).ToListAsync(ct),
            Goals = await db.Goals.AsNoTracking().Where(x => followed.Contains(x.IndicatorId)).OrderBy(x => x.Id).ToListAsync(ct),
            Suspensions = await db.Suspensions.AsNoTracking().Where(x => ids.Contains(x.ConventionId)).OrderBy(x => x.Id).ToListAsync(ct),
            Cards = await db.Cards.AsNoTracking().Where(x => owners.Contains(x.StartupId)).OrderBy(x => x.StartupId).ToListAsync(ct),
            CardEvents = await db.CardEvents.AsNoTracking().Where(x => owners.Contains(x.StartupId)).OrderBy(x => x.Id).ToListAsync(ct),
        };
    }

    /// <summary>Writes every row where it comes in; keys that are already there make the database refuse it whole.</summary>
    public void AddTo(IncubatorDb db)
    {
        IEnumerable<object>[] rows = [Startups, Conventions, Mandates, MissionLetters, Experts, Orders, Entries, Services, Journal, StartupJournal, Forecasts, Notices, Statements, ChorusReadings, ChorusRecords, Tasks, Committees, Asks, Engagements, Breaches, Suspensions, Cards, CardEvents, Indicators, Definitions, Wordings, Measures, Goals, .. Security.Rows, .. Board.Rows];
        db.AddRange(rows.SelectMany(r => r));
    }

    /// <summary>Where the money of each convention stands, and how far its books go: what must be the same on both sides.</summary>
    public IReadOnlyList<HandedFigures> Figures() => [.. Conventions.Select(c =>
    {
        var (entries, journal) = (Entries.Where(e => e.ConventionId == c.Id).OrderBy(e => e.Number).ToList(), Journal.Where(l => l.ConventionId == c.Id).OrderBy(l => l.Number).ToList());
        var balance = Balance.Of(entries);
        return new HandedFigures
        {
            Convention = c.Slug, AllocatedAe = balance.AllocatedAe.Plain, AllocatedCp = balance.AllocatedCp.Plain, Engaged = balance.Engaged.Plain, Certified = balance.Certified.Plain, Paid = balance.Paid.Plain,
            Entries = entries.Count, LastEntry = entries.LastOrDefault()?.Hash ?? Chain.Origin, Acts = journal.Count, LastAct = journal.LastOrDefault()?.Hash ?? Chain.Origin, Statements = Statements.Count(s => s.ConventionId == c.Id),
        };
    })];

    /// <summary>What was changed since it was written, in words; empty when nothing was.</summary>
    public IReadOnlyList<string> Broken() =>
    [
        .. Conventions.SelectMany(c => new[]
        {
            Chain.FirstBroken(Entries.Where(e => e.ConventionId == c.Id)) is { } entry ? $"{c.Slug} : l’écriture {entry} n’est pas celle qui a été écrite" : null,
            ActLine.FirstBroken(Journal.Where(l => l.ConventionId == c.Id)) is { } line ? $"{c.Slug} : la ligne {line} du journal n’est pas celle qui a été écrite" : null,
        }).OfType<string>(),
        .. Startups.Select(s => ActLine.FirstBroken(StartupJournal.Where(l => l.StartupId == s.Id)) is { } line ? $"{s.Slug}\u00A0: la ligne {line} du journal n’est pas celle qui a été écrite" : null).OfType<string>(),
        .. MissionLetters.Where(l => !IsTheOneThatCame(l)).Select(l => $"la lettre de mission « {l.Name} » n’est pas celle qui a été jointe"),
        .. Statements.Where(s => !s.IsIntact).Select(s => $"le compte de {s.Month:yyyy-MM} n’est pas celui qui a été envoyé"),
    ];

    bool IsTheOneThatCame(MissionLetter letter) =>
        letter.IsIntact && Mandates.FirstOrDefault(m => m.Id == letter.MandateId) is { } mandate
        && Journal.Any(l => l.ConventionId == mandate.ConventionId && l.After?.Contains(letter.Mention, StringComparison.Ordinal) is true);
}

/// <summary>Amounts as text with two decimals: no reader rounds them.</summary>
public sealed record HandedFigures
{
    public required string Convention { get; init; }
    public required string AllocatedAe { get; init; }
    public required string AllocatedCp { get; init; }
    public required string Engaged { get; init; }
    public required string Certified { get; init; }
    public required string Paid { get; init; }
    public required int Entries { get; init; }
    public required string LastEntry { get; init; }
    public required int Acts { get; init; }
    public required string LastAct { get; init; }
    public required int Statements { get; init; }
}
