using Beffroi.Eva.FollowUp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Eva.Retention;

/// <summary>Makes nobody, each night, of people whose time is over. Several nodes may do it at once: each person is met once.</summary>
public sealed partial class NightlyAnonymising(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyAnonymising> logger) : BackgroundService
{
    /// <summary>Hour of the night, UTC: an hour before people who play alone are forgotten, so that the two do not meet.</summary>
    const int Hour = 1;

    public static DateTimeOffset Next(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
        return now < today ? today : today.AddDays(1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(Next(now) - now, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var count = await scope.ServiceProvider.GetRequiredService<Anonymising>().AnonymiseAllDue(Going, stoppingToken);
                Done(count);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // A database that is away tonight is there tomorrow.
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Anonymised {Count} people so far.")]
    private partial void Going(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Anonymised {Count} people whose last evaluation is past what is kept.")]
    private partial void Done(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's anonymisation failed; it is tried again the next night.")]
    private partial void Failed(Exception wrong);
}
