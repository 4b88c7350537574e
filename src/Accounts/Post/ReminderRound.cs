using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Post;

/// <summary>At each hour: the letters of the calendar, then the erasing of old ones. Several nodes may do it at once.</summary>
sealed partial class ReminderRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderRound> logger) : BackgroundService
{
    public static DateTimeOffset Next(DateTimeOffset now) => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(now.UtcDateTime.Hour + 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(Next(now) - now, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var actor = scope.ServiceProvider.GetRequiredService<Actor>();
                (actor.Who, actor.Act) = ("systeme", "courrier.rappeler");
                await scope.ServiceProvider.GetRequiredService<Reminders>().WriteDue(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<Clearing>().ClearDue(stoppingToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                Failed(wrong.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The letters of the calendar were not all written ({Kind}); they are tried again in an hour.")]
    private partial void Failed(string kind);
}
