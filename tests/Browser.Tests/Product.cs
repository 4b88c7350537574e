using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Browser.Tests;

/// <summary>The published product, run as an operator runs it: <c>beffroi serve</c>, a data folder of its own, the named world in it.</summary>
public sealed class Product : IAsyncDisposable
{
    const string Variable = "BEFFROI_PUBLISHED";

    static readonly Lazy<Task<string>> Published = new(Publish);
    static readonly Lazy<Task<byte[]>> World = new(Plant);

    readonly string _data = Directory.CreateTempSubdirectory("beffroi-browser-").FullName;
    readonly int _port = FreePort();
    IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>(StringComparer.Ordinal);
    Process? _process;

    /// <summary>localhost, not 127.0.0.1: the name that people type.</summary>
    public string Address => $"http://localhost:{_port}";

    /// <summary>To this product, beside the browser's own way.</summary>
    public Line Line(LineSpeed? speed = null) => new(_port, speed);

    /// <param name="settings">As an operator sets them, in the environment.</param>
    public static async Task<Product> Start(IReadOnlyDictionary<string, string>? settings = null)
    {
        var product = new Product { _settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal) };
        await File.WriteAllBytesAsync(Path.Combine(product._data, "beffroi.db"), await World.Value);
        await product.Run();
        return product;
    }

    /// <summary>As a power cut does.</summary>
    public async Task Kill()
    {
        // The command has become the site: there is no child to look for.
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Until the site says that it listens.</summary>
    public async Task Run()
    {
        var folder = await Published.Value;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(folder, "beffroi.dll"), "serve", "--port", $"{_port}", "--data", _data, "--environment", "Development", "--demo" })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var listening = new TaskCompletionSource();
        var said = new List<string>();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The product stopped: " + string.Join('\n', said)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // So long that only a product that hangs takes it: a machine may do other things.
        await listening.Task.WaitAsync(TimeSpan.FromMinutes(10));

        void Hear(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
            }

            if (line?.Contains("Now listening on", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        }
    }

    /// <summary>What the product has written, read from its file.</summary>
    public T Read<T>(Func<EvaDb, T> query)
    {
        using var db = new EvaDb(Open<EvaDb>());
        return query(db);
    }

    public T ReadAccounts<T>(Func<AccountsDb, T> query)
    {
        using var db = new AccountsDb(Open<AccountsDb>());
        return query(db);
    }

    public T ReadEncyclopedia<T>(Func<EncyclopediaDb, T> query)
    {
        using var db = new EncyclopediaDb(Open<EncyclopediaDb>());
        return query(db);
    }

    public T ReadAds<T>(Func<AdsDb, T> query)
    {
        using var db = new AdsDb(Open<AdsDb>());
        return query(db);
    }

    public async Task WriteAds(Func<AdsDb, Task> write)
    {
        await using var db = new AdsDb(Open<AdsDb>());
        await write(db);
    }

    public async Task WriteChat(Func<ChatDb, Task> write)
    {
        await using var db = new ChatDb(Open<ChatDb>());
        await write(db);
    }

    public async Task WriteIncubator(Func<IncubatorDb, Task> write)
    {
        await using var db = new IncubatorDb(Open<IncubatorDb>());
        await write(db);
    }

    /// <summary>Where the site keeps the keys that seal its tokens.</summary>
    public string KeysFolder => Path.Combine(_data, "keys");

    /// <summary>A campaign of these situations in the product's own file; gives its code.</summary>
    public string Opens(string code, params string[] situations) => Read(db => db.Opens(code, situations));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Kill();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    DbContextOptions<TDb> Open<TDb>() where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>().UseSqlite($"Data Source={Path.Combine(_data, "beffroi.db")};Mode=ReadWrite").Options;

    // Planting takes longer than starting: the base is planted once, and each product gets a copy.
    static async Task<byte[]> Plant()
    {
        var (command, data) = (Path.Combine(await Published.Value, "beffroi.dll"), Directory.CreateTempSubdirectory("beffroi-world-").FullName);
        try
        {
            foreach (var act in new[] { "migrate", "seed" })
            {
                using var run = Process.Start(new ProcessStartInfo("dotnet", [command, "db", act, "--data", data]) { RedirectStandardOutput = true, UseShellExecute = false })!;
                var printed = await run.StandardOutput.ReadToEndAsync();
                await run.WaitForExitAsync();
                if (run.ExitCode != 0)
                {
                    throw new InvalidOperationException($"beffroi db {act} failed: {printed}");
                }
            }

            return await File.ReadAllBytesAsync(Path.Combine(data, "beffroi.db"));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    static async Task<string> Publish()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            return folder;
        }

        using var run = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "run"), "--build-only") { RedirectStandardOutput = true, UseShellExecute = false })!;
        var printed = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? printed.Trim().Split('\n')[^1] : throw new InvalidOperationException($"./run --build-only failed: set {Variable} to a published product.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
