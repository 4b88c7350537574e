using System.Globalization;
using Beffroi.Bots.Analysing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Bots.Narratives;

/// <summary>One table of an analysis, whole: page by page, or as a file.</summary>
public static class ShowNarrativeTable
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.NarrativeCsv(l, "{key}"), Give).ForAnalysts();
            app.MapGet(Addresses.NarrativeTable(l, "{key}"), Show).ForAnalysts();
        }
    }

    static async Task<IResult> Show(string key, HttpRequest request, AtWork at, BotsDb db, NarrativeReading reading, NarrativeTables tables, TimeProvider clock, CancellationToken ct)
    {
        var l = Langs.Of(request);
        var (narrative, table, refusal) = await Read(key, request, at, db, reading, tables, clock, ct);
        if (narrative is null || table is null)
        {
            return refusal ?? TypedResults.NotFound();
        }

        var last = Math.Max(1, (table.Count + PageSize - 1) / PageSize);
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, last) : 1;
        return Html.View<NarrativeTablePage, NarrativeTableModel>(new(l, narrative.Filter, table, await table.Rows((page - 1) * PageSize, PageSize, ct), page, last));
    }

    static async Task<IResult> Give(string key, HttpRequest request, HttpResponse response, AtWork at, BotsDb db, NarrativeReading reading, NarrativeTables tables, TimeProvider clock, CancellationToken ct)
    {
        var (narrative, table, refusal) = await Read(key, request, at, db, reading, tables, clock, ct);
        if (narrative is null || table is null)
        {
            return refusal ?? TypedResults.NotFound();
        }

        var name = FormattableString.Invariant($"recit-{NarrativeTables.Name(table.Key)}-{narrative.Filter.From:yyyy-MM-dd}-{narrative.Filter.To:yyyy-MM-dd}.csv");
        return TypedResults.Stream(body => CsvFile.Write(body, table, ct), CsvFile.Type, name);
    }

    static async Task<(Narrative?, NarrativeTable?, IResult?)> Read(string key, HttpRequest request, AtWork at, BotsDb db, NarrativeReading reading, NarrativeTables tables, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), NarrativeForm.Of(request.Query), new Errors());
        var watches = await AnalyseNarrative.Watches(db, at.Organisation, ct);
        if (NarrativeTables.Read(key) is not { } asked)
        {
            return (null, null, null);
        }

        if (NarrativeFilter.Read(form, NarrativeChanges.Today(clock.GetUtcNow()), errors, l) is not { } filter)
        {
            return (null, null, Html.Form<NarrativePage, NarrativeModel>(new() { L = l, Form = form, Errors = errors, Watches = watches }, errors));
        }

        if (filter.Watch is { } watch && !watches.Any(w => w.Id == watch))
        {
            return (null, null, null);
        }

        if (await reading.Of(at.Organisation, filter, ct) is { } narrative)
        {
            return (narrative, tables.Of(asked, narrative, l), null);
        }

        errors.Add("to", AnalyseNarrative.TooMany(l));
        return (null, null, Html.Form<NarrativePage, NarrativeModel>(new() { L = l, Form = filter.ToForm(), Errors = errors, Watches = watches }, errors));
    }
}

public sealed record NarrativeTableModel(Lang L, NarrativeFilter Filter, NarrativeTable Table, IReadOnlyList<IReadOnlyList<Cell>> Rows, int Page, int LastPage);
