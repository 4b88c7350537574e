using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Running;

/// <summary>Asks instances of Mastodon for the posts that their sources brought, one after the other, in the order in which they came, then again from the first: what was deleted or changed while
/// nobody listened. For as long as they are kept, whether or not the mandate is still in force: it only lets go, and says what its author says now.</summary>
public sealed partial class StatusRounds(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock, ILogger<StatusRounds> logger) : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (setup.Engine.Enabled && setup.Network.Enabled && setup.Mastodon.Length > 0 && !stoppingToken.IsCancellationRequested)
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

    /// <summary>One turn of one source; gives how many posts it was about.</summary>
    /// <exception cref="SourceTroubleException">The instance did not answer as it should: nothing was written, they are asked again.</exception>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, actor, now) = (scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock.GetUtcNow());
        (actor.Who, actor.Act) = ("systeme", "robots.publications.relire");
        if (await RereadTurn.Take(db, SourceKind.Mastodon, now, ct) is not { } turn)
        {
            return 0;
        }

        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == turn.SourceId, ct);
        if (setup.InstanceOf(SourceSettings.Of(source).Host) is not { } instance)
        {
            // Its operator no longer has a token there: asked again when there is one.
            turn.NextAt = now.AddDays(1);
            await db.SaveChangesAsync(ct);
            return 0;
        }

        var begin = LocalName.Of(instance.Host, "");
        var asked = await (from m in db.Matches
                           where m.WatchId == source.WatchId && m.SourceId == source.Id && m.Place > turn.Place
                           join n in db.LocalNames on m.Seq equals n.Seq
                           where n.Name.StartsWith(begin)
                           orderby m.Place
                           select new { m.Place, n.Name }).Take(MastodonRereading.AtOnce).ToListAsync(ct);
        using var statuses = new MastodonRereading(setup, instance, clock);
        var found = await statuses.Read([.. asked.Select(a => a.Name[begin.Length..])], ct);
        RereadTurn.Move(turn, asked.Count > 0 ? asked[^1].Place : null, now, MastodonRereading.Days);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var sql = new Sql(db))
        {
            await LogHead.Hold(sql, now, ct);
            await Edition.Of(db, sql, found.Now, ct);
            await Deletion.Of(db, sql, [], [.. found.Gone.Select(g => LocalName.Of(instance.Host, g))], ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return asked.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading posts of Mastodon again failed ({Kind}); they are asked again.")]
    private partial void Failed(string kind);
}
