using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts;

/// <summary>Each night, at three in the morning: accounts whose day has come are closed, and assessments that end are told of. Several nodes may do it at once.</summary>
sealed partial class NightlyPrivacy(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyPrivacy> logger) : BackgroundService
{
    /// <summary>Hour of the night, UTC.</summary>
    const int Hour = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
            await Task.Delay((now < today ? today : today.AddDays(1)) - now, clock, stoppingToken);
            await Try(provider => provider.GetRequiredService<ClosureRound>().Run(stoppingToken), stoppingToken);
            await Try(provider => provider.GetRequiredService<ExpiryNotices>().Write(stoppingToken), stoppingToken);
        }
    }

    async Task Try(Func<IServiceProvider, Task> round, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await round(scope.ServiceProvider);
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            // A database that is away tonight is there tomorrow. Only the kind: the words may quote a letter.
            Failed(wrong.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Closing accounts or telling of assessments failed ({Kind}); it is tried again the next night.")]
    private partial void Failed(string kind);
}
