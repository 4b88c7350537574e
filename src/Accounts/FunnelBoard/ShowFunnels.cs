using System.Text;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.FunnelBoard;

/// <summary>Where people stop, service by service, from counts that follow nobody: a table, a chart, and a file of days.</summary>
public static class ShowFunnels
{
    public const string Path = "/admin/parcours";

    const int Usual = 30;

    public static readonly IReadOnlyList<Option> Periods = [new("7", "7 derniers jours"), new("30", "30 derniers jours"), new("90", "90 derniers jours"), new("365", "365 derniers jours")];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin);
        app.MapGet(Path + ".csv", Export).For(Role.Superadmin);
    }

    static async Task<IResult> Show(string? jours, IEnumerable<Funnel> funnels, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var days = Days(jours);
        var from = From(days, clock);
        var counts = await db.StepCounts.Where(c => c.Day >= from).GroupBy(c => new { c.Funnel, c.Step }).Select(g => new { g.Key.Funnel, g.Key.Step, Count = g.Sum(c => c.Count) }).ToDictionaryAsync(c => (c.Funnel, c.Step), c => c.Count, ct);
        return Html.View<ShowFunnelsPage, ShowFunnelsModel>(new(days, [.. funnels.OrderBy(f => f.Part).Select(f => new CountedFunnel(f, [.. f.Steps.Select(s => counts.GetValueOrDefault((f.Key, s.Key)))]))]));
    }

    static async Task<IResult> Export(string? jours, IEnumerable<Funnel> funnels, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var from = From(Days(jours), clock);
        var labels = funnels.SelectMany(f => f.Steps.Select(s => (f.Key, s))).ToDictionary(s => (s.Key, s.s.Key), s => s.s.Label);
        var lines = (await db.StepCounts.AsNoTracking().Where(c => c.Day >= from).OrderBy(c => c.Day).ThenBy(c => c.Funnel).ThenBy(c => c.Step).ToListAsync(ct))
            .Select(c => string.Join(';', CsvCell.Day(c.Day), CsvCell.Text(c.Funnel), CsvCell.Text(c.Step), CsvCell.Text(labels.GetValueOrDefault((c.Funnel, c.Step))), CsvCell.Number(c.Count)));
        return TypedResults.File(
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend("jour;parcours;etape;intitule;compte")) + "\r\n")], "text/csv; charset=utf-8", $"parcours-{French.IsoDay(clock.GetUtcNow())}.csv");
    }

    static int Days(string? typed) => Periods.Any(p => string.Equals(p.Value, typed, StringComparison.Ordinal)) ? int.Parse(typed!, System.Globalization.CultureInfo.InvariantCulture) : Usual;

    // Today is one of them.
    static DateOnly From(int days, TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - days);
}

public sealed record ShowFunnelsModel(int Days, IReadOnlyList<CountedFunnel> Funnels);

/// <param name="Counts">Of each step, in order.</param>
public sealed record CountedFunnel(Funnel Funnel, IReadOnlyList<int> Counts)
{
    /// <summary>Part of the step before; null for the first, or after a step that nobody passed. More than one where people come in by another door.</summary>
    public double? Kept(int step) => step == 0 || Counts[step - 1] == 0 ? null : (double)Counts[step] / Counts[step - 1];
}
