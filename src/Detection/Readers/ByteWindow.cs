namespace Beffroi.Detection;

/// <summary>A window that slides over a stream: grows up to a limit, never holds more. What is before <see cref="Unread"/> is gone.</summary>
sealed class ByteWindow(Stream stream, int limit)
{
    const int First = 1 << 16;

    byte[] _buffer = new byte[Math.Min(First, limit)];
    int _start;
    int _end;

    public bool Ended { get; private set; }

    /// <summary>Why the stream ends before its end; null when it does not.</summary>
    public ReadingCode? Stop { get; private set; }

    /// <summary>What it slides over.</summary>
    public Stream Stream => stream;

    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether the window holds as much as it may.</summary>
    public bool Full => _end - _start >= limit;

    /// <summary>Passes bytes that were read.</summary>
    public void Advance(int bytes) => _start += bytes;

    /// <summary>Reads more; false at the end of the stream, or when the window is full.</summary>
    public bool Fill()
    {
        if (Ended || Full)
        {
            return false;
        }

        if (_start > 0 && (_start == _end || _end == _buffer.Length))
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(limit, 2L * _buffer.Length));
        }

        try
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            Ended = read == 0;
        }
        catch (ReadingStop stop)
        {
            // What came before is sound: the window ends here, and says why.
            (Ended, Stop) = (true, stop.Code);
        }

        return !Ended;
    }
}
