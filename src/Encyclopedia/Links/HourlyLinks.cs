using Beffroi.Encyclopedia.LinkHealth;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Encyclopedia.Links;

/// <summary>Goes round the addresses every hour, where the operator turned it on.</summary>
public sealed partial class HourlyLinks(LinkRound round, LinkSettings settings, TimeProvider clock, ILogger<HourlyLinks> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Enabled && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                var count = await round.Check(stoppingToken);
                Done(count);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away now is there in an hour.
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Asked for {Count} addresses that entries give.")]
    private partial void Done(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Checking addresses failed; it is tried again in an hour.")]
    private partial void Failed(Exception wrong);
}
