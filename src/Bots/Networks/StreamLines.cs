using System.Runtime.CompilerServices;

namespace Beffroi.Bots.Networks;

/// <summary>The lines of an answer that does not end, within a bound. Silence longer than the network keeps is an end.</summary>
sealed class StreamLines(Stream stream, TimeSpan silence, TimeProvider clock)
{
    /// <summary>A post with all that comes with it is a few kilobytes.</summary>
    public const int MostBytes = 1 << 20;

    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;

    /// <summary>Each line without its end, valid until the next one; null for one that was too long, which is passed.</summary>
    /// <exception cref="SourceTroubleException">Silent, or closed in the middle of something.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>?> Read([EnumeratorCancellation] CancellationToken ct)
    {
        var (isTooLong, seen) = (false, 0);
        while (true)
        {
            var found = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = _buffer.AsMemory(_start, seen + found);
                _start += seen + found + 1;
                seen = 0;
                // Said to be none: a bare null would become an empty line.
                yield return isTooLong ? default(ReadOnlyMemory<byte>?) : line.Span.EndsWith("\r"u8) ? line[..^1] : line;
                isTooLong = false;
                continue;
            }

            if (_end - _start >= MostBytes)
            {
                (isTooLong, _start) = (true, _end);
            }

            seen = _end - _start;
            if (!await Fill(ct))
            {
                yield break;
            }
        }
    }

    async Task<bool> Fill(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(MostBytes, 2 * _buffer.Length));
        }

        using var quiet = new CancellationTokenSource(silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, quiet.Token);
        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), either.Token);
            _end += read;
            return read > 0;
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new SourceTroubleException(SourceError.Silent);
        }
    }
}
