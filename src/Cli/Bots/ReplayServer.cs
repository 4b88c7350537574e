using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Cli.Bots;

public sealed record ReplayOptions
{
    /// <summary>Times the pace of the archive; 0: as fast as the listener reads.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>On this machine; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>What a cursor may still ask for, before the instant that is being played.</summary>
    public TimeSpan LookBack { get; init; } = TimeSpan.FromHours(36);

    /// <summary>Closes the connection after the last message rather than stay silent.</summary>
    public bool ClosesAtEnd { get; init; }

    /// <summary>Before each message, for those who test listeners; false: it has ended the connection.</summary>
    public Func<WebSocket, int, CancellationToken, Task<bool>>? Before { get; init; }
}

/// <summary>Speaks as a Jetstream of Bluesky, versions 1 and 2: an archive is played from its beginning, from the first connection on; a cursor goes back in it.</summary>
public sealed class ReplayServer : IAsyncDisposable
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    readonly ReplayArchive _archive;
    readonly ReplayOptions _options;
    readonly TimeProvider _clock;
    readonly WebApplication _app;
    readonly Lock _gate = new();
    long? _began;
    int _connections;
    long _sent;

    ReplayServer(ReplayArchive archive, ReplayOptions options, TimeProvider clock)
    {
        (_archive, _options, _clock) = (archive, options, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            // A listener that pauses, its queue being full, is waited for.
            kestrel.Limits.MinResponseDataRate = null;
        });
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Map("/subscribe", context => Serve(context, isSecond: false));
        _app.Map("/xrpc/network.bsky.jetstream.subscribeEvents", context => Serve(context, isSecond: true));
    }

    public int Port { get; private set; }

    /// <summary>Connections opened, and messages sent, since it started.</summary>
    public int Connections => _connections;
    public long Sent => Interlocked.Read(ref _sent);

    public static async Task<ReplayServer> Start(ReplayArchive archive, ReplayOptions options, TimeProvider clock, CancellationToken ct)
    {
        var server = new ReplayServer(archive, options, clock);
        try
        {
            await server._app.StartAsync(ct);
        }
        catch (IOException wrong)
        {
            throw new CommandFailedException($"le port {options.Port} est pris : {wrong.Message}", ExitCodes.Failure, wrong);
        }

        server.Port = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return server;
    }

    public async Task Stopped(CancellationToken ct)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, ct);
        }
        catch (OperationCanceledException)
        {
            // Asked for: this is how it ends.
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    async Task Serve(HttpContext context, bool isSecond)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        var wanted = context.Request.Query[isSecond ? "collections" : "wantedCollections"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var cursor = long.TryParse(context.Request.Query["cursor"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (long?)null;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = isSecond ? "xrpc.v1.json" : null });
        Interlocked.Increment(ref _connections);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
        var hearing = Hear(socket, gone);
        try
        {
            await Play(socket, cursor, wanted, isSecond, gone.Token);
            if (socket.State is WebSocketState.CloseSent)
            {
                // The end was said, and much of what came before may still be on its way: whoever reads slowly closes once it has read all. To go first would throw it away.
                await hearing;
            }
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or WebSocketException or IOException)
        {
            // The listener left.
        }

        await gone.CancelAsync();
        await hearing;
    }

    async Task Play(WebSocket socket, long? cursor, HashSet<string> wanted, bool isSecond, CancellationToken ct)
    {
        // Once all is played, time stands still: what could be asked for at the end can be asked for ever.
        var floor = Math.Min(Playing(), _archive.MicrosOf(_archive.Count - 1)) - (long)_options.LookBack.TotalMicroseconds;
        if (isSecond && cursor < floor && cursor < _archive.MicrosOf(Math.Min(_archive.From(floor), _archive.Count - 1)))
        {
            await socket.SendAsync("""{"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#info","name":"OutdatedCursor"}}"""u8.ToArray(), WebSocketMessageType.Text, true, ct);
        }

        for (var at = _archive.From(cursor is { } from ? Math.Max(from, floor) : Playing()); at < _archive.Count; at++)
        {
            while (_archive.MicrosOf(at) > Playing())
            {
                await Task.Delay(Step, _clock, ct);
            }

            if (_options.Before is { } before && !await before(socket, at, ct))
            {
                return;
            }

            if (ReplayMessage.Of(_archive.Message(at), at + 1, wanted, isSecond) is { } message)
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, true, ct);
                Interlocked.Increment(ref _sent);
            }
        }

        if (!_options.ClosesAtEnd)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, ct);
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ct);
    }

    /// <summary>The instant of the archive that is being played, in microseconds.</summary>
    long Playing()
    {
        lock (_gate)
        {
            _began ??= _clock.GetTimestamp();
            return _options.Speed == 0 ? _archive.MicrosOf(_archive.Count - 1)
                : _archive.MicrosOf(0) + (long)Math.Min(_clock.GetElapsedTime(_began.Value).TotalMicroseconds * _options.Speed, long.MaxValue / 4);
        }
    }

    // What a listener says is not looked at, but its leaving is seen.
    static async Task Hear(WebSocket socket, CancellationTokenSource gone)
    {
        var part = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(part, gone.Token)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or WebSocketException or IOException)
        {
            // It left without a word.
        }

        await gone.CancelAsync();
    }
}
