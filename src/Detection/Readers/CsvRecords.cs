using System.Buffers;

namespace Beffroi.Detection;

/// <summary>The records of a delimited file (RFC 4180, and what is seen beside it): quotes that hold delimiters and line breaks, delimiter found in the header.
/// A record that goes wrong over several lines costs its first line only.</summary>
sealed class CsvRecords
{
    readonly ByteWindow _bytes;
    readonly List<int> _ends = [];
    readonly SearchValues<byte> _stops;
    readonly byte[][] _header = [];
    byte[] _text = new byte[1 << 12];
    long _nextLine = 1;
    int _passed;
    int _firstLine;
    int _breaks;

    public CsvRecords(ByteWindow bytes)
    {
        _bytes = bytes;
        var line = bytes.Unread.IndexOf((byte)'\n') is var end && end >= 0 ? bytes.Unread[..end] : bytes.Unread;
        _stops = SearchValues.Create([Delimiter(line), (byte)'\n']);
        _header = Next() && Wrong is null ? [.. Enumerable.Range(0, _ends.Count).Select(i => Field(i).ToArray())] : [];
        Header = [.. _header.Select(System.Text.Encoding.UTF8.GetString)];
    }

    public IReadOnlyList<string> Header { get; } = [];

    /// <summary>Line where the record starts, from 1.</summary>
    public long Line { get; private set; }

    public ReadingCode? Wrong { get; private set; }

    /// <summary>The bytes of a field, without its quotes.</summary>
    public ReadOnlySpan<byte> Field(int index) => _text.AsSpan((index == 0 ? 0 : _ends[index - 1])..(_ends[index]));

    public bool Next()
    {
        do
        {
            _bytes.Advance(_passed);
            _passed = 0;
            Wrong = null;
            Line = _nextLine;
            if (!Read())
            {
                return false;
            }
        }
        while (Wrong is null && (_ends.Count == 1 && Field(0).Trim((byte)' ').IsEmpty && Header.Count != 1 || IsHeaderAgain()));

        return true;
    }

    static byte Delimiter(ReadOnlySpan<byte> header)
    {
        var best = (byte)',';
        foreach (var candidate in ";\t|"u8)
        {
            best = header.Count(candidate) > header.Count(best) ? candidate : best;
        }

        return best;
    }

    /// <summary>Files put end to end repeat their header.</summary>
    bool IsHeaderAgain()
    {
        if (Header.Count < 2 || _ends.Count != Header.Count)
        {
            return false;
        }

        for (var i = 0; i < Header.Count; i++)
        {
            if (!Field(i).SequenceEqual(_header[i]))
            {
                return false;
            }
        }

        return true;
    }

    bool Read()
    {
        bool? whole;
        bool wasEnded;
        do
        {
            wasEnded = _bytes.Ended;
            whole = Split(_bytes.Unread);
        }
        while (whole is null && !_bytes.Full && (_bytes.Fill() || !wasEnded));

        if (whole is null && _bytes.Full)
        {
            Fail(_firstLine > 0 ? ReadingCode.UnclosedQuote : ReadingCode.TooLong);
            return true;
        }

        // A record cut where the stream stops is no record.
        if ((whole is null && _bytes.Unread.IsEmpty) || (_bytes.Stop is not null && (whole is not true || _bytes.Unread[_passed - 1] != (byte)'\n')))
        {
            return false;
        }

        if (whole is false)
        {
            Fail(ReadingCode.UnclosedQuote);
            return true;
        }

        while (Header.Count > 0 && _ends.Count > Header.Count && Field(_ends.Count - 1).IsEmpty)
        {
            _ends.RemoveAt(_ends.Count - 1);
        }

        if (Header.Count > 0 && _ends.Count != Header.Count && !(_ends.Count == 1 && Field(0).IsEmpty))
        {
            Fail(ReadingCode.WrongColumns);
            return true;
        }

        _nextLine += _breaks;
        return true;
    }

    /// <summary>Passes the first line of a record only, so that a stray quote does not swallow what follows.</summary>
    void Fail(ReadingCode code)
    {
        Wrong = code;
        _ends.Clear();
        if (_firstLine > 0)
        {
            _passed = _firstLine;
            _nextLine++;
            return;
        }

        int found;
        while ((found = _bytes.Unread.IndexOf((byte)'\n')) < 0)
        {
            _bytes.Advance(_bytes.Unread.Length);
            if (!_bytes.Fill())
            {
                _passed = 0;
                return;
            }
        }

        _passed = found + 1;
        _nextLine++;
    }

    /// <summary>Splits the record that starts here: true when it is whole, false when a quote is never closed, null when more bytes are needed or none are left.</summary>
    bool? Split(ReadOnlySpan<byte> bytes)
    {
        _ends.Clear();
        (_firstLine, _breaks) = (0, 0);
        var (at, length) = (0, 0);
        while (at < bytes.Length)
        {
            if (bytes[at] == (byte)'"')
            {
                var closed = Quoted(bytes, ref at, ref length);
                if (!closed)
                {
                    return _bytes.Ended ? false : null;
                }

                // A field of several lines that goes on after its closing quote: that quote opened another field.
                if (_firstLine > 0 && at < bytes.Length && !_stops.Contains(bytes[at]) && bytes[at] != (byte)'\r')
                {
                    return false;
                }
            }

            var stop = bytes[at..].IndexOfAny(_stops);
            var piece = stop < 0 ? bytes[at..] : bytes.Slice(at, stop);
            if (stop < 0 && !_bytes.Ended)
            {
                return null;
            }

            var isLast = stop < 0 || bytes[at + stop] == (byte)'\n';
            Keep(isLast ? piece.TrimEnd((byte)'\r') : piece, ref length);
            at += piece.Length + (stop < 0 ? 0 : 1);
            _ends.Add(length);
            if (isLast)
            {
                _breaks += stop < 0 ? 0 : 1;
                _firstLine = _firstLine == 0 ? at : _firstLine;
                _passed = at;
                return true;
            }
        }

        // A delimiter ends the file: one more field, empty.
        if (_bytes.Ended && _ends.Count > 0)
        {
            _ends.Add(length);
            _passed = at;
            return true;
        }

        return null;
    }

    /// <summary>Copies a quoted field up to its closing quote; false when the bytes end before.</summary>
    bool Quoted(ReadOnlySpan<byte> bytes, ref int at, ref int length)
    {
        at++;
        while (true)
        {
            var quote = bytes[at..].IndexOf((byte)'"');
            var piece = quote < 0 ? bytes[at..] : bytes.Slice(at, quote);
            if (piece.IndexOf((byte)'\n') is var first && first >= 0)
            {
                _firstLine = _firstLine == 0 ? at + first + 1 : _firstLine;
                _breaks += piece.Count((byte)'\n');
            }

            if (quote < 0 || (at + quote + 1 == bytes.Length && !_bytes.Ended))
            {
                return false;
            }

            Keep(piece, ref length);
            at += quote + 1;
            if (at >= bytes.Length || bytes[at] != (byte)'"')
            {
                return true;
            }

            Keep("\""u8, ref length);
            at++;
        }
    }

    void Keep(ReadOnlySpan<byte> piece, ref int length)
    {
        while (_text.Length < length + piece.Length)
        {
            Array.Resize(ref _text, 2 * _text.Length);
        }

        piece.CopyTo(_text.AsSpan(length));
        length += piece.Length;
    }
}
