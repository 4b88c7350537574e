// Posts a second that one node keeps, from the network to the scores: a Jetstream of this machine, a source that reads it, its bounded queue, the log, one silo and its folds.
//   dotnet run -c Release --project bench/Bots.Engine -- [--rate 5000] [--seconds 60] [--accounts 50000] [--postgres "Host=…;Database=beffroi_bench"]
using System.Diagnostics;
using System.Globalization;
using Beffroi.Bots;
using Beffroi.Bots.Engine.Silos;
using Beffroi.Bots.EngineBench;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Running;
using Beffroi.Bots.Scoring;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

string? Said(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
double Asked(string name, double otherwise) => Said(name) is { } said ? double.Parse(said, CultureInfo.InvariantCulture) : otherwise;
var (rate, seconds, accounts) = (Asked("--rate", 5000), Asked("--seconds", 60), (int)Asked("--accounts", 50_000));
if (Array.IndexOf(args, "--serve") >= 0)
{
    await Network.Serve(rate, seconds, accounts);
    return 0;
}

var (network, port) = await Network.Start(rate, seconds, accounts);
var (folder, host) = (Directory.CreateTempSubdirectory("beffroi-bench-"), $"127.0.0.1:{port}");
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System).AddScoped<Actor>().AddScoped<AuditInterceptor>();
_ = Said("--postgres") is { } postgres ? builder.Services.AddPostgresStorage(postgres) : builder.Services.AddSqliteStorage($"Data Source={Path.Combine(folder.FullName, "bench.db")}");
builder.Services.AddSingleton<LogBell>().AddScoped<PostLog>().AddSingleton(new ScoringSettings()).AddSingleton<AccountScoring>();
var setup = new SourcesSetup { Network = new() { Enabled = true, PlainHosts = [host] }, Bluesky = new() { Jetstream = host } };
// The assessment that lets the detector work is taken as recorded.
builder.Services.AddSingleton<IRecords, AlwaysInForce>().AddSingleton<RecordedWork>();
builder.Services.AddSingleton(setup).AddScoped<Uploads>().AddSingleton<SourceRows>().AddSingleton<Feeds>().AddSingleton<SourceRun>();
builder.AddBotsEngine();
using var node = builder.Build();
var source = await Planted.In(node.Services);
await node.StartAsync();
await node.Services.GetRequiredService<SourceRows>().Hold(source.Id, "bench", CancellationToken.None);

using var self = System.Diagnostics.Process.GetCurrentProcess();
var (spent, clock, meter) = (self.TotalProcessorTime, Stopwatch.StartNew(), new Meter(node.Services, source.Id));
var reading = node.Services.GetRequiredService<SourceRun>().Go(source.Id, "bench", CancellationToken.None);
while (!reading.IsCompleted)
{
    await Task.WhenAny(reading, Task.Delay(250));
    await meter.Look(clock.Elapsed, Math.Min(clock.Elapsed.TotalSeconds, seconds) * rate);
}

var (end, written) = (await reading, clock.Elapsed.TotalSeconds);
var behind = await Planted.Behind(node.Services, source.WatchId);
while ((await Planted.Behind(node.Services, source.WatchId)).Values.Any(l => l > 0))
{
    await Task.Delay(250);
    await meter.Look(clock.Elapsed, 0);
}

self.Refresh();
var (used, sent) = ((self.TotalProcessorTime - spent).TotalSeconds, (long)(rate * seconds));
var (volume, ties, scored) = await Planted.Results(node.Services, source.WatchId);
Console.WriteLine($"""
    store                        {(Said("--postgres") is null ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} processors
    asked                        {rate:F0} posts/s for {seconds:F0} s, {accounts} accounts at most
    sent, kept                   {sent}, {meter.Kept} ({end.Trouble?.Error})
    kept a second                {meter.Kept / written:F0} (all written after {written:F1} s)
    late at most                 {meter.MostLate} posts, of which {setup.Queue} may wait here; the others wait at the network
    folds behind when it ended   {string.Join(", ", behind.Select(b => $"{b.Key} {b.Value}"))}
    folds caught up after        {clock.Elapsed.TotalSeconds:F1} s in all
    processor by post            {used / Math.Max(1, meter.Kept) * 1e6:F0} µs (the network apart, the silo included)
    memory, at most              {meter.MostBytes / 1048576} MiB
    volumes, ties, scored        {volume}, {ties}, {scored}
    """);
await node.StopAsync();
network.StandardInput.Close();
await network.WaitForExitAsync();
await Planted.Drop(node.Services);
folder.Delete(recursive: true);
return meter.Kept == sent && volume == sent && meter.Kept / written >= 0.95 * rate ? 0 : 1;
