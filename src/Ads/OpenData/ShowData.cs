using Beffroi.Ads.Law;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.OpenData;

/// <summary>A file of open data: its name, its type, who writes it.</summary>
public sealed record DataFile(string Name, string Type, Func<Stream, AdsDb, Publication, CancellationToken, Task> Write)
{
    public static readonly IReadOnlyList<DataFile> All =
    [
        new("ads.csv", "text/csv; charset=utf-8", DataFiles.Csv),
        new("ads.json", "application/json; charset=utf-8", DataFiles.WriteJson),
        new("datapackage.json", "application/json; charset=utf-8", (body, _, publication, ct) => DataFiles.Package(body, publication, ct)),
    ];
}

/// <summary>All ads and what people answer, in one click, without an account.</summary>
public static class ShowData
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Data(l), Show).ForEveryone().ExcludeFromDescription();
            foreach (var file in DataFile.All)
            {
                app.MapGet(Addresses.Data(l) + "/" + file.Name, (DataShelf shelf, AdsDb db, Publication publication, CancellationToken ct) => Take(file, shelf, db, publication, ct)).ForEveryone().RequireRateLimiting(AskingLimit.Policy).ExcludeFromDescription();
            }
        }
    }

    static async Task<IResult> Take(DataFile file, DataShelf shelf, AdsDb db, Publication publication, CancellationToken ct)
    {
        var (body, stamp, _) = await shelf.Take(file.Name, db, publication, (into, stop) => file.Write(into, db, publication, stop), ct);
        return TypedResults.Stream(body, file.Type, file.Name, entityTag: new($"\"{stamp}\""), enableRangeProcessing: true);
    }

    static async Task<IResult> Show(HttpRequest request, AdsDb db, Publication publication, CancellationToken ct) =>
        Html.View<ShowDataPage, ShowDataModel>(new(Langs.Of(request), await db.Ads.Public().CountAsync(ct), publication.Frozen is [var country, ..] ? publication.Freeze(country) : null));
}

public sealed record ShowDataModel(Lang L, int Ads, PublicationFreeze? Freeze);
