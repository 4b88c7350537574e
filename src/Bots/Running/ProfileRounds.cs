using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Running;

/// <summary>Asks Bluesky for the profiles that its stream does not give, of accounts whose posts are kept: 25 at once, each again after a week. Only under a mandate in force and an open watch.</summary>
public sealed partial class ProfileRounds(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock, ILogger<ProfileRounds> logger) : BackgroundService
{
    /// <summary>Accounts in one question to the network.</summary>
    public const int AtOnce = 25;

    /// <summary>How long a profile, or that there was none, is good.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    // 25 accounts each: 1,500 an hour for each node, far under what the network allows one address.
    static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nothing is asked outside unless the operator turned it on.
        while (setup.Engine.Enabled && setup.Network.Enabled && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, clock, stoppingToken);
            try
            {
                await RunOnce(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // Only the kind of what went wrong: its words may quote a profile.
                Failed(wrong.GetType().Name);
            }
        }
    }

    /// <summary>One question; gives how many accounts it was about.</summary>
    /// <exception cref="SourceTroubleException">The network did not answer as it should: nothing was written, they are asked again.</exception>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, actor) = (scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<Actor>());
        (actor.Who, actor.Act) = ("systeme", "robots.profils.demander");
        var (old, today) = (clock.GetUtcNow() - Fresh, Standing.Today(clock.GetUtcNow()));
        var asked = await db.Accounts.AsNoTracking()
            .Where(a => a.Network == Network.Bluesky && !a.LeftOut && a.Posts > 0 && (a.ProfileAt == null || a.ProfileAt < old)
                && db.AccountMatches.Any(m => m.AccountId == a.Id && db.Watches.Any(w => w.Id == m.WatchId && w.ClosedAt == null
                    && db.Mandates.Any(r => r.Id == w.MandateId && r.EndedAt == null && r.ExpiresOn >= today))))
            .OrderBy(a => a.ProfileAt != null).ThenBy(a => a.ProfileAt).ThenByDescending(a => a.Posts).ThenBy(a => a.Id)
            .Select(a => a.NativeId).Take(AtOnce).ToListAsync(ct);
        if (asked.Count > 0 && !await scope.ServiceProvider.GetRequiredService<RecordedWork>().MayGoOn(ct))
        {
            return 0;
        }

        if (asked.Count > 0)
        {
            using var bluesky = new BlueskyPeople(setup, clock);
            await scope.ServiceProvider.GetRequiredService<ProfileLog>().Write(Network.Bluesky, asked, await bluesky.Profiles(asked, ct), ct);
        }

        return asked.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Asking for profiles failed ({Kind}); they are asked again in a minute.")]
    private partial void Failed(string kind);
}
