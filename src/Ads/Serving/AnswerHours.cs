using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Ads;

/// <summary>Calls the round of answers each minute, and once a night. Several nodes may do it at once: all of it may be done twice.</summary>
public sealed partial class AnswerHours(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AnswerHours> logger) : BackgroundService
{
    /// <summary>Of the night, UTC.</summary>
    const int Hour = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var night = Next(clock.GetUtcNow());
        var warm = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(warm ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1), clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var round = scope.ServiceProvider.GetRequiredService<AnswerRound>();
                if (!warm)
                {
                    await scope.ServiceProvider.GetRequiredService<Boards>().Warm(scope.ServiceProvider.GetRequiredService<AdsDb>(), stoppingToken);
                    warm = true;
                }

                await round.EachMinute(stoppingToken);
                if (clock.GetUtcNow() >= night)
                {
                    night = Next(clock.GetUtcNow());
                    await round.EachNight(stoppingToken);
                }
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(wrong);
            }
        }
    }

    static DateTimeOffset Next(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
        return now < today ? today : today.AddDays(1);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The round of answers failed; it is tried again.")]
    private partial void Failed(Exception wrong);
}
