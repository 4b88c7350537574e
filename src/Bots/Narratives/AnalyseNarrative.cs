using Beffroi.Bots.Analysing;
using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Narratives;

/// <summary>An analyst looks at a narrative over a period: the whole view is in its address.</summary>
public static class AnalyseNarrative
{
    /// <summary>Rows of each table on the page; the rest is on its own.</summary>
    const int RowsShown = 10;

    static readonly TableKey[] Sections =
    [
        TableKey.Series, TableKey.Clock, TableKey.Languages, TableKey.Accounts, TableKey.Histogram, TableKey.Scores, TableKey.Hashtags, TableKey.Links, TableKey.Domains, TableKey.Media, TableKey.Top, TableKey.Identical, TableKey.Near,
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Narratives(l), Show).ForAnalysts();
        }
    }

    static async Task<IResult> Show(HttpRequest request, AtWork at, BotsDb db, NarrativeReading reading, NarrativeTables tables, NarrativeChanges changes, TimeProvider clock, CancellationToken ct)
    {
        var (l, form, errors) = (Langs.Of(request), NarrativeForm.Of(request.Query), new Errors());
        var model = new NarrativeModel { L = l, Form = form, Errors = errors, Watches = await Watches(db, at.Organisation, ct) };
        if (form with { Watch = null } == new NarrativeForm())
        {
            return Html.View<NarrativePage, NarrativeModel>(model with { Saved = await changes.Of(at.Organisation, l, ct) });
        }

        if (NarrativeFilter.Read(form, NarrativeChanges.Today(clock.GetUtcNow()), errors, l) is not { } filter)
        {
            return Html.Form<NarrativePage, NarrativeModel>(model, errors);
        }

        if (filter.Watch is { } watch && !model.Watches.Any(w => w.Id == watch))
        {
            return TypedResults.NotFound();
        }

        if (await reading.Of(at.Organisation, filter, ct) is not { } narrative)
        {
            errors.Add("to", TooMany(l));
            return Html.Form<NarrativePage, NarrativeModel>(model with { Form = filter.ToForm() }, errors);
        }

        var sections = new List<ShownTable>();
        foreach (var key in narrative.IsEmpty ? [] : Sections)
        {
            var table = tables.Of(key, narrative, l);
            sections.Add(new(table, await table.Rows(0, RowsOf(key, table), ct)));
        }

        return Html.View<NarrativePage, NarrativeModel>(model with { Form = filter.ToForm(), Narrative = narrative, Sections = sections, AccountName = AccountName(narrative) });
    }

    public static string TooMany(Lang l) => l.Say(
        $"Ce récit compte plus de {l.Number(NarrativeReading.MostPosts)} publications sur cette période : raccourcissez-la.",
        $"This narrative has more than {l.Number(NarrativeReading.MostPosts)} posts over this period: shorten it.");

    public static async Task<IReadOnlyList<WatchName>> Watches(BotsDb db, Guid organisation, CancellationToken ct) =>
        await db.Watches.AsNoTracking().Where(w => w.OrganisationId == organisation).OrderBy(w => w.Name).ThenBy(w => w.Id).Select(w => new WatchName(w.Id, w.Name)).ToListAsync(ct);

    // What is short is told whole.
    static int RowsOf(TableKey key, NarrativeTable table) => key is TableKey.Histogram or TableKey.Clock or TableKey.Top ? table.Count : RowsShown;

    static string? AccountName(Narrative narrative) =>
        Guid.TryParse(narrative.Filter.Account, out var id) ? narrative.Authors.FirstOrDefault(a => a.Id == id)?.Handle ?? narrative.Filter.Account : narrative.Filter.Account;
}

public sealed record WatchName(Guid Id, string Name);

/// <param name="Rows">The first ones.</param>
public sealed record ShownTable(NarrativeTable Table, IReadOnlyList<IReadOnlyList<Cell>> Rows);

public sealed record NarrativeModel
{
    public required Lang L { get; init; }
    public required NarrativeForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required IReadOnlyList<WatchName> Watches { get; init; }
    public IReadOnlyList<NarrativeChange> Saved { get; init; } = [];

    /// <summary>Null: nothing was asked yet, or something is to be corrected.</summary>
    public Narrative? Narrative { get; init; }
    public IReadOnlyList<ShownTable> Sections { get; init; } = [];
    public string? AccountName { get; init; }

    /// <summary>A name that was refused, as typed.</summary>
    public KeepForm? Keeping { get; init; }
}
