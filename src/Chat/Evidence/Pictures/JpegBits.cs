namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>A table of codes of a JPEG (ITU-T T.81, annex C and F.2.2.3).</summary>
sealed class JpegCodes
{
    const int Quick = 9;

    readonly int[] _largest = new int[18];
    readonly int[] _offset = new int[17];
    readonly byte[] _values;
    readonly ushort[] _quick = new ushort[1 << Quick];

    public JpegCodes(ReadOnlySpan<byte> counts, byte[] values)
    {
        _values = values;
        var (code, index) = (0, 0);
        for (var length = 1; length <= 16; length++)
        {
            _offset[length] = index - code;
            for (var i = 0; i < counts[length - 1]; i++, code++, index++)
            {
                if (length <= Quick && code < 1 << length)
                {
                    Array.Fill(_quick, (ushort)(length << 8 | values[index]), code << (Quick - length), 1 << (Quick - length));
                }
            }

            _largest[length] = counts[length - 1] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    public int Next(JpegBits bits)
    {
        var ahead = bits.Peek(16);
        var quick = _quick[ahead >> (16 - Quick)];
        if (quick != 0)
        {
            bits.Skip(quick >> 8);
            return quick & 0xFF;
        }

        for (var length = 1; length <= 16; length++)
        {
            var code = ahead >> (16 - length);
            if (code <= _largest[length])
            {
                bits.Skip(length);
                return _values[code + _offset[length]];
            }
        }

        throw new PictureException("A code is in no table.");
    }
}

/// <summary>The bits of a scan, up to the next marker.</summary>
sealed class JpegBits(byte[] file)
{
    ulong _bits;
    int _count;
    int _lent;

    /// <summary>Of the next byte of the file.</summary>
    public int Position { get; set; }

    public int Peek(int bits)
    {
        while (_count < bits)
        {
            var value = 0;
            if (Position < file.Length && (file[Position] != 0xFF || (Position + 1 < file.Length && file[Position + 1] == 0)))
            {
                value = file[Position];
                Position += value == 0xFF ? 2 : 1;
            }
            else
            {
                // Looked at, but not to be used.
                _lent += 8;
            }

            _bits = _bits << 8 | (uint)value;
            _count += 8;
        }

        return (int)(_bits >> (_count - bits) & ((1UL << bits) - 1));
    }

    public void Skip(int bits)
    {
        _count -= bits;
        if (_count < _lent)
        {
            throw new PictureException("A scan ends before its last block.");
        }
    }

    public int Take(int bits)
    {
        if (bits == 0)
        {
            return 0;
        }

        var value = Peek(bits);
        Skip(bits);
        return value;
    }

    /// <summary>A number of that many bits, negative when its first one is 0 (F.2.2.1).</summary>
    public int Signed(int bits)
    {
        var value = Take(bits);
        return bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
    }

    /// <summary>After the next marker, whose code it gives; bytes before it are passed over.</summary>
    public int ToMarker()
    {
        (_bits, _count, _lent) = (0, 0, 0);
        while (Position + 1 < file.Length)
        {
            if (file[Position] == 0xFF && file[Position + 1] is not (0 or 0xFF))
            {
                Position += 2;
                return file[Position - 1];
            }

            Position++;
        }

        throw new PictureException("It has no end.");
    }
}
