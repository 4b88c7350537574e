using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Support;

/// <summary>Each night, at two in the morning. Several nodes may do it at once: each row goes once.</summary>
sealed partial class NightlySupport(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlySupport> logger) : BackgroundService
{
    /// <summary>Hour of the night, UTC.</summary>
    const int Hour = 2;

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
                var gone = await scope.ServiceProvider.GetRequiredService<SupportRound>().Run(isDry: false, stoppingToken);
                Erased(gone);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away tonight is there tomorrow.
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Erased {Requests} requests that were closed more than a year ago.")]
    private partial void Erased(int requests);

    [LoggerMessage(Level = LogLevel.Error, Message = "Erasing the old requests failed; it is tried again the next night.")]
    private partial void Failed(Exception wrong);
}
