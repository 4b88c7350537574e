using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Encyclopedia;

/// <summary>Runs the round of proposals each night. Several nodes may do it at once: a letter is left once, and what is forgotten stays so.</summary>
public sealed partial class NightlyContributions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyContributions> logger) : BackgroundService
{
    /// <summary>Of the night, UTC.</summary>
    const int Hour = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
            await Task.Delay((now < today ? today : today.AddDays(1)) - now, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ContributionRound>().Run(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's round of proposals failed; it is tried again the next night.")]
    private partial void Failed(Exception wrong);
}
