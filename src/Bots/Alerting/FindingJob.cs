using Beffroi.Bots.Clustering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Alerting;

/// <summary>Each minute: the watches that are due, one after the other, then what is to be told.</summary>
sealed partial class FindingJob(IServiceScopeFactory scopes, RoundSettings settings, RecordedWork recorded, TimeProvider clock, ILogger<FindingJob> logger) : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Enabled && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pace, clock, stoppingToken);
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // Only the kind of what went wrong: its words may quote a post.
                Failed(wrong.GetType().Name);
            }
        }
    }

    internal async Task Turn(CancellationToken ct)
    {
        if (!await recorded.MayGoOn(ct))
        {
            return;
        }

        var more = true;
        while (more)
        {
            await using var scope = scopes.CreateAsyncScope();
            more = await scope.ServiceProvider.GetRequiredService<WatchRounds>().NextRound(ct);
        }

        await using var last = scopes.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<TellRound>().RunOnce(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for clusters and rises failed ({Kind}); it is tried again in a minute.")]
    private partial void Failed(string kind);
}
