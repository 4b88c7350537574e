using System.Diagnostics;
using Beffroi.Ads;
using Beffroi.Ads.Serving;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// dotnet run -c Release --project bench/Ads.Serving -- ["Host=...;Database=an_empty_one"]
// How long the next ad takes (goal: p99 under 20 ms), for a browser that comes for the first time and for one that answered fifty times; and an answer with its verdict.
const int Turns = 3000;
var file = Path.Combine(Path.GetTempPath(), $"beffroi-serving-{Guid.NewGuid():N}.db");
var services = new ServiceCollection();
services.AddSingleton(TimeProvider.System).AddScoped<Actor>().AddScoped<AuditInterceptor>();
services.AddSingleton(new AnsweringSettings()).AddSingleton<Boards>().AddScoped<NextAd>().AddScoped<TakeAnswer>().AddScoped<GroupVerdicts>();
_ = args.Length > 0 ? services.AddPostgresStorage(args[0]) : services.AddSqliteStorage($"Data Source={file}");
await using var provider = services.BuildServiceProvider();
try
{
    var clock = Stopwatch.StartNew();
    await using (var scope = provider.CreateAsyncScope())
    {
        await scope.ServiceProvider.GetRequiredService<AdsDb>().Database.MigrateAsync();
    }

    await Crowd.Fill(provider, TimeProvider.System.GetUtcNow());
    Console.WriteLine($"{Crowd.Groups:N0} groups and {Crowd.Answers:N0} answers in {clock.Elapsed.TotalSeconds:F0} s");
    clock.Restart();
    await using (var scope = provider.CreateAsyncScope())
    {
        await scope.ServiceProvider.GetRequiredService<Boards>().Warm(scope.ServiceProvider.GetRequiredService<AdsDb>(), CancellationToken.None);
    }

    Console.WriteLine($"all answers read and weighed in {clock.Elapsed.TotalSeconds:F1} s");
    foreach (var (name, voter) in new (string, Func<int, string>)[] { ("first visit", n => $"new{n}".PadRight(Answer.VoterLength, '0')), ("fifty answers given", n => Crowd.Voter(n % Crowd.Voters)) })
    {
        var (next, answer) = (new List<double>(), new List<double>());
        for (var n = 0; n < Turns; n++)
        {
            var start = Stopwatch.GetTimestamp();
            Guid ad;
            await using (var scope = provider.CreateAsyncScope())
            {
                ad = await scope.ServiceProvider.GetRequiredService<NextAd>().For(voter(n), null, keeps: true, CancellationToken.None) ?? throw new InvalidOperationException("Nothing to show.");
            }

            next.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            await using (var scope = provider.CreateAsyncScope())
            {
                scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.repondre";
                await scope.ServiceProvider.GetRequiredService<TakeAnswer>().Take(ad, PoliticalAnswer.No, Lang.French, voter(n), null, CancellationToken.None);
            }

            answer.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"{name}: next ad {Figures(next)}; answer {Figures(answer)}");
    }
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    File.Delete(file);
}

static string Figures(List<double> times)
{
    times.Sort();
    return $"p50 {times[times.Count / 2]:F2}, p95 {times[times.Count * 95 / 100]:F2}, p99 {times[times.Count * 99 / 100]:F2} ms";
}
