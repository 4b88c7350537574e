using System.Globalization;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.History;

/// <summary>Every version of an entry is kept: it can be read, compared with any other, and brought back.</summary>
public static class ShowHistory
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.History(l, "{key}"), List).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
            app.MapGet(Addresses.Entry(l, "{key}") + "/version/{number:int}", Show).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
            app.MapGet(Addresses.Compare(l, "{key}"), Compare).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
            app.MapPost(Addresses.Entry(l, "{key}") + "/version/{number:int}", Restore).Does("encyclopedie.retablir").For();
        }
    }

    static async Task<IResult> List(string key, int? page, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        if (await db.LastOrHidden(key, ct) is not { } last)
        {
            return TypedResults.NotFound();
        }

        var (l, number) = (Langs.Of(request), Math.Clamp(page ?? 1, 1, 10_000));
        var rows = await db.Versions.AsNoTracking().Where(v => v.EntryId == last.Entry.Id).OrderByDescending(v => v.Number).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.Number, v.At, v.AuthorId, v.AuthorName, v.Comment, Withheld = db.Withheld.Any(w => w.EntryId == v.EntryId && w.Number == v.Number) }).ToListAsync(ct);
        var names = await Signatures.For(visitor.User, rows.Select(r => r.AuthorId), people, l, ct);
        var cares = visitor.User is { } user && await db.Entries.CaredForBy(user, db).AnyAsync(e => e.Id == last.Entry.Id, ct);
        return Html.View<ShowHistoryPage, ShowHistoryModel>(new(l, last, cares, number, (last.Number + PageSize - 1) / PageSize, [.. rows.Select(r => new VersionRow(r.Number, r.At, names.Of(r.AuthorId, r.AuthorName), r.Withheld ? l.Say("(version retirée de la lecture)", "(version withheld)") : r.Comment))]));
    }

    static async Task<IResult> Show(string key, int number, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct) =>
        await View(key, number, new(), StatusCodes.Status200OK, new(), Langs.Of(request), db, visitor, people, ct);

    internal static async Task<IResult> View(string key, int number, Errors errors, int status, WithholdForm form, Lang l, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.LastOrHidden(key, ct) is not { } last || await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.EntryId == last.Entry.Id && v.Number == number, ct) is not { } version)
        {
            return TypedResults.NotFound();
        }

        var content = EntryJson.Read(version.Content);
        var withheld = await db.Withheld.AsNoTracking().SingleOrDefaultAsync(w => w.EntryId == last.Entry.Id && w.Number == number, ct);
        var names = await Signatures.For(visitor.User, [version.AuthorId, withheld?.By], people, l, ct);
        var reviews = await Reviewing.May(visitor.User, db, ct);
        return Html.View<ShowVersionPage, ShowVersionModel>(new()
        {
            L = l, Last = last, Content = content, Row = new(number, version.At, names.Of(version.AuthorId, version.AuthorName), version.Comment), Errors = errors,
            Linking = await Linking.For(content, key, l, db, await Glossary.Of(db, l, ct), ct),
            MayRestore = number != last.Number && withheld is null && reviews,
            MayWithhold = reviews,
            Withheld = withheld,
            WithheldBy = withheld?.By is { } by ? names.Of(by) : l.Say("un autre site", "another site"),
            Form = form,
        }, status);
    }

    static async Task<IResult> Compare(string key, int? from, int? to, HttpRequest request, EncyclopediaDb db, CancellationToken ct)
    {
        if (await db.Last(key, ct) is not { } last)
        {
            return TypedResults.NotFound();
        }

        var (older, newer) = (from ?? Math.Max(1, last.Number - 1), to ?? last.Number);
        if (await db.Withheld.Where(w => w.EntryId == last.Entry.Id && (w.Number == older || w.Number == newer)).OrderBy(w => w.Number).Select(w => (int?)w.Number).FirstOrDefaultAsync(ct) is { } withheld)
        {
            // Its page says why it is not compared.
            return TypedResults.LocalRedirect(Addresses.Version(Langs.Of(request), key, withheld));
        }

        return await db.ContentOf(last.Entry.Id, older, ct) is { } before && await db.ContentOf(last.Entry.Id, newer, ct) is { } after
            ? Html.View<CompareVersionsPage, CompareVersionsModel>(new(Langs.Of(request), last, older, newer, EntryDiff.Of(before, after).Changes))
            : TypedResults.NotFound();
    }

    /// <summary>What a version said was reviewed in its time: a reviewer may bring it back at once, which undoes damage without waiting. It becomes a version of its own.</summary>
    static async Task<IResult> Restore(string key, int number, [FromForm] IFormCollection form, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        var (l, errors) = (Langs.Of(request), new Errors());
        if (!await Reviewing.May(visitor.User, db, ct) || await db.Entries.SingleOrDefaultAsync(e => e.Key == key, ct) is not { } entry || await db.ContentOf(entry.Id, number, ct) is not { } content)
        {
            return TypedResults.NotFound();
        }

        if (number == entry.Version)
        {
            return TypedResults.LocalRedirect(Addresses.History(l, key));
        }

        // The rules may have grown since that version was published.
        foreach (var (_, message) in EntryChecks.Of(content, l, key).All)
        {
            errors.Add("", message);
        }

        if (await PartCircles.Closed(key, content, db, ct) is { } circle)
        {
            errors.Add("", l.Say("Ces fiches feraient partie les unes des autres, en rond : ", "These entries would be parts of one another, in a circle: ") + string.Join(" → ", circle));
        }

        if (errors.Any)
        {
            return await View(key, number, errors, StatusCodes.Status422UnprocessableEntity, new(), l, db, visitor, people, ct);
        }

        if (!string.Equals(form["seen"], entry.Version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) || !await Publish(entry, content, number, visitor.SignedIn, l, db, clock, ct))
        {
            errors.Add("", l.Say("La fiche a changé depuis que cette page est ouverte. Comparez avec la dernière version avant de rétablir celle-ci.", "The entry has changed since this page was opened. Compare with the last version before you restore this one."));
            return await View(key, number, errors, StatusCodes.Status409Conflict, new(), l, db, visitor, people, ct);
        }

        return TypedResults.LocalRedirect(Addresses.History(l, key));
    }

    /// <summary>False when somebody published at the same moment.</summary>
    static async Task<bool> Publish(Entry entry, EntryContent content, int number, CurrentUser by, Lang l, EncyclopediaDb db, TimeProvider clock, CancellationToken ct)
    {
        var comment = l.Say($"Retour à la version {number}", $"Back to version {number}");
        await Publishing.Renew(entry, content, new() { AuthorId = by.Id, Comment = comment }, db, clock.GetUtcNow(), ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}

public sealed record VersionRow(int Number, DateTimeOffset At, string By, string Comment);

public sealed record ShowHistoryModel(Lang L, EntryState Last, bool MayCare, int Page, int Pages, IReadOnlyList<VersionRow> Rows);

public sealed record ShowVersionModel
{
    public required Lang L { get; init; }
    public required EntryState Last { get; init; }
    public required EntryContent Content { get; init; }
    public required VersionRow Row { get; init; }
    public required bool MayRestore { get; init; }
    public required bool MayWithhold { get; init; }

    /// <summary>Its words are not there any more; null for all the others.</summary>
    public required VersionWithheld? Withheld { get; init; }

    public required string WithheldBy { get; init; }

    /// <summary>What a reviewer typed to withhold it.</summary>
    public required WithholdForm Form { get; init; }

    public required Errors Errors { get; init; }
    public required Linking Linking { get; init; }
}

public sealed record CompareVersionsModel(Lang L, EntryState Last, int From, int To, IReadOnlyList<EntryChange> Changes);
