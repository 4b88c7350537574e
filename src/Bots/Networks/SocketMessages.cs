using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Beffroi.Bots.Networks;

/// <summary>The messages of a WebSocket, within a bound.</summary>
sealed class SocketMessages(WebSocket socket, TimeSpan silence, TimeProvider clock)
{
    byte[] _buffer = new byte[1 << 16];

    /// <summary>Each message, valid until the next one; null for one that was too long, which is passed. Ends when the other side closes.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>?> Read([EnumeratorCancellation] CancellationToken ct)
    {
        var (length, isTooLong) = (0, false);
        while (true)
        {
            if (length == _buffer.Length)
            {
                if (length >= StreamLines.MostBytes)
                {
                    (length, isTooLong) = (0, true);
                }
                else
                {
                    Array.Resize(ref _buffer, Math.Min(StreamLines.MostBytes, 2 * length));
                }
            }

            var got = await Receive(_buffer.AsMemory(length), ct);
            if (got.MessageType is WebSocketMessageType.Close)
            {
                yield break;
            }

            length += got.Count;
            if (got.EndOfMessage)
            {
                // Said to be none: a bare null would become an empty message.
                yield return isTooLong ? default(ReadOnlyMemory<byte>?) : _buffer.AsMemory(0, length);
                (length, isTooLong) = (0, false);
            }
        }
    }

    async Task<ValueWebSocketReceiveResult> Receive(Memory<byte> into, CancellationToken ct)
    {
        using var quiet = new CancellationTokenSource(silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, quiet.Token);
        try
        {
            return await socket.ReceiveAsync(into, either.Token);
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new SourceTroubleException(SourceError.Silent);
        }
    }
}
