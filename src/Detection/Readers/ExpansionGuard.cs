using System.IO.Compression;

namespace Beffroi.Detection;

/// <summary>A gzip stream read with a bound on what comes out of it, so that a bomb ends the reading and not the machine.</summary>
sealed class ExpansionGuard : OneWayStream
{
    const long JudgedFrom = 16 << 20;

    readonly PackedBytes _packed;
    readonly GZipStream _unpacked;
    readonly ReadingOptions _options;
    long _out;

    public ExpansionGuard(Stream packed, ReadingOptions options)
    {
        _packed = new(packed);
        _unpacked = new(_packed, CompressionMode.Decompress, leaveOpen: true);
        _options = options;
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _unpacked.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new ReadingStop(_packed.Ended ? ReadingCode.Truncated : ReadingCode.BadGzip);
        }

        // The last four bytes are the length of the last member: more than came out in all means that the end is missing.
        if (read == 0 && buffer.Length > 0 && _packed.LastFour > _out)
        {
            throw new ReadingStop(ReadingCode.Truncated);
        }

        _out += read;
        return _out > _options.MaxExpandedBytes || (_out > JudgedFrom && _out > _options.MaxExpansion * _packed.Count) ? throw new ReadingStop(ReadingCode.Bomb) : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The packed bytes, counted, and the last four of them.</summary>
    sealed class PackedBytes(Stream source) : OneWayStream
    {
        public long Count { get; private set; }
        public bool Ended { get; private set; }
        public uint LastFour { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            Count += read;
            Ended |= read == 0 && buffer.Length > 0;
            foreach (var b in buffer[Math.Max(0, read - 4)..read])
            {
                LastFour = (LastFour >> 8) | ((uint)b << 24);
            }

            return read;
        }
    }
}
