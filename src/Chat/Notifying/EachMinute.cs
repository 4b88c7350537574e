using Beffroi.Chat.Guests;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Notifying;

/// <summary>Every half minute, what is due of the notices; each hour, what is past its day is erased. Several nodes may do it at once.</summary>
sealed partial class EachMinute(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EachMinute> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    static readonly TimeSpan ClearEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cleared = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken);
            // Apart: whatever keeps letters from leaving keeps nobody in.
            await Try(services =>
            {
                var actor = services.GetRequiredService<Actor>();
                (actor.Who, actor.Act) = ("systeme", "discussion.terminer-invite");
                return services.GetRequiredService<GuestEntry>().EndExpired(stoppingToken);
            }, stoppingToken);
            await Try(services => services.GetRequiredService<UntoldRound>().Run(stoppingToken), stoppingToken);
            await Try(services => services.GetRequiredService<Answering.AwaitedRound>().Run(stoppingToken), stoppingToken);
            await Try(services => services.GetRequiredService<NoticeRound>().Run(stoppingToken), stoppingToken);
            if (clock.GetUtcNow() - cleared >= ClearEvery && await Try(services => services.GetRequiredService<Forgetting>().Run(stoppingToken), stoppingToken) && await Try(services => services.GetRequiredService<ReadDigest>().Run(stoppingToken), stoppingToken))
            {
                cleared = clock.GetUtcNow();
            }
        }
    }

    async Task<bool> Try(Func<IServiceProvider, Task> act, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider);
            return true;
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            Failed(wrong.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the chat failed ({Kind}): letters, or the end of guests' passes. It is tried again in half a minute.")]
    private partial void Failed(string kind);
}
