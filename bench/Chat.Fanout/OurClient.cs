using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Beffroi.Chat.Fanout;

/// <summary>The least that a page does: opens the line, enters the room, sends, and hears. Five hundred of them must not be what is measured.</summary>
sealed class OurClient : IClient
{
    // SignalR’s JSON protocol: each record ends with this character.
    const char End = '\u001e';
    const string Posted = "\"target\":\"posted\"";

    readonly ClientWebSocket _socket = new();
    readonly Guid _room;
    readonly Action<string> _heard;
    readonly SemaphoreSlim _sending = new(1);
    readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _stop = new();
    Task _reading = Task.CompletedTask;
    int _calls;

    OurClient(Guid room, Action<string> heard) => (_room, _heard) = (room, heard);

    public static async Task<OurClient> Open(Uri address, CookieContainer cookies, Guid room, Action<string> heard, CancellationToken ct)
    {
        var client = new OurClient(room, heard);
        client._socket.Options.Cookies = cookies;
        await client._socket.ConnectAsync(address, ct);
        await client.Write("{\"protocol\":\"json\",\"version\":1}", ct);
        client._reading = client.Read();
        await client.Call("Enter", ct, room);
        await client._entered.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
        return client;
    }

    // Not waiting for the answer, as a page does not: the next may be sent before.
    public Task Send(string text, CancellationToken ct) => Call("Post", ct, _room, null, new { id = Guid.NewGuid(), text });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    Task Call(string target, CancellationToken ct, params object?[] arguments) =>
        Write(JsonSerializer.Serialize(new { type = 1, invocationId = $"{++_calls}", target, arguments }), ct);

    async Task Write(string record, CancellationToken ct)
    {
        await _sending.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(record + End), WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        finally
        {
            _sending.Release();
        }
    }

    async Task Read()
    {
        var held = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(held.GetMemory(16 * 1024), _stop.Token);
                held.Advance(part.Count);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                if (part.EndOfMessage)
                {
                    await Take(Encoding.UTF8.GetString(held.WrittenSpan));
                    held.ResetWrittenCount();
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // Closed.
        }
    }

    async Task Take(string records)
    {
        foreach (var record in records.Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            if (record.Contains(Posted, StringComparison.Ordinal))
            {
                _heard(record);
            }
            else if (record.Contains("\"type\":6", StringComparison.Ordinal))
            {
                await Write("{\"type\":6}", _stop.Token);
            }
            else if (record.Contains("\"invocationId\":\"1\"", StringComparison.Ordinal))
            {
                _ = record.Contains("\"error\"", StringComparison.Ordinal) ? _entered.TrySetException(new InvalidOperationException(record)) : _entered.TrySetResult();
            }
        }
    }
}
