using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Changes;

/// <summary>What changed lately, the last first.</summary>
public static class ListChanges
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Changes(language), Show).ForEveryone().KeptByPage().ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(EncyclopediaDb db, HttpRequest request, CancellationToken ct)
    {
        var language = Langs.Of(request);
        var bit = Encyclopedia.Entry.Bit(language);
        var last = Math.Max(1, (await db.Versions.Shown(db).CountAsync(ct) + PageSize - 1) / PageSize);
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, last) : 1;
        var changes = await db.Versions.Shown(db)
            .OrderByDescending(v => v.At).ThenByDescending(v => v.EntryId).ThenByDescending(v => v.Number)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.Entries, v => v.EntryId, e => e.Id, (v, e) => new { v, e })
            .Join(db.Words, x => x.e.Id, w => w.EntryId, (x, w) => new { x.v, x.e, w })
            .Where(x => x.w.Language == language || (x.e.Languages & bit) == 0)
            .OrderByDescending(x => x.v.At).ThenByDescending(x => x.v.EntryId).ThenByDescending(x => x.v.Number)
            .Select(x => new Change(x.e.Key, x.e.Type, x.w.Title, x.w.Language, x.v.Number, x.v.At, x.v.AuthorName, x.v.Comment))
            .ToListAsync(ct);
        return Html.View<ListChangesPage, ListChangesModel>(new(language, changes, page, last));
    }
}

/// <param name="Language">Of the title.</param>
public sealed record Change(string Key, EntryType Type, string Title, Lang Language, int Number, DateTimeOffset At, string? AuthorName, string Comment);

public sealed record ListChangesModel(Lang Language, IReadOnlyList<Change> Changes, int Page, int LastPage);
