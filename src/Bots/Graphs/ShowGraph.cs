using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Bots.Figures;
using Beffroi.Bots.Leaving;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Graphs;

/// <summary>Who repeats whom, or who acts together: drawn where the browser can, and told in tables where it cannot.</summary>
public static class ShowGraph
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Graph(l), Show).ForAnalysts();
            app.MapGet(OwnAddresses.GraphData(l), Data).ForAnalysts();
            app.MapGet(OwnAddresses.GraphFile(l), File).Does("robots.exporter").ForAnalysts();
            app.MapGet(Addresses.Graph(l) + ".json", JsonFile).Does("robots.exporter").ForAnalysts();
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var l = Langs.Of(request);
        var (ask, errors) = GraphAsk.Read(request.Query, l);
        var watches = await db.WatchesOf(at.Organisation).AsNoTracking().OrderBy(w => w.Name).ThenBy(w => w.Id).ToListAsync(ct);
        var found = errors.Any || (ask.Watch is null && ask.Cluster is null) ? null : await GraphReading.Of(ask, db, at, ct);
        return found is null && !errors.Any && (ask.Watch ?? ask.Cluster) is not null
            ? TypedResults.NotFound()
            : Html.Form<ShowGraphPage, ShowGraphModel>(new(l, ask, errors, watches, found?.Watch, found?.Graph), errors);
    }

    static async Task<IResult> Data(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct) =>
        await Read(request, db, at, ct) is { } found ? TypedResults.Json(GraphJson.Of(found.Graph, Langs.Of(request)), Json) : TypedResults.NotFound();

    static async Task<IResult> JsonFile(HttpRequest request, BotsDb db, AtWork at, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await Read(request, db, at, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        await ExportAudit.Keep(db, actor, clock, $"Graph:{found.Watch.Id}", "json", ct);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(GraphJson.Of(found.Graph, Langs.Of(request)), Json), "application/json", Langs.Of(request).Say("graphe.json", "graph.json"));
    }

    static async Task<IResult> File(HttpRequest request, BotsDb db, AtWork at, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await Read(request, db, at, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        await ExportAudit.Keep(db, actor, clock, $"Graph:{found.Watch.Id}", "gexf", ct);
        using var file = new MemoryStream();
        Gexf.Write(GraphJson.File(found.Graph), file, dynamic: true);
        return TypedResults.File(file.ToArray(), "application/gexf+xml", Langs.Of(request).Say("graphe.gexf", "graph.gexf"));
    }

    static async Task<(Watch Watch, DrawnGraph Graph)?> Read(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var (ask, errors) = GraphAsk.Read(request.Query, Langs.Of(request));
        return errors.Any ? null : await GraphReading.Of(ask, db, at, ct);
    }
}

/// <param name="Watch">Null: none is chosen yet.</param>
public sealed record ShowGraphModel(Lang L, GraphAsk Ask, Errors Errors, IReadOnlyList<Watch> Watches, Watch? Watch, DrawnGraph? Graph);
