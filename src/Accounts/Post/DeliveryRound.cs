using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Post;

/// <summary>Twice a minute, where a server is set.</summary>
sealed partial class DeliveryRound(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<DeliveryRound> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Sends && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<Delivery>().SendDue(stoppingToken) is > 0 and var count)
                {
                    Sent(count);
                }
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // Only the kind of what went wrong: its words may quote a letter.
                Failed(wrong.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent {Count} letters.")]
    private partial void Sent(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The delivery of letters stopped ({Kind}); it goes on at the next round.")]
    private partial void Failed(string kind);
}
