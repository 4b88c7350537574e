using Beffroi.Bots.Figures;
using Beffroi.Bots.Leaving;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Survival;

/// <summary>How many accounts of a watch or of a cluster are still there: <c>?watch=</c> or <c>?cluster=</c>.</summary>
public static class ShowSurvival
{
    const int MostSightings = 500_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(OwnAddresses.Survival(l), Show).ForAnalysts();
            app.MapGet(OwnAddresses.Survival(l) + ".csv", File).Does("robots.exporter").ForAnalysts();
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct) =>
        await Read(request, db, at, ct) is { } model ? Html.View<ShowSurvivalPage, ShowSurvivalModel>(model) : TypedResults.NotFound();

    static async Task<IResult> File(HttpRequest request, BotsDb db, AtWork at, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await Read(request, db, at, ct) is not { } model)
        {
            return TypedResults.NotFound();
        }

        await ExportAudit.Keep(db, actor, clock, $"Survival:{model.Query}", "csv", ct);
        return CsvFile.Of(model.L.Say("survie.csv", "survival.csv"), ["days", "at_risk", "gone", "survival", "earliest_survival", "low", "high"],
            model.Points.Select(p => (IReadOnlyList<object?>)[p.Days, p.AtRisk, p.Gone, p.Survival, p.EarliestSurvival, p.Low, p.High]));
    }

    static async Task<ShowSurvivalModel?> Read(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var l = Langs.Of(request);
        IQueryable<Guid> group;
        string name;
        string query;
        if (Guid.TryParse(request.Query["cluster"], out var cluster))
        {
            if (await db.ClustersOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(c => c.Id == cluster, ct) is not { } found)
            {
                return null;
            }

            group = db.Members.Where(m => m.ClusterId == cluster).Select(m => m.AccountId);
            (name, query) = (l.Say($"Groupe de {found.Size} comptes", $"Cluster of {found.Size} accounts"), $"?cluster={cluster}");
        }
        else if (Guid.TryParse(request.Query["watch"], out var watch) && await db.WatchesOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(w => w.Id == watch, ct) is { } found)
        {
            group = db.AccountMatches.Where(m => m.WatchId == watch).Select(m => m.AccountId);
            (name, query) = (found.Name, $"?watch={watch}");
        }
        else
        {
            return null;
        }

        var rows = await db.Snapshots.AsNoTracking().Where(s => group.Contains(s.AccountId)).OrderBy(s => s.At).Take(MostSightings).Select(s => new { s.AccountId, s.At, s.State }).ToListAsync(ct);
        var sightings = rows.ConvertAll(s => new AccountSighting(s.AccountId.ToString("N"), s.At, s.State));
        return new()
        {
            L = l, Name = name, Query = query, Points = SurvivalCurve.Of(sightings),
            Accounts = rows.Where(s => s.State == SightingState.Alive).Select(s => s.AccountId).Distinct().Count(),
            Unknown = rows.Count(s => s.State == SightingState.Unknown),
            Sightings = rows.Count,
        };
    }
}

public sealed record ShowSurvivalModel
{
    public required Lang L { get; init; }
    public required string Name { get; init; }
    public required string Query { get; init; }
    public required IReadOnlyList<SurvivalPoint> Points { get; init; }

    /// <summary>Seen alive once at least.</summary>
    public required int Accounts { get; init; }
    public required int Unknown { get; init; }
    public required int Sightings { get; init; }
}
