using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots;

/// <summary>Whether the detector may work by itself: not without a record in force of its assessment. Says so in the log once each time that it stops or goes on, not at each turn.</summary>
public sealed partial class RecordedWork(IServiceScopeFactory scopes, ILogger<RecordedWork> logger)
{
    int _isOff;

    public async Task<bool> MayGoOn(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var may = await scope.ServiceProvider.GetRequiredService<IRecords>().InForce(BotsAssessment.Template.Key, ct);
        if (Interlocked.Exchange(ref _isOff, may ? 0 : 1) is var was && was == (may ? 0 : 1))
        {
            return may;
        }

        if (may)
        {
            GoesOn();
        }
        else
        {
            Stops();
        }

        return may;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No assessment in force is recorded for the detector: it collects, explores and looks for nothing until one is.")]
    private partial void Stops();

    [LoggerMessage(Level = LogLevel.Information, Message = "An assessment in force is recorded for the detector: it goes on.")]
    private partial void GoesOn();
}
