using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.SourceList;

/// <summary>All sources of the organisation, those in trouble first.</summary>
public static class ListSources
{
    const int Most = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Sources(l), Show).ForAnalysts();
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var rows = await (
            from s in db.SourcesOf(at.Organisation).AsNoTracking()
            join w in db.Watches on s.WatchId equals w.Id
            orderby s.State == SourceState.Failed || s.State == SourceState.Retrying || s.State == SourceState.OutOfBudget descending, s.Wanted descending, s.Name
            select new SourceRow(s.Id, s.Name, s.Kind, s.State, w.Id, w.Name, s.Read, s.Kept, s.CursorAt, s.LastError)).Take(Most).ToListAsync(ct);
        return Html.View<SourcesPage, SourcesModel>(new(Langs.Of(request), rows));
    }
}

public sealed record SourceRow(Guid Id, string Name, SourceKind Kind, SourceState State, Guid WatchId, string Watch, long Read, long Kept, DateTimeOffset? CursorAt, string? LastError);

public sealed record SourcesModel(Lang L, IReadOnlyList<SourceRow> Rows);
