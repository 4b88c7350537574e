using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Morning;

/// <summary>What an analyst opens each morning: what is new, what is in trouble, what waits for them.</summary>
public static class ShowMorning
{
    const int Most = 10;
    const int SoonDays = 30;
    const int NewDays = 7;

    /// <summary>A score that grew by so much within <see cref="NewDays"/> is told: twice the width of what the model calls the border, on either side of one half.</summary>
    const double Rise = 0.2;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            // It is in the menu of all who have an account: who works for no organisation here reads what the detector is.
            app.MapGet(Addresses.Home(l), Show).ForAnalysts(otherwise: Addresses.Method(l));
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var (organisation, now, today) = (at.Organisation, clock.GetUtcNow(), clock.Today());
        var (since, soon) = (now.AddDays(-NewDays), today.AddDays(SoonDays));
        var own = db.WatchesOf(organisation).AsNoTracking();
        var model = new MorningModel
        {
            L = Langs.Of(request), Organisation = at.Analyst.OrganisationName,
            Findings = await (from f in db.Findings.AsNoTracking() join w in own on f.WatchId equals w.Id where f.ClosedAt == null orderby f.At descending select new MorningFinding(f.Kind, f.At, w.Name)).Take(Most).ToListAsync(ct),
            OpenFindings = await db.Findings.CountAsync(f => f.ClosedAt == null && own.Any(w => w.Id == f.WatchId), ct),
            Troubled = await db.SourcesOf(organisation).AsNoTracking().Where(s => s.State == SourceState.Failed || s.State == SourceState.Retrying || s.State == SourceState.OutOfBudget).OrderBy(s => s.Name).Take(Most).Select(s => new MorningSource(s.Id, s.Name, s.State, s.LastError)).ToListAsync(ct),
            Ending = await db.InForce(organisation, today).AsNoTracking().Where(m => m.ExpiresOn <= soon).OrderBy(m => m.ExpiresOn).Take(Most).Select(m => new MorningMandate(m.Id, m.Title, m.ExpiresOn)).ToListAsync(ct),
            InForce = await db.InForce(organisation, today).CountAsync(ct),
            Clusters = await (from c in db.Clusters.AsNoTracking() join w in own on c.WatchId equals w.Id where c.GoneAt == null && c.FoundAt >= since orderby c.FoundAt descending select new MorningCluster(c.Id, c.Size, c.FoundAt, w.Name)).Take(Most).ToListAsync(ct),
            Risen = await Risen(db, organisation, since, ct),
            ToReview = await WaitingAccount.For(db, organisation, at.Analyst.AccountId).CountAsync(ct),
            Contests = await db.Contests.CountAsync(c => c.State == ContestState.Received && db.AccountMatches.Any(m => m.AccountId == c.AccountId && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == organisation)), ct),
        };
        return Html.View<MorningPage, MorningModel>(model);
    }

    static async Task<IReadOnlyList<MorningAccount>> Risen(BotsDb db, Guid organisation, DateTimeOffset since, CancellationToken ct) =>
        await (
            from a in db.AccountsOf(organisation).AsNoTracking()
            where a.Class == AutomationClass.Bot && a.ScoredAt >= since
            let before = db.Scores.Where(s => s.AccountId == a.Id && s.At >= since).Min(s => (double?)s.Probability)
            where before != null && a.Probability - before >= Rise
            orderby a.Probability - before descending
            select new MorningAccount(a.Id, a.Handle ?? a.NativeId, before!.Value, a.Probability!.Value)).Take(Most).ToListAsync(ct);
}

public sealed record MorningFinding(FoundKind Kind, DateTimeOffset At, string Watch);

public sealed record MorningSource(Guid Id, string Name, SourceState State, string? LastError);

public sealed record MorningMandate(Guid Id, string Title, DateOnly ExpiresOn);

public sealed record MorningCluster(Guid Id, int Size, DateTimeOffset FoundAt, string Watch);

public sealed record MorningAccount(Guid Id, string Handle, double Before, double Now);

public sealed record MorningModel
{
    public required Lang L { get; init; }
    public required string Organisation { get; init; }
    public required IReadOnlyList<MorningFinding> Findings { get; init; }
    public required int OpenFindings { get; init; }
    public required IReadOnlyList<MorningSource> Troubled { get; init; }
    public required IReadOnlyList<MorningMandate> Ending { get; init; }
    public required int InForce { get; init; }
    public required IReadOnlyList<MorningCluster> Clusters { get; init; }
    public required IReadOnlyList<MorningAccount> Risen { get; init; }
    public required int ToReview { get; init; }
    public required int Contests { get; init; }
}
