using System.Diagnostics;
using System.Globalization;
using Beffroi.Chat;
using Beffroi.Chat.Searching;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// dotnet run -c Release --project bench/Chat.Searching -- [messages, 1000000] ["Host=...;Database=an_empty_one"]
// dotnet run -c Release --project bench/Chat.Searching -- cases [cases, 5000]
// Each search is what a page asks: the words, the rights, the total, twenty messages with their authors, rooms and the words around.
var casework = args is ["cases", ..];
args = casework ? args[1..] : args;
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : casework ? 5_000 : 1_000_000;
var postgres = args.Length > 1 ? args[1] : null;
var file = Path.Combine(Path.GetTempPath(), $"beffroi-chat-search-{Guid.NewGuid():N}.db");
var services = new ServiceCollection();
services.AddSingleton(TimeProvider.System).AddScoped<Actor>().AddScoped<AuditInterceptor>();
services.AddLogging().AddChat().AddScoped<MessageQuery>();
_ = postgres is not null ? services.AddPostgresStorage(postgres) : services.AddSqliteStorage($"Data Source={file}");
await using var provider = services.BuildServiceProvider();
try
{
    if (casework)
    {
        await new Casework(provider, count).Run();
        return;
    }

    var world = new World();
    await world.Fill(provider, count);
    foreach (var (who, seat) in new[] { ("a member of an organisation in half of the rooms", world.Wide), ("a member who reads the channels alone", world.Narrow) })
    {
        foreach (var (name, queries) in world.Questions)
        {
            await Run(seat, queries, 1);
            var cpu = Environment.CpuUsage.TotalTime;
            var times = await Run(seat, queries, 5);
            Console.WriteLine($"{who}, {name}: {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / times.Count:F2} ms of CPU, p50 {times[times.Count / 2]:F1}, p95 {times[times.Count * 95 / 100]:F1}, max {times[^1]:F1} ms ({times.Count} searches)");
        }
    }
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    File.Delete(file);
    File.Delete(file + "-wal");
    File.Delete(file + "-shm");
}

async Task<List<double>> Run(Seat seat, IReadOnlyList<SearchForm> forms, int rounds)
{
    var times = new List<double>();
    for (var round = 0; round < rounds; round++)
    {
        foreach (var form in forms)
        {
            var start = Stopwatch.GetTimestamp();
            await using var scope = provider.CreateAsyncScope();
            _ = await scope.ServiceProvider.GetRequiredService<MessageQuery>().Find(seat, form, Lang.French, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    times.Sort();
    return times;
}
