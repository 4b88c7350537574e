using Beffroi.Bots.Clustering;
using Beffroi.Bots.Figures;
using Beffroi.Bots.Leaving;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.OneCluster;

/// <summary>One group: who is in it, what they did together and when, and how far from chance.</summary>
public static class ShowCluster
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Clusters(l) + "/{id:guid}", Show).ForAnalysts();
            app.MapGet(Addresses.Clusters(l) + "/{id:guid}.csv", File).Does("robots.exporter").ForAnalysts();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, BotsDb db, AtWork at, CancellationToken ct) =>
        await Read(id, request, db, at, ct) is { } model ? Html.View<ShowClusterPage, ShowClusterModel>(model) : TypedResults.NotFound();

    static async Task<IResult> File(Guid id, HttpRequest request, BotsDb db, AtWork at, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await Read(id, request, db, at, ct) is not { } model)
        {
            return TypedResults.NotFound();
        }

        await ExportAudit.Keep(db, actor, clock, $"{nameof(Cluster)}:{id}", "csv", ct);
        return CsvFile.Of(model.L.Say("groupe.csv", "cluster.csv"), ["network", "native_id", "handle", "role", "probability", "low", "high", "class", "collected", "page"],
            model.Members.Select(m => (IReadOnlyList<object?>)
            [
                m.Row.Network.ToString(), m.Row.NativeId, m.Row.Handle, m.Role, m.Score?.Probability, m.Score?.Low, m.Score?.High, m.Score?.Class.ToString(), m.Row.Posts, request.Root() + Addresses.Account(Lang.French, m.Row.Id),
            ]));
    }

    static async Task<ShowClusterModel?> Read(Guid id, HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var cluster = await db.ClustersOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (cluster is null)
        {
            return null;
        }

        // An account that is left out since then is shown nowhere.
        var members = await db.Members.AsNoTracking().Where(m => m.ClusterId == id).Join(db.AccountsOf(at.Organisation).AsNoTracking(), m => m.AccountId, a => a.Id, (m, a) => new { m.Role, Row = a }).ToListAsync(ct);
        var scores = await LatestScores.Of(db, members.ConvertAll(m => m.Row.Id), ct);
        var evidence = KeptEvidence.Of(cluster);
        var posts = await Called(evidence, db, at, ct);
        return new()
        {
            L = Langs.Of(request), Cluster = cluster, Evidence = evidence, Watch = await db.Watches.AsNoTracking().SingleAsync(w => w.Id == cluster.WatchId, ct),
            Members = [.. members.Select(m => new ShownMember(m.Row, m.Role, ScoreView.Of(scores.GetValueOrDefault(m.Row.Id)))).OrderBy(m => m.Role, StringComparer.Ordinal).ThenBy(m => m.Called, StringComparer.Ordinal)],
            Posts = posts,
        };
    }

    // What a repeated post says, where it was collected: its number tells nobody anything.
    static async Task<IReadOnlyDictionary<string, string>> Called(KeptEvidence evidence, BotsDb db, AtWork at, CancellationToken ct)
    {
        string[] ids = [.. evidence.Top.Where(t => t.Trace == Detection.Trace.Repost && t.What.Contains(':', StringComparison.Ordinal)).Select(t => t.What[(t.What.IndexOf(':', StringComparison.Ordinal) + 1)..])];
        var found = await db.Posts.AsNoTracking().Where(p => ids.Contains(p.NativeId) && db.Matches.Any(m => m.Seq == p.Seq && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == at.Organisation)))
            .Select(p => new { p.Network, p.NativeId, p.Text }).ToListAsync(ct);
        return found.Where(p => p.Text is not null).ToDictionary(p => $"{p.Network}:{p.NativeId}", p => p.Text!, StringComparer.Ordinal);
    }
}

public sealed record ShownMember(WatchedAccount Row, string Role, ScoreView? Score)
{
    public string Called => ScoreWords.Called(Row.Handle, Row.NativeId);
}

public sealed record ShowClusterModel
{
    public required Lang L { get; init; }
    public required Cluster Cluster { get; init; }
    public required KeptEvidence Evidence { get; init; }
    public required Watch Watch { get; init; }
    public required IReadOnlyList<ShownMember> Members { get; init; }

    /// <summary>Text of repeated posts that were collected.</summary>
    public required IReadOnlyDictionary<string, string> Posts { get; init; }
}
