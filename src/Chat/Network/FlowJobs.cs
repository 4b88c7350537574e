using Beffroi.Chat.Delivering;
using Beffroi.Chat.Feeding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat;

/// <summary>What goes on by itself, where the operator lets the chat go outside: feeds read each minute, outside programs told.</summary>
public sealed partial class FlowJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FlowJobs> logger) : BackgroundService
{
    /// <summary>Between two looks at whose turn has come.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (IsEnabled())
        {
            // Each at its own pace: feeds that answer slowly keep no program waiting.
            await Task.WhenAll(Go<FeedRound>(round => round.Run(stoppingToken), stoppingToken), Go<HookRound>(round => round.Run(stoppingToken), stoppingToken));
        }
    }

    async Task Go<TRound>(Func<TRound, Task> run, CancellationToken stopping) where TRound : notnull
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stopping);
            await Try(run, stopping);
        }
    }

    bool IsEnabled()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ChatNetwork>().Enabled;
    }

    async Task Try<TRound>(Func<TRound, Task> run, CancellationToken stopping) where TRound : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await run(scope.ServiceProvider.GetRequiredService<TRound>());
        }
        catch (Exception wrong) when (!stopping.IsCancellationRequested)
        {
            // A database that is away now is there in a moment.
            Failed(wrong, typeof(TRound).Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Round} failed; it is tried again in a moment.")]
    private partial void Failed(Exception wrong, string round);
}
