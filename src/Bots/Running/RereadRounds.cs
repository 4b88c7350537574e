using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Running;

/// <summary>Asks X whether the posts that its sources brought are still there, 100 at once, in the order in which they came, then again from the first. For as long as they are kept, whether or
/// not the mandate is still in force: it only lets go. Within a part of the operator's purse.</summary>
public sealed partial class RereadRounds(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock, ILogger<RereadRounds> logger) : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (setup.Engine.Enabled && setup.Lacks(SourceKind.X, new()) is null && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, clock, stoppingToken);
            try
            {
                await RunOnce(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // Only the kind of what went wrong: its words may quote a post.
                Failed(wrong.GetType().Name);
            }
        }
    }

    /// <summary>One question; gives how many posts it was about.</summary>
    /// <exception cref="SourceTroubleException">The network did not answer as it should: nothing was written, they are asked again.</exception>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, actor, now) = (scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock.GetUtcNow());
        (actor.Who, actor.Act) = ("systeme", "robots.publications.relire");
        if (!await IsAffordable(db, now, ct) || await RereadTurn.Take(db, SourceKind.X, now, ct) is not { } turn)
        {
            return 0;
        }

        var watch = await db.Sources.Where(s => s.Id == turn.SourceId).Select(s => s.WatchId).SingleAsync(ct);
        var asked = await db.Matches.Where(m => m.WatchId == watch && m.SourceId == turn.SourceId && m.Place > turn.Place)
            .Join(db.Posts.Where(p => p.Network == Network.Twitter), m => m.Seq, p => p.Seq, (m, p) => new { m.Place, p.NativeId }).OrderBy(p => p.Place).Take(XRereading.AtOnce).ToListAsync(ct);
        var found = new XReread([], 0);
        var numbers = asked.Select(a => a.NativeId).Where(n => n.Length is > 0 and <= 19 && n.All(char.IsAsciiDigit)).ToList();
        if (numbers.Count > 0)
        {
            using var x = new XRereading(setup, clock);
            found = await x.Gone(numbers, ct);
        }

        var price = ((long)found.Paid * setup.X.PostPrice + 9) / 10;
        var month = Standing.MonthOf(now);
        (turn.Spent, turn.SpentSince) = (price + (turn.SpentSince == month ? turn.Spent : 0), month);
        RereadTurn.Move(turn, asked.Count > 0 ? asked[^1].Place : null, now, setup.X.RereadDays);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var sql = new Sql(db))
        {
            await LogHead.Hold(sql, now, ct);
            await Deletion.Of(db, sql, [.. found.Gone.Select(g => (Network.Twitter, g))], [], ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return asked.Count;
    }

    // The dearest question it may ask, within its part and within what is left.
    async Task<bool> IsAffordable(BotsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (all, dearest) = (setup.X.MonthlyCents, (XRereading.AtOnce * setup.X.PostPrice + 9) / 10);
        return await XPurse.Reread(db, now, ct) + dearest <= all * setup.X.RereadPercent / 100 && await XPurse.Spent(db, now, ct) + dearest <= all;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading posts of X again failed ({Kind}); they are asked again.")]
    private partial void Failed(string kind);
}
