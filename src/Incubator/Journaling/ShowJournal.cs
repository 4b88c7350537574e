using System.Globalization;
using System.Text.RegularExpressions;
using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Journaling;

/// <summary>Every act on a convention or on a startup: who, when, what it was before and after, and why; and whether the chain holds.</summary>
public static partial class ShowJournal
{
    const int PageSize = 50;
    const int HashShown = 12;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/incubateur/conventions/{slug}/journal", OfConvention).For();
        app.MapGet("/incubateur/startups/{slug}/journal", OfStartup).For();
    }

    static async Task<IResult> OfConvention(string slug, [AsParameters] JournalQuery query, IncubatorDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var id = convention.Id;
        var all = await db.Journal.AsNoTracking().Where(l => l.ConventionId == id).OrderBy(l => l.Number).ToListAsync(ct);
        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == id).ToListAsync(ct);
        var named = await db.Experts.Where(e => e.ConventionId == id).Select(e => new { e.Id, e.Name }).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        foreach (var entry in entries)
        {
            named[entry.Id] = $"écriture {entry.Number}";
        }

        return await View(new(convention.Title, Addresses.Convention(slug)), all, named, query, people, entries, ct);
    }

    static async Task<IResult> OfStartup(string slug, [AsParameters] JournalQuery query, IncubatorDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var all = await db.StartupJournal.AsNoTracking().Where(l => l.StartupId == startup.Id).OrderBy(l => l.Number).ToListAsync(ct);
        return await View(new(startup.Title, Addresses.OfStartup(slug)), all, [], query, people, null, ct);
    }

    /// <param name="named">What the numbers of rows are called by people.</param>
    /// <param name="entries">The ledger beside it, which has a chain of its own; null where there is none.</param>
    static async Task<IResult> View(Crumb of, IReadOnlyList<ActLine> all, Dictionary<Guid, string> named, JournalQuery query, IStructures people, IReadOnlyList<LedgerEntry>? entries, CancellationToken ct)
    {
        var errors = new Errors();
        var (from, to) = (Typed.OptionalDay(query.Du, "du", errors), Typed.OptionalDay(query.Au, "au", errors));
        // The chain is read whole in any case: what is shown is chosen from it.
        var kept = all.Where(l => (string.IsNullOrEmpty(query.Acte) || string.Equals(l.Act, query.Acte, StringComparison.Ordinal)) && (from is null || ParisDay.Of(l.At) >= from) && (to is null || ParisDay.Of(l.At) <= to)).Reverse().ToList();
        var pages = Math.Max(1, (kept.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page ?? 1, 1, pages);
        var shown = kept.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var asked = shown.SelectMany(l => Identifiers().Matches($"{l.Before} {l.After} {l.Reason}").Select(m => Guid.Parse(m.Value))).Concat(shown.Select(l => l.By)).Distinct().ToList();
        foreach (var (account, name) in await people.People(asked, ct))
        {
            named[account] = name;
        }

        return Html.Form<ShowJournalPage, ShowJournalModel>(
            new()
            {
                Of = of, Lines = [.. shown.Select(l => new ShownLine(l.Number, l.At, named.GetValueOrDefault(l.By, "Compte supprimé"), ActNames.Of(l.Act), Said(l.Before, named), Said(l.After, named), Said(l.Reason, named)))],
                Acts = [.. all.Select(l => l.Act).Distinct(StringComparer.Ordinal).Select(a => new Option(a, ActNames.Of(a))).OrderBy(o => o.Label, StringComparer.Ordinal)], Query = query, Page = page, Pages = pages, Found = kept.Count, All = all.Count,
                BrokenLine = ActLine.FirstBroken(all), BrokenEntry = entries is null ? null : Chain.FirstBroken(entries), Entries = entries?.Count, LastLine = Short(all is [.., var end] ? end.Hash : null), LastEntry = Short(entries?.MaxBy(e => e.Number)?.Hash), Errors = errors,
            },
            errors);
    }

    // Numbers of accounts and of rows say nothing to people; of a hash, the beginning is enough to compare.
    static string? Said(string? text, Dictionary<Guid, string> names) =>
        text is null ? null : Hashes().Replace(Identifiers().Replace(text, m => names.GetValueOrDefault(Guid.Parse(m.Value), "(supprimé)")), m => m.Value[..HashShown]);

    static string? Short(string? hash) => hash?[..HashShown];

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifiers();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hashes();
}

public sealed record JournalQuery(string? Acte, string? Du, string? Au, int? Page)
{
    /// <summary>The same choice, on another page.</summary>
    public string At(string address, int page)
    {
        (string Name, string? Value)[] parts = [("acte", Acte), ("du", Du), ("au", Au), ("page", page.ToString(CultureInfo.InvariantCulture))];
        return address + "?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}

public sealed record ShownLine(int Number, DateTimeOffset At, string By, string Act, string? Before, string? After, string? Reason);

public sealed record ShowJournalModel
{
    /// <summary>The convention or the startup, and its page.</summary>
    public required Crumb Of { get; init; }
    public required IReadOnlyList<ShownLine> Lines { get; init; }
    public required IReadOnlyList<Option> Acts { get; init; }
    public required JournalQuery Query { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required int Found { get; init; }
    public required int All { get; init; }

    /// <summary>Number of the first line that is not what was written.</summary>
    public required int? BrokenLine { get; init; }
    public required int? BrokenEntry { get; init; }

    /// <summary>Lines of the ledger; null where there is none.</summary>
    public required int? Entries { get; init; }
    public required string? LastLine { get; init; }
    public required string? LastEntry { get; init; }
    public required Errors Errors { get; init; }

    public string Address => Of.Href + "/journal";
}
