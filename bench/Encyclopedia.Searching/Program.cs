using System.Diagnostics;
using System.Globalization;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Searching;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// dotnet run -c Release --project bench/Encyclopedia.Searching -- ../shared/data/encyclopedia/corpus_disarm.json ["Host=...;Database=an_empty_one"]
// A second argument that is not a connection is a file of SQLite to keep, for a look at the pages.
// CPU is that of this process: with PostgreSQL, the server's own is not in it; the time on the wall is.
var corpus = Corpus.Read(args[0]);
var postgres = args.Length > 1 && args[1].Contains('=', StringComparison.Ordinal) ? args[1] : null;
var kept = args.Length > 1 && postgres is null ? args[1] : null;
var file = kept ?? Path.Combine(Path.GetTempPath(), $"beffroi-search-{Guid.NewGuid():N}.db");
var services = new ServiceCollection();
services.AddSingleton(TimeProvider.System).AddScoped<Actor>().AddScoped<AuditInterceptor>().AddSingleton<PageStamp>().AddSingleton<KeptReadings>();
_ = postgres is not null ? services.AddPostgresStorage(postgres) : services.AddSqliteStorage($"Data Source={file}");
await using var provider = services.BuildServiceProvider();
try
{
    await Fill(1);
    // What has just started is compiled several times over: it is measured twice, and the second counts.
    await Measure();
    await Measure();
    await Fill(2);
    await Fill(3);
    await Measure();
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    if (kept is null)
    {
        File.Delete(file);
    }
}

async Task Fill(int copy)
{
    await using var scope = provider.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.remplir";
    var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
    await db.Database.MigrateAsync();
    var (cpu, wall) = (Cpu(), Stopwatch.GetTimestamp());
    foreach (var (key, content) in corpus)
    {
        Publishing.Open($"{key}-{copy.ToString(CultureInfo.InvariantCulture)}", content, new() { Comment = "Measure" }, new(2026, 11, 1), db, TimeProvider.System.GetUtcNow());
    }

    await db.SaveChangesAsync();
    Console.WriteLine($"{corpus.Count} entries written and indexed: {(Cpu() - cpu).TotalSeconds:F2} s of CPU, {Stopwatch.GetElapsedTime(wall).TotalSeconds:F2} s");
}

async Task Measure()
{
    string[] whole = ["disinformation", "fact checking tools", "bots and trolls", "Russia election", "media literacy education", "deepfake", "coordinated inauthentic behaviour", "hashtag", "journalists", "platform moderation"];
    string[] begun = ["dis", "fact ch", "tro", "elect", "media lit", "deep", "coord", "hash", "journ", "moder"];
    string[] mistyped = ["disinfromation", "fact cheking", "trolss", "electoin", "media litteracy", "deepfaek", "cordinated", "hashtga", "jounralists", "moderaton"];
    foreach (var (name, queries, rounds) in new[] { ("words", whole, 100), ("prefixes", begun, 100), ("typing mistakes", mistyped, 100), ("everything, with its facets", new[] { "" }, 300) })
    {
        await Run(queries, 20);
        await Run(queries, rounds / 5);
        var cpu = Cpu();
        var times = await Run(queries, rounds);
        Console.WriteLine($"{name}: {(Cpu() - cpu).TotalMilliseconds / times.Count:F2} ms of CPU, p50 {times[times.Count / 2]:F2}, p95 {times[times.Count * 95 / 100]:F2} ms ({times.Count} searches)");
    }
}

async Task<List<double>> Run(string[] queries, int rounds)
{
    var times = new List<double>();
    for (var i = 0; i < rounds; i++)
    {
        foreach (var text in queries)
        {
            // As a request does: a scope, a context, a search, twenty results with their snippets, the facets.
            var start = Stopwatch.GetTimestamp();
            await using var scope = provider.CreateAsyncScope();
            var answer = await scope.ServiceProvider.GetRequiredService<IEntrySearch>().Find(new() { Text = text, Language = Lang.English, Types = text.Length == 0 ? [EntryType.Actor] : [] }, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (answer.Total == 0)
            {
                throw new InvalidOperationException($"Nothing found for {text}.");
            }
        }
    }

    times.Sort();
    return times;
}

static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;
