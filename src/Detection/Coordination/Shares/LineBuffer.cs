namespace Beffroi.Detection;

/// <summary>What <see cref="LineBuffer"/> found.</summary>
enum LineKind
{
    Whole,
    TooLong,
    Unclosed,
}

/// <summary>Lines of a stream, one at a time, in a buffer that never grows past the longest line.</summary>
sealed class LineBuffer(Stream stream, int longest, CancellationToken ct)
{
    byte[] _bytes = new byte[1 << 18];
    int _from;
    int _to;
    bool _ended;
    long _next = 1;

    /// <summary>What parts the fields: a field that a quote opens then goes over lines. Null where quotes mean nothing.</summary>
    public byte? Separator { get; set; }

    /// <summary>Number of the line last given, from 1; the first of several when a field goes over lines.</summary>
    public long Line { get; private set; }

    /// <summary>The next line without its end; false at the end of the stream. A line that is too long is passed over; of one whose quote nothing closes, the first line is given.</summary>
    public bool Next(out ReadOnlySpan<byte> line, out LineKind kind)
    {
        Line = _next;
        kind = LineKind.Whole;
        var (searched, inside, first, lines) = (0, false, -1, 0);
        while (true)
        {
            var at = _bytes.AsSpan(_from + searched, _to - _from - searched).IndexOf((byte)'\n');
            if (at < 0 && _to - _from <= longest && Fill())
            {
                continue;
            }

            var end = at < 0 ? _to : _from + searched + at;
            if (at < 0 && _to - _from > longest)
            {
                line = default;
                return first >= 0 ? First(first, out line, out kind) : TooLong(out kind);
            }

            if (at < 0 && _to == _from)
            {
                line = default;
                return false;
            }

            lines++;
            inside = Separator is { } separator && Opens(_bytes.AsSpan(_from + searched, end - _from - searched), separator, inside);
            if (!inside)
            {
                line = Trimmed(end);
                kind = line.Length > longest ? LineKind.TooLong : LineKind.Whole;
                _from = Math.Min(end + 1, _to);
                _next += lines;
                return true;
            }

            first = first < 0 ? end - _from : first;
            searched = end + 1 - _from;
            if (at < 0)
            {
                return First(first, out line, out kind);
            }
        }
    }

    bool First(int length, out ReadOnlySpan<byte> line, out LineKind kind)
    {
        line = Trimmed(_from + length);
        kind = LineKind.Unclosed;
        _from = Math.Min(_from + length + 1, _to);
        _next++;
        return true;
    }

    bool TooLong(out LineKind kind)
    {
        kind = LineKind.TooLong;
        _next++;
        while (true)
        {
            var at = _bytes.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            if (at >= 0)
            {
                _from += at + 1;
                return true;
            }

            _from = _to;
            if (!Fill())
            {
                return true;
            }
        }
    }

    // Whether a field is still open at the end of the line. A quote opens a field at its start only.
    static bool Opens(ReadOnlySpan<byte> line, byte separator, bool inside)
    {
        if (!inside && !line.Contains((byte)'"'))
        {
            return false;
        }

        var start = !inside;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (inside)
            {
                if (c == (byte)'"')
                {
                    if (i + 1 < line.Length && line[i + 1] == (byte)'"')
                    {
                        i++;
                    }
                    else
                    {
                        inside = false;
                    }
                }
            }
            else if (start && c == (byte)'"')
            {
                inside = true;
            }

            start = !inside && c == separator;
        }

        return inside;
    }

    ReadOnlySpan<byte> Trimmed(int end) => _bytes.AsSpan(_from, end > _from && _bytes[end - 1] == (byte)'\r' ? end - _from - 1 : end - _from);

    bool Fill()
    {
        ct.ThrowIfCancellationRequested();
        if (_ended)
        {
            return false;
        }

        if (_from > 0)
        {
            _bytes.AsSpan(_from, _to - _from).CopyTo(_bytes);
            (_from, _to) = (0, _to - _from);
        }

        if (_to == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var read = stream.Read(_bytes, _to, _bytes.Length - _to);
        _ended = read == 0;
        _to += read;
        return read > 0;
    }
}
