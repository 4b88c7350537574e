using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Beffroi.Accounts;
using Beffroi.Bots.Networks;
using Beffroi.Cli.Bots;
using Beffroi.Cli.World;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>The site itself as a program, killed without warning while an archive is played to it: what it kept is what reading the archive offline gives.</summary>
public sealed class KilledTests
{
    static readonly string[] Words = ["the", "je", "love", "et", "game"];

    [Fact]
    public async Task Killed_three_times_while_a_real_archive_is_played_it_keeps_what_reading_it_offline_gives()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1", "Programs of their own, killed while they work: BEFFROI_LONG=1.");
        using var archive = ReplayArchive.Open(Archives.Real());
        await using var server = await ReplayServer.Start(archive, new() { Speed = (archive.Ends - archive.Begins).TotalSeconds / 25, LookBack = TimeSpan.FromDays(1000), ClosesAtEnd = true }, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var site = new KillableSite(server.Port);
        await site.Start();
        var source = await site.Plant(Words, ReplayArchive.Micros(archive.Begins) - 1);

        foreach (var share in (double[])[0.15, 0.4, 0.7])
        {
            await site.Until(source, s => s.Read >= share * archive.Count);
            await site.Kill();
            await site.Start();
        }

        await site.Until(source, s => s.Cursor!.StartsWith($"{ReplayArchive.Micros(archive.Ends)}", StringComparison.Ordinal));

        // The oracle: every message once, each term looked for by itself.
        var expected = Enumerable.Range(0, archive.Count).Select(n => new MessageReader().Posts(archive.Message(n)).Select(s => s.Value).OfType<Post>().Single())
            .Where(p => Words.Any(w => $" {NormalText.Of(p.Text)} ".Contains($" {w} ", StringComparison.Ordinal))).Select(p => p.Id).Order(StringComparer.Ordinal).ToList();
        var (kept, row) = site.Read(db => (db.Posts.Select(p => p.NativeId).ToList(), db.Sources.AsNoTracking().Single(s => s.Id == source)));
        Assert.Equal(expected, kept.Order(StringComparer.Ordinal));
        Assert.Equal((expected.Count, 0L, archive.Count), ((int)row.Kept, row.Repeated, (int)row.Read));
        Assert.True(server.Connections >= 4);
    }

    /// <summary>The site on a folder of its own, with the detector at work.</summary>
    sealed class KillableSite(int jetstream) : IAsyncDisposable
    {
        static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

        readonly string _folder = Directory.CreateTempSubdirectory("beffroi-killed-").FullName;
        readonly int _port = FreePort();
        Process? _process;

        public async Task Start()
        {
            var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.Combine(Repository.Root, "src/Site"), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.ArgumentList.Add(Path.Combine(Repository.Root, "artifacts/bin/Site", new DirectoryInfo(AppContext.BaseDirectory).Name, "Site.dll"));
            foreach (var (key, value) in (IEnumerable<(string, string)>)
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", $"http://127.0.0.1:{_port}"), ("Data__Directory", _folder), ("Site__Demo", "true"), ("Logging__LogLevel__Default", "Error"),
                ("Bots__Enabled", "true"), ("Data__Migrate", "true"), ("Bots__Network__Enabled", "true"), ("Bots__Network__PlainHosts__0", $"127.0.0.1:{jetstream}"), ("Bots__Bluesky__Jetstream", $"127.0.0.1:{jetstream}"), ("Bots__LeaseSeconds", "2"), ("Bots__PauseSeconds", "0.2"),
            ])
            {
                start.Environment[key] = value;
            }

            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, _) => { };
            _process.ErrorDataReceived += (_, _) => { };
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
            using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{_port}") };
            var watch = Stopwatch.StartNew();
            while (true)
            {
                try
                {
                    using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
                    if (answer.IsSuccessStatusCode)
                    {
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    // Not yet listening.
                }

                Assert.False(_process.HasExited || watch.Elapsed > Patience, "The site did not start.");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        /// <summary>SIGKILL: nothing is finished, nothing is flushed.</summary>
        public async Task Kill()
        {
            _process!.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }

        public async Task<Guid> Plant(string[] words, long cursor)
        {
            await using var db = Db();
            await using var accounts = new AccountsDb(Own<AccountsDb>());
            var now = TimeProvider.System.GetUtcNow();
            // Nothing is collected without an assessment in force.
            await WorldRecords.Plant(accounts, now, DateOnly.FromDateTime(now.UtcDateTime).AddYears(1), TestContext.Current.CancellationToken);
            var mandate = Land.MandateOf(Guid.NewGuid(), now);
            var watch = new Watch { Id = Guid.NewGuid(), MandateId = mandate.Id, OrganisationId = mandate.OrganisationId, Name = "Exercice", CreatedAt = now, CreatedBy = Guid.Empty };
            var source = new Source { Id = Guid.NewGuid(), WatchId = watch.Id, Kind = SourceKind.Jetstream, Name = "Exercice", Settings = new SourceSettings().ToJson(), Wanted = true, Cursor = $"{cursor}", CursorAt = now, CreatedAt = now, CreatedBy = Guid.Empty };
            db.AddRange(mandate, watch, source);
            db.AddRange(words.Select(w => Land.TermOf(watch.Id, TermKind.Words, w, now)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return source.Id;
        }

        public async Task Until(Guid source, Func<Source, bool> isSo)
        {
            var watch = Stopwatch.StartNew();
            while (!isSo(Read(db => db.Sources.AsNoTracking().Single(s => s.Id == source))))
            {
                Assert.True(watch.Elapsed < Patience, "The source did not get there.");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        public T Read<T>(Func<BotsDb, T> query)
        {
            using var db = Db();
            return query(db);
        }

        public async ValueTask DisposeAsync()
        {
            if (_process is not null)
            {
                await Kill();
            }

            Directory.Delete(_folder, recursive: true);
        }

        BotsDb Db() => new(Own<BotsDb>());

        DbContextOptions<T> Own<T>() where T : DbContext => new DbContextOptionsBuilder<T>().UseSqlite($"Data Source={Path.Combine(_folder, "beffroi.db")}").Options;

        static int FreePort()
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            return ((IPEndPoint)free.LocalEndpoint).Port;
        }
    }
}
