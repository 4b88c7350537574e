using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Ads.OpenData;

/// <summary>Makes the files of open data each night, so that the first who asks does not wait.</summary>
public sealed partial class NightlyData(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyData> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(DataShelf.LastNight(now).AddDays(1) - now, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var (shelf, db, publication) = (scope.ServiceProvider.GetRequiredService<DataShelf>(), scope.ServiceProvider.GetRequiredService<AdsDb>(), scope.ServiceProvider.GetRequiredService<Publication>());
                foreach (var file in DataFile.All)
                {
                    var (made, _, _) = await shelf.Take(file.Name, db, publication, (body, ct) => file.Write(body, db, publication, ct), stoppingToken);
                    await made.DisposeAsync();
                }
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(wrong);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The open data of ads could not be made; they are made when somebody asks, or the next night.")]
    private partial void Failed(Exception wrong);
}
