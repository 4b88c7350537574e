using System.Globalization;
using System.Text;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
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
public sealed record FundingLine(string Startup, string StartupTitle, string Convention, string Delegator, int Year, Money Ae, Money Cp);

public sealed record PublishedBudget(IReadOnlyList<FundingLine> Funding, IReadOnlyList<BudgetLine> Spending)
{
    public const string Head = "startup,convention,annee,activite,ressource,ae_engagees,cp_payes";

    /// <param name="startup">One startup's, or all when null. Conventions that are not signed are not public.</param>
    public static async Task<PublishedBudget> Read(IncubatorDb db, string? startup, CancellationToken ct)
    {
        var conventions = await (from c in db.Conventions.AsNoTracking() join s in db.Startups.AsNoTracking() on c.StartupId equals s.Id where c.SignedOn != null && (startup == null || s.Slug == startup) orderby s.Slug, c.Slug select new { c.Id, c.Slug, c.Delegator, Startup = s.Slug, s.Title }).ToListAsync(ct);
        var ids = conventions.ConvertAll(c => c.Id);
        var entries = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.ConventionId)).ToListAsync(ct)).ToLookup(e => e.ConventionId);
        var kinds = await db.Orders.Where(o => ids.Contains(o.ConventionId)).ToDictionaryAsync(o => o.Id, o => o.Prestation, ct);
        return new(
            [.. from c in conventions from year in entries[c.Id].GroupBy(e => e.Year).OrderBy(g => g.Key) let b = Balance.Of(year) select new FundingLine(c.Startup, c.Title, c.Slug, c.Delegator, year.Key, b.AllocatedAe, b.AllocatedCp)],
            [.. from c in conventions
                from line in entries[c.Id].Where(e => e.OrderId is not null).GroupBy(e => (e.Year, Activity: kinds[e.OrderId!.Value].Activity())).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Activity, StringComparer.Ordinal)
                let b = Balance.Of(line)
                select new BudgetLine { Startup = c.Startup, StartupTitle = c.Title, Convention = c.Slug, Year = line.Key.Year, Activity = line.Key.Activity, Resource = PrestationWords.Resource, Engaged = b.Engaged, Paid = b.Paid }]);
    }

    /// <summary>RFC 4180: commas, lines ended by CR LF, decimal points.</summary>
    public string Csv()
    {
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var line in Spending)
        {
            text.AppendJoin(',', new[] { line.Startup, line.Convention, line.Year.ToString(CultureInfo.InvariantCulture), line.Activity, line.Resource, line.Engaged.Plain, line.Paid.Plain }.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    // What a spreadsheet would take for a formula is held by an apostrophe; negative amounts are numbers.
    static string Cell(string value)
    {
        var held = value.Length > 0 && (value[0] is '=' or '+' or '@' or '\t' || (value[0] == '-' && !decimal.TryParse(value, CultureInfo.InvariantCulture, out _))) ? "'" + value : value;
        return held.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{held.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : held;
    }
}
