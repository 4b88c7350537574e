namespace Beffroi.Eva.BankFiles;

/// <summary>How many bytes may still be unpacked.</summary>
sealed class Allowance(long bytes)
{
    long _left = bytes;

    public void Spend(int count) => _left = _left >= count ? _left - count : throw new SheetException("Ce classeur est trop grand une fois décompressé : ce n’est pas une banque de questions.");
}

/// <summary>Counts what is really unpacked, whatever the archive announces.</summary>
sealed class MeteredStream(Stream inner, Allowance allowance) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        allowance.Spend(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
