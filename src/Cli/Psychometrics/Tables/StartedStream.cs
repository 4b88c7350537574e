namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>A stream whose first bytes are known before it is read: the standard input cannot be wound back.</summary>
sealed class StartedStream : Stream
{
    const int Known = 4;

    readonly Stream _all;
    readonly byte[] _start;
    int _at;

    StartedStream(Stream all, byte[] start) => (_all, _start) = (all, start);

    /// <summary>The first four bytes, fewer when there are no more.</summary>
    public ReadOnlySpan<byte> Start => _start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static async Task<StartedStream> Of(Stream all, CancellationToken ct)
    {
        var start = new byte[Known];
        var known = await all.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return new(all, start[..known]);
    }

    public override int Read(Span<byte> buffer) => _at < _start.Length ? FromStart(buffer) : _all.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _at < _start.Length ? new(FromStart(buffer.Span)) : _all.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is written.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _all.Dispose();
        }

        base.Dispose(disposing);
    }

    int FromStart(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _start.Length - _at);
        _start.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
