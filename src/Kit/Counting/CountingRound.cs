using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Kit;

/// <summary>Has every ledger written, every few minutes and when the site stops: each time leaves one line in the audit of its module.</summary>
public sealed partial class CountingRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CountingRound> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    bool _stopped;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Keep(stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be told to stop twice; by the second time its services may be gone.
        if (!Interlocked.Exchange(ref _stopped, true))
        {
            await Keep(cancellationToken);
        }
    }

    async Task Keep(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var ledger in scope.ServiceProvider.GetServices<IDailyLedger>())
        {
            try
            {
                await ledger.Keep(ct);
            }
            catch (Exception wrong) when (!ct.IsCancellationRequested)
            {
                // A count is worth no alarm: it is tried again next time.
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts could not be written; they are kept and tried again.")]
    private partial void Failed(Exception wrong);
}
