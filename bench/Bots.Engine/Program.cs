// Posts a second that one node keeps, folds included: a queue of bounded room, one SQLite file, one silo.
//   dotnet run -c Release --project bench/Bots.Engine -- [--rate 5000] [--seconds 60] [--accounts 50000]
using System.Diagnostics;
using System.Globalization;
using Beffroi.Bots;
using Beffroi.Bots.Engine.Silos;
using Beffroi.Bots.EngineBench;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Scoring;
using Beffroi.Data.Sqlite;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

double Asked(string name, double otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
var (rate, seconds, accounts) = (Asked("--rate", 5000), Asked("--seconds", 60), (int)Asked("--accounts", 50_000));
var folder = Directory.CreateTempSubdirectory("beffroi-bench-");

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System).AddScoped<Actor>().AddScoped<AuditInterceptor>();
builder.Services.AddSqliteStorage($"Data Source={Path.Combine(folder.FullName, "bench.db")}");
builder.Services.AddSingleton<LogBell>().AddScoped<PostLog>().AddSingleton(new ScoringSettings()).AddSingleton<AccountScoring>();
builder.AddBotsEngine();
using var host = builder.Build();
var source = await Planted.In(host.Services);
await host.StartAsync();

var pipe = new PostPipe(host.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, source.Id);
var flow = new Flow(seed: 1, accounts, rate);
using var self = System.Diagnostics.Process.GetCurrentProcess();
var (spent, clock) = (self.TotalProcessorTime, Stopwatch.StartNew());
long sent = 0, kept = 0, mostWaiting = 0, mostBytes = 0, late = 0;
var writing = pipe.Run(k => Interlocked.Add(ref kept, k.Kept), CancellationToken.None);
while (clock.Elapsed.TotalSeconds < seconds)
{
    // What should have been sent by now; where the queue holds it back, it is late.
    for (var due = (long)(clock.Elapsed.TotalSeconds * rate); sent < due; sent++)
    {
        await pipe.Offer(flow.Post(sent), sent.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
        mostWaiting = Math.Max(mostWaiting, pipe.Waiting);
    }

    late = Math.Max(late, (long)(clock.Elapsed.TotalSeconds * rate) - sent);
    self.Refresh();
    mostBytes = Math.Max(mostBytes, self.WorkingSet64);
    await Task.Delay(10);
}

var keptInTime = Interlocked.Read(ref kept);
var behind = await Planted.Behind(host.Services, source.WatchId);
pipe.End();
await writing;
var written = clock.Elapsed.TotalSeconds;
while (await Planted.Behind(host.Services, source.WatchId) is var left && left.Values.Any(l => l > 0))
{
    await Task.Delay(100);
    self.Refresh();
    mostBytes = Math.Max(mostBytes, self.WorkingSet64);
}

self.Refresh();
var used = (self.TotalProcessorTime - spent).TotalSeconds;
var (volume, ties, scored) = await Planted.Results(host.Services, source.WatchId);
Console.WriteLine($"""
    asked                        {rate:F0} posts/s for {seconds:F0} s, {accounts} accounts at most
    sent, kept, late at most     {sent}, {kept}, {late}
    kept a second                {keptInTime / seconds:F0} (all written after {written:F1} s)
    queue, at most               {mostWaiting} of {PostPipe.Room}
    folds behind when it ended   {string.Join(", ", behind.Select(b => $"{b.Key} {b.Value}"))}
    folds caught up after        {clock.Elapsed.TotalSeconds:F1} s in all
    processor by post            {used / kept * 1e6:F0} µs (the invention of posts and the silo included)
    memory, at most              {mostBytes / 1048576} MiB
    volumes, ties, scored        {volume}, {ties}, {scored}
    """);
await host.StopAsync();
Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
folder.Delete(recursive: true);
return kept == sent && volume == kept && keptInTime >= 0.95 * rate * seconds && mostWaiting <= PostPipe.Room ? 0 : 1;
