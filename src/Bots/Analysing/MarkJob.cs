using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Analysing;

/// <summary>Follows the log on nodes that run the detector.</summary>
sealed partial class MarkJob(IServiceScopeFactory scopes, IConfiguration configuration, RecordedWork recorded, TimeProvider clock, ILogger<MarkJob> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Bots:Engine:Enabled", true))
        {
            return;
        }

        while (true)
        {
            try
            {
                await Task.Delay(Pause, clock, stoppingToken);
                await UpToDate(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong is said, and tried again at the next turn.
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                Stumbled(wrong);
            }
        }
    }

    internal async Task UpToDate(CancellationToken ct)
    {
        if (!await recorded.MayGoOn(ct))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var round = scope.ServiceProvider.GetRequiredService<MarkRound>();
        while (await round.NextRound(ct) > 0)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Marks of posts could not be written.")]
    private partial void Stumbled(Exception wrong);
}
