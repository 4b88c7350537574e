using System.Globalization;
using Beffroi.Incubator.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Publishing;

/// <summary>The budget of one convention in one year, by activity of the common reference. Every figure is the ledger's.</summary>
public sealed record BudgetLine
{
    public required string Startup { get; init; }
    public required string StartupTitle { get; init; }
    public required string Convention { get; init; }
    public required int Year { get; init; }
    public required string Activity { get; init; }
    public required string Resource { get; init; }
    public required Money Engaged { get; init; }
    public required Money Paid { get; init; }
}

/// <summary>What a convention gives in a year.</summary>
public sealed record FundingLine(string Startup, string StartupTitle, string Convention, string ConventionTitle, string Delegator, int Year, Money Ae, Money Cp);

public sealed record PublishedBudget(IReadOnlyList<FundingLine> Funding, IReadOnlyList<BudgetLine> Spending)
{
    public const string Head = "startup,convention,annee,activite,ressource,ae_engagees,cp_payes";

    /// <param name="startup">One startup's, or all when null. Conventions that are not signed are not public.</param>
    public static async Task<PublishedBudget> Read(IncubatorDb db, string? startup, CancellationToken ct)
    {
        var conventions = await (from c in db.Conventions.AsNoTracking() join s in db.Startups.AsNoTracking() on c.StartupId equals s.Id where c.SignedOn != null && (startup == null || s.Slug == startup) orderby s.Slug, c.Slug select new { c.Id, c.Slug, Named = c.Title, c.Delegator, Startup = s.Slug, s.Title }).ToListAsync(ct);
        var ids = conventions.ConvertAll(c => c.Id);
        var entries = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.ConventionId)).ToListAsync(ct)).ToLookup(e => e.ConventionId);
        var kinds = await db.Orders.Where(o => ids.Contains(o.ConventionId)).ToDictionaryAsync(o => o.Id, o => o.Prestation, ct);
        return new(
            [.. from c in conventions from year in entries[c.Id].GroupBy(e => e.Year).OrderBy(g => g.Key) let b = Balance.Of(year) select new FundingLine(c.Startup, c.Title, c.Slug, c.Named, c.Delegator, year.Key, b.AllocatedAe, b.AllocatedCp)],
            [.. from c in conventions
                from line in entries[c.Id].Where(e => e.OrderId is not null).GroupBy(e => (e.Year, Activity: kinds[e.OrderId!.Value].Activity())).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Activity, StringComparer.Ordinal)
                let b = Balance.Of(line)
                select new BudgetLine { Startup = c.Startup, StartupTitle = c.Title, Convention = c.Slug, Year = line.Key.Year, Activity = line.Key.Activity, Resource = PrestationWords.Resource, Engaged = b.Engaged, Paid = b.Paid }]);
    }

    public byte[] Ods() => OdsFile.Of("budget", Head.Split(','), [.. Spending.Select(l => (IReadOnlyList<object?>)[l.Startup, l.Convention, l.Year, l.Activity, l.Resource, l.Engaged, l.Paid])]);

    public string Csv() => CsvFile.Of(Head, Spending.Select(l => (IReadOnlyList<string>)[l.Startup, l.Convention, l.Year.ToString(CultureInfo.InvariantCulture), l.Activity, l.Resource, l.Engaged.Plain, l.Paid.Plain]));
}
