using Beffroi.Encyclopedia.Exporting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.OpenData;

/// <summary>Everything in one click, in the format of one's choice, without an account.</summary>
public static class ShowData
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Data(language), Show).ForEveryone().KeptUntilPublished().ExcludeFromDescription();
            app.MapGet(Addresses.Feed(language), Feed).ForEveryone().KeptUntilPublished().ExcludeFromDescription();
            File(app, Addresses.DataFile(language, "json"), OwnExport.Type, "encyclopedia.json", (body, _, db, _, ct) => OwnExport.Write(body, db, ct));
            File(app, Addresses.DataFile(language, "csv"), CsvExport.Type, "encyclopedia.csv", (body, _, db, _, ct) => CsvExport.Write(body, db, ct));
            File(app, Addresses.DataFile(language, "zip"), MarkdownExport.Type, "encyclopedia-markdown.zip", (body, _, db, _, ct) => MarkdownExport.Write(body, db, ct));
            File(app, Addresses.DataFile(language, "html"), OfflineSite.Type, $"encyclopedia-{language.Code()}.html", OfflineSite.Write);
        }
    }

    delegate Task Writer(Stream body, Lang language, EncyclopediaDb db, DateTimeOffset now, CancellationToken ct);

    static void File(IEndpointRouteBuilder app, string address, string type, string name, Writer write) =>
        app.MapGet(address, async (HttpRequest request, ExportShelf shelf, EncyclopediaDb db, TimeProvider clock, CancellationToken ct) =>
        {
            // A file that is the same in both languages has one name: it is made and kept once.
            var (path, stamp) = await shelf.Take(name, db, (body, stop) => write(body, Langs.Of(request), db, clock.GetUtcNow(), stop), ct);
            return TypedResults.PhysicalFile(path, type, name, entityTag: new($"\"{stamp}\""), enableRangeProcessing: true);
        }).ForEveryone().RequireRateLimiting(AskingLimit.Policy).ExcludeFromDescription();

    static async Task<IResult> Show(EncyclopediaDb db, HttpRequest request, CancellationToken ct) =>
        Html.View<ShowDataPage, ShowDataModel>(new(Langs.Of(request), await db.Entries.CountAsync(ct), await db.Versions.Shown(db).CountAsync(ct),
            await db.Entries.Where(e => e.OriginName != null).GroupBy(e => e.OriginName!).OrderBy(g => g.Key).Select(g => new OriginCount(g.Key, g.Count())).ToListAsync(ct)));

    static async Task<IResult> Feed(EncyclopediaDb db, SiteIdentity site, HttpRequest request, CancellationToken ct) =>
        TypedResults.Bytes(await AtomFeed.Of(Langs.Of(request), request.Root(), site.Name, db, ct), AtomFeed.Type);
}

public sealed record OriginCount(string Name, int Entries);

public sealed record ShowDataModel(Lang Language, int Entries, int Versions, IReadOnlyList<OriginCount> Origins);
