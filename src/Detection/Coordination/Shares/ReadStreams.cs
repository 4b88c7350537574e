namespace Beffroi.Detection;

/// <summary>A stream that is only read, in order.</summary>
abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Counts what is read of the stored file. Does not close it: who opened it does.</summary>
sealed class CountedStream(Stream inner, Action<long>? told) : ForwardStream
{
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        told?.Invoke(Count);
        return read;
    }
}

/// <summary>A stream whose first bytes were read before.</summary>
sealed class StartedBytes(byte[] start, Stream rest) : ForwardStream
{
    int _at;

    public override int Read(Span<byte> buffer)
    {
        if (_at == start.Length)
        {
            return rest.Read(buffer);
        }

        var count = Math.Min(buffer.Length, start.Length - _at);
        start.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}

/// <summary>What a compressed file unpacks to, refused once it has grown past belief.</summary>
sealed class InflatedStream(Stream inner, CountedStream stored, int greatest) : ForwardStream
{
    const long Free = 64L << 20;

    long _given;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _given += read;
        return _given > Free && _given / greatest > stored.Count
            ? throw new InvalidDataException($"The compressed file grows more than {greatest} times.")
            : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
