using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.EngineBench;

/// <summary>Looks now and then at how far it is, and at what it takes.</summary>
sealed class Meter(IServiceProvider services, Guid source)
{
    public long Kept { get; private set; }
    public long MostLate { get; private set; }
    public long MostBytes { get; private set; }

    /// <param name="at">Since it began.</param>
    /// <param name="due">Posts that the network has published by then.</param>
    public async Task Look(TimeSpan at, double due)
    {
        await using var scope = services.CreateAsyncScope();
        Kept = await scope.ServiceProvider.GetRequiredService<BotsDb>().Sources.Where(s => s.Id == source).Select(s => s.Kept).SingleAsync();
        MostLate = at < TimeSpan.FromSeconds(2) ? MostLate : Math.Max(MostLate, (long)due - Kept);
        using var self = Process.GetCurrentProcess();
        MostBytes = Math.Max(MostBytes, self.WorkingSet64);
    }
}
