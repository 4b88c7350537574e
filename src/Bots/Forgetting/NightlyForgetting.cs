using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Forgetting;

/// <summary>Deletes each night what is past its time. Several nodes may do it at once: each row goes once.</summary>
public sealed partial class NightlyForgetting(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock, ILogger<NightlyForgetting> logger) : BackgroundService
{
    /// <summary>Hour of the night, UTC.</summary>
    const int Hour = 3;

    public static DateTimeOffset Next(DateTimeOffset now) => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour) is var today && now < today ? today : today.AddDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (setup.Engine.Enabled && !stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(Next(now) - now, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var forgotten = await scope.ServiceProvider.GetRequiredService<ForgetRound>().Run(isDry: false, stoppingToken);
                Forgot(forgotten.Posts, forgotten.Accounts);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away tonight is there tomorrow.
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Posts} posts and {Accounts} accounts that were past their time.")]
    private partial void Forgot(int posts, int accounts);

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's deletions failed; they are tried again the next night.")]
    private partial void Failed(Exception wrong);
}
