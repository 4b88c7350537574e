using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Eva.Alone;

/// <summary>Erases each night what people played alone and did not come back to. Several nodes may do it at once: each play is erased once.</summary>
public sealed partial class NightlyForgetting(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyForgetting> logger) : BackgroundService
{
    /// <summary>Hour of the night, UTC, when hardly anybody plays.</summary>
    const int Hour = 2;

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
                var count = await scope.ServiceProvider.GetRequiredService<Forgetting>().ForgetAllDue(stoppingToken);
                Forgot(count);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // A database that is away tonight is there tomorrow; meanwhile nothing past its day opens.
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot {Count} evaluations played alone and past their day.")]
    private partial void Forgot(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's forgetting failed; it is tried again the next night.")]
    private partial void Failed(Exception wrong);
}
