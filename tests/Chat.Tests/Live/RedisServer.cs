using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Beffroi.Chat.Tests.Live;

/// <summary>A Redis of this test alone, that keeps nothing.</summary>
sealed class RedisServer : IAsyncDisposable
{
    readonly int _port;
    Process _process;

    RedisServer(int port) => (_process, _port, Address) = (Run(port), port, $"127.0.0.1:{port}");

    public string Address { get; }

    /// <summary>Null where it is not installed.</summary>
    public static async Task<RedisServer?> Start()
    {
        var port = FreePort();
        try
        {
            var server = new RedisServer(port);
            await server.Answers(port);
            return server;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>With all that it held.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Empty, at the same address.</summary>
    public async Task Restart()
    {
        _process = Run(_port);
        await Answers(_port);
    }

    public async ValueTask DisposeAsync() => await Kill();

    static Process Run(int port) => Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()]) { RedirectStandardOutput = true, UseShellExecute = false })!;

    async Task Answers(int port)
    {
        for (var turn = 0; ; turn++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (!_process.HasExited && turn < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
