using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Beffroi.Cli.Tests;

/// <summary>The published command, running as people run it.</summary>
sealed class Served : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Process _process;
    readonly System.Text.StringBuilder _said = new();
    readonly HttpClient _client;

    Served(Process process, int port)
    {
        (_process, Port) = (process, port);
        _client = new() { BaseAddress = new($"http://localhost:{port}") };
        process.OutputDataReceived += (_, line) =>
        {
            lock (_said)
            {
                _said.AppendLine(line.Data);
            }
        };
        process.BeginOutputReadLine();
    }

    public int Port { get; }

    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static Served Start(string data, int? port = null)
    {
        var published = Environment.GetEnvironmentVariable("BEFFROI_PUBLISHED");
        Assert.SkipWhen(string.IsNullOrEmpty(published), "BEFFROI_PUBLISHED is not set: ./test sets it.");
        var wanted = port ?? FreePort();
        return new(
            Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(published!, "beffroi.dll"), "serve", "--port", $"{wanted}", "--data", data, "--environment", "Development", "--demo"]) { RedirectStandardOutput = true, UseShellExecute = false })!,
            wanted);
    }

    public async Task Answers(CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Assert.Equal("Healthy", await _client.GetStringAsync(new Uri("/healthz", UriKind.Relative), ct));
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && Stopwatch.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(200, ct);
            }
        }
    }

    public Task<string> Page(string path, CancellationToken ct) => _client.GetStringAsync(new Uri(path, UriKind.Relative), ct);

    public async Task<int> Stop(string signal, CancellationToken ct)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(ct);
        return await End(ct);
    }

    public async Task<int> End(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct).WaitAsync(Patience, ct);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _client.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
