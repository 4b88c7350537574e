using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Answers;

/// <summary>Looks for lists to answer, and deletes those that are old. Several nodes may do it at once.</summary>
public sealed partial class BatchHours(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<BatchHours> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Bots:Engine:Enabled", true))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Batches>().RunOnce(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<OldBatches>().RunOnce(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A list of accounts could not be answered; it is tried again.")]
    private partial void Failed(Exception wrong);
}
