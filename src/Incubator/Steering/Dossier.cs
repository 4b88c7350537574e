using System.Text.Json;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Steering;

/// <summary>The file of a committee, built from live data until it is locked: where the money stands, what is planned, what the service changes and at what cost, what was decided before.</summary>
public sealed record Dossier
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public required DateTimeOffset At { get; init; }
    public required string Phase { get; init; }
    public required decimal Allocated { get; init; }
    public required decimal Engaged { get; init; }
    public required decimal Paid { get; init; }
    public required decimal Planned { get; init; }
    public required IReadOnlyList<StatementLine> ByPrestation { get; init; }
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Each indicator with its goals; empty in files that were locked before there were any.</summary>
    public IReadOnlyList<DossierIndicator> Indicators { get; init; } = [];

    /// <summary>What one use or one effect costs, half-year by half-year.</summary>
    public IReadOnlyList<DossierCost> Costs { get; init; } = [];

    /// <summary>Of the common matrix, missing and late.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Year by year; empty in files that were locked before.</summary>
    public IReadOnlyList<YearLine> Years { get; init; } = [];

    /// <summary>What the team asks; null where it has not written it, or is asked nothing.</summary>
    public DossierAsk? Ask { get; init; }

    public static Dossier? Of(string? text) => text is null ? null : JsonSerializer.Deserialize<Dossier>(text, Json);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static async Task<Dossier> Build(IncubatorDb db, Convention convention, Guid committeeId, DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var ledger = new Ledger(convention, await db.Entries.AsNoTracking().Where(e => e.ConventionId == convention.Id).ToListAsync(ct));
        var orders = await db.Orders.AsNoTracking().Where(o => o.ConventionId == convention.Id).ToListAsync(ct);
        var forecasts = await db.Forecasts.AsNoTracking().Where(f => f.ConventionId == convention.Id).ToListAsync(ct);
        var startup = await db.Startups.AsNoTracking().Include(s => s.Phases).SingleAsync(s => s.Id == convention.StartupId, ct);
        var past = await db.Committees.AsNoTracking().Where(c => c.ConventionId == convention.Id && c.Decision != null).OrderBy(c => c.MeetingOn).ToListAsync(ct);
        var (balance, outlook) = (Balance.Of(ledger.Entries), Outlook.Of(ledger.Entries, forecasts, today));
        var impact = await PublishedImpacts.Of(db, startup, today, ct);
        var ask = await db.Asks.AsNoTracking().Where(a => a.CommitteeId == committeeId).OrderByDescending(a => a.At).FirstOrDefaultAsync(ct);
        return new()
        {
            Years = YearLine.Of(ledger.Entries), Ask = ask is null ? null : new(ask.Team, ask.EnvelopeAe.Amount, ask.EnvelopeCp.Amount, ask.Hypotheses, ask.Criteria, ask.At),
            At = now, Phase = startup.Current?.Name.Label() ?? "non renseigné", Allocated = balance.AllocatedAe.Amount, Engaged = balance.Engaged.Amount, Paid = balance.Paid.Amount, Planned = outlook.Planned.Amount,
            ByPrestation = StatementFigures.Of(ledger, orders, forecasts, StatementsDue.Month(today)).ByPrestation,
            Indicators = [.. impact.Indicators.Select(DossierIndicator.Of)], Costs = DossierCost.Of(impact.Costs), Missing = impact.Missing,
            Before = [.. past.Select(c => $"{Beffroi.Kit.French.Day(c.MeetingOn)} : {c.Decision!.Value.Label()}")],
        };
    }
}

/// <summary>What the team asked, in the file of its committee.</summary>
public sealed record DossierAsk(string Team, decimal EnvelopeAe, decimal EnvelopeCp, string Hypotheses, string Criteria, DateTimeOffset At);
