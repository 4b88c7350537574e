using Beffroi.Encyclopedia.Translations;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.OneEntry;

/// <summary>An entry as it stands today, with all that leads to it.</summary>
public static class ShowEntry
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Entry(language, "{key}"), Show).ForEveryone().KeptUntilPublished().CountsReadings().CountsStep(EncyclopediaFunnel.Key, "fiche").ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(string key, EncyclopediaDb db, KeptReadings kept, Visitor visitor, TimeProvider clock, HttpRequest request, CancellationToken ct)
    {
        if (!EntryChecks.IsKey(key))
        {
            return TypedResults.NotFound();
        }

        var found = await (
            from entry in db.Entries.AsNoTracking()
            join version in db.Versions on new { EntryId = entry.Id, Number = entry.Version } equals new { version.EntryId, version.Number }
            where entry.Key == key
            select new { Entry = entry, version.Content }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        var model = await EntryReading.Of(found.Entry, EntryJson.Read(found.Content), Langs.Of(request), db, kept, clock.GetUtcNow(), ct);
        // A page made for somebody who is signed in is not kept for others.
        var cares = visitor.User is { } user && await db.Entries.CaredForBy(user, db).AnyAsync(e => e.Id == found.Entry.Id, ct);
        return Html.View<EntryPage, EntryModel>(model with { MayCare = cares, MayReview = model.Notes.Count > 0 && await Reviewing.May(visitor.User, db, ct) });
    }
}

/// <param name="Id">Of the run.</param>
public sealed record RunNote(Guid Id, string Words);

public sealed record EntryModel
{
    public required Entry Entry { get; init; }
    public required EntryContent Content { get; init; }
    public required Linking Linking { get; init; }

    /// <summary>The first of the entries that lead here, by title.</summary>
    public required IReadOnlyList<EntryHead> Backlinks { get; init; }

    /// <summary>How many lead here in all.</summary>
    public required int BacklinkCount { get; init; }

    /// <summary>Of a practice or a tool.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Of a practice that was run to its end, in hours.</summary>
    public required double? MedianHours { get; init; }

    /// <summary>What may be told to everybody of how runs went, last first.</summary>
    public required IReadOnlyList<RunNote> Notes { get; init; }

    public required IReadOnlyDictionary<string, UrlHealth> Copies { get; init; }
    public required DateOnly Today { get; init; }

    public bool IsStale => Encyclopedia.Entry.IsStale(Entry.ReviewedOn, Today);

    /// <summary>How its translation stands to its original; null where there is none.</summary>
    public required TranslationState? Translation { get; init; }

    /// <summary>Whoever reads looks after it.</summary>
    public bool MayCare { get; init; }

    /// <summary>Whoever reads may take a note away.</summary>
    public bool MayReview { get; init; }

    public Lang Language => Linking.Language;
    public EntryText Text => Content.In(Language);

    /// <summary>The language of its texts: the other one where it is not translated.</summary>
    public Lang Shown => Content.Texts[Language] is null ? Content.Original : Language;
}
