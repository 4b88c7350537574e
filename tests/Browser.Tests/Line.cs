using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Beffroi.Browser.Tests;

/// <summary>What a line lets through.</summary>
/// <param name="Down">Bytes a second towards the browser, shared by all its connections.</param>
/// <param name="RoundTrip">Between a question and the first byte of its answer; a new connection costs one more.</param>
public sealed record LineSpeed(int Down, TimeSpan RoundTrip)
{
    /// <summary>1.6 Mbit/s and 150 ms.</summary>
    public static readonly LineSpeed SlowMobile = new(200_000, TimeSpan.FromMilliseconds(150));
}

/// <summary>
/// The line between a browser and the product: it counts every byte, those that a service worker fetches included, can be as slow as a
/// telephone's, and can be cut.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    // Small, so that connections take their turns; a little ahead, so that a timer that oversleeps costs nothing.
    const int Packet = 4096;
    static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(60);

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<Socket, byte> _open = [];
    readonly CancellationTokenSource _stop = new();
    readonly Lock _gate = new();
    readonly int _to;
    readonly LineSpeed? _speed;
    readonly Task _accepting;
    TimeSpan _free;
    long _down;
    bool _cut;

    /// <param name="speed">Null: as fast as this machine.</param>
    public Line(int to, LineSpeed? speed = null)
    {
        (_to, _speed) = (to, speed);
        _listener.Start();
        _accepting = Accept();
    }

    public string Address => $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Bytes that came to the browser, headers included.</summary>
    public long Down => Interlocked.Read(ref _down);

    public void Cut()
    {
        _cut = true;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Cut();
        // Only then: it may be about to listen once more.
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Carry(await _listener.AcceptSocketAsync(_stop.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Nobody answers any more.
        }
    }

    async Task Carry(Socket browser)
    {
        using var site = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open[browser] = _open[site] = 0;
        try
        {
            if (!_cut)
            {
                (browser.NoDelay, site.NoDelay) = (true, true);
                await Task.Delay(_speed?.RoundTrip ?? TimeSpan.Zero, _stop.Token);
                await site.ConnectAsync("localhost", _to, _stop.Token);
                await Task.WhenAny(Up(browser, site), Download(site, browser));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The product is down, or the line was cut: the browser sees its connection close.
        }
        finally
        {
            _open.TryRemove(browser, out _);
            _open.TryRemove(site, out _);
            browser.Dispose();
        }
    }

    static async Task Up(Socket from, Socket to)
    {
        var buffer = new byte[Packet];
        for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
        {
            await to.SendAsync(buffer.AsMemory(0, read));
        }
    }

    async Task Download(Socket from, Socket to)
    {
        var travelling = Channel.CreateUnbounded<(byte[] Bytes, TimeSpan Due)>();
        var arriving = Arrive(travelling.Reader, to);
        var buffer = new byte[Packet];
        for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
        {
            Interlocked.Add(ref _down, read);
            var sent = Reserve(read);
            await travelling.Writer.WriteAsync((buffer[..read], sent + (_speed?.RoundTrip ?? TimeSpan.Zero)));
            await Until(sent - Ahead);
        }

        travelling.Writer.Complete();
        await arriving;
    }

    static async Task Arrive(ChannelReader<(byte[] Bytes, TimeSpan Due)> travelling, Socket to)
    {
        await foreach (var (bytes, due) in travelling.ReadAllAsync())
        {
            await Until(due);
            await to.SendAsync(bytes);
        }
    }

    // When the last byte will have left: what others sent before goes first.
    TimeSpan Reserve(int bytes)
    {
        if (_speed is null)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            return _free = (_free > Now ? _free : Now) + TimeSpan.FromSeconds((double)bytes / _speed.Down);
        }
    }

    static Task Until(TimeSpan moment) => moment > Now ? Task.Delay(moment - Now) : Task.CompletedTask;
}
