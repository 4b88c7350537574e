using System.Buffers;
using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>The values of a JSON source one after the other, whatever their layout: a value a line, one value over several lines, one array of values of any size.</summary>
sealed class JsonRecords
{
    enum Layout { Lines, Values }

    static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    static readonly SearchValues<byte> InText = SearchValues.Create("\"\\\n"u8);
    static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,[]"u8);
    static readonly SearchValues<byte> AfterRubbish = SearchValues.Create("{\n"u8);

    readonly ByteWindow _bytes;
    readonly Layout _layout;
    long _nextLine = 1;
    int _length;
    int _passed;

    public JsonRecords(ByteWindow bytes)
    {
        _bytes = bytes;
        while (bytes.Unread.Length < 1 << 16 && bytes.Fill())
        {
        }

        _layout = LayoutOf(bytes.Unread, bytes.Ended);
    }

    /// <summary>Line where the value starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the value before it is even read; null when nothing is.</summary>
    public ReadingCode? Wrong { get; private set; }

    /// <summary>The bytes of the value; empty when <see cref="Wrong"/>.</summary>
    public ReadOnlySpan<byte> Current => _bytes.Unread[.._length];

    public bool Next()
    {
        _bytes.Advance(_passed);
        (_length, _passed, Wrong) = (0, 0, null);
        return _layout is Layout.Lines ? NextLine() : NextValue();
    }

    static Layout LayoutOf(ReadOnlySpan<byte> seen, bool isAll)
    {
        var line = 0;
        foreach (var range in seen.Split((byte)'\n'))
        {
            var text = seen[range].Trim(" \t\r"u8);
            if (text.IsEmpty)
            {
                continue;
            }

            var whole = !range.End.Equals(seen.Length) || isAll;
            if (!whole)
            {
                return line == 0 && text[0] == (byte)'[' ? Layout.Values : line == 0 || text[0] == (byte)'{' ? Layout.Lines : Layout.Values;
            }

            if (IsOneValue(text) && text[0] is (byte)'{' or (byte)'[')
            {
                return Layout.Lines;
            }

            if (++line == 1 && text[0] == (byte)'[')
            {
                return Layout.Values;
            }
        }

        return Layout.Values;
    }

    static bool IsOneValue(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    bool NextLine()
    {
        var scanned = 0;
        while (true)
        {
            var found = _bytes.Unread[scanned..].IndexOf((byte)'\n');
            var end = found >= 0 ? scanned + found : _bytes.Unread.Length;
            if (found < 0 && !_bytes.Ended && !_bytes.Full)
            {
                scanned = end;
                _bytes.Fill();
                continue;
            }

            Line = _nextLine;
            if (found < 0 && _bytes.Full)
            {
                SkipLine();
                return true;
            }

            _passed = found < 0 ? end : end + 1;
            _nextLine += found < 0 ? 0 : 1;
            // A line cut where the stream stops is no line.
            if (_bytes.Unread[..end].IndexOfAnyExcept(" \t\r,"u8) >= 0 && (found >= 0 || _bytes.Stop is null))
            {
                _length = end;
                return true;
            }

            if (found < 0)
            {
                return false;
            }

            _bytes.Advance(_passed);
            (_passed, scanned) = (0, 0);
        }
    }

    /// <summary>Passes a line too long to be held.</summary>
    void SkipLine()
    {
        Wrong = ReadingCode.TooLong;
        int found;
        while ((found = _bytes.Unread.IndexOf((byte)'\n')) < 0)
        {
            _bytes.Advance(_bytes.Unread.Length);
            if (!_bytes.Fill())
            {
                return;
            }
        }

        _bytes.Advance(found + 1);
        _nextLine++;
    }

    bool NextValue()
    {
        int start;
        while ((start = _bytes.Unread.IndexOfAnyExcept(Between)) < 0)
        {
            Pass(_bytes.Unread.Length);
            if (!_bytes.Fill())
            {
                return false;
            }
        }

        Pass(start);
        Line = _nextLine;
        if (_bytes.Unread[0] != (byte)'{')
        {
            SkipRubbish();
            return true;
        }

        FindEnd();
        return Wrong is not ReadingCode.Truncated || _bytes.Stop is null;
    }

    void SkipRubbish()
    {
        Wrong = ReadingCode.BrokenJson;
        int found;
        while ((found = _bytes.Unread.IndexOfAny(AfterRubbish)) < 0)
        {
            Pass(_bytes.Unread.Length);
            if (!_bytes.Fill())
            {
                return;
            }
        }

        Pass(found);
    }

    /// <summary>Follows quotes and brackets to the end of the object that starts here. Past the limit, it goes on without keeping anything.</summary>
    void FindEnd()
    {
        var (at, depth, inText) = (0, 0, false);
        while (true)
        {
            var rest = _bytes.Unread[at..];
            var found = rest.IndexOfAny(inText ? InText : Structure);
            if (found < 0 || (rest[found] == (byte)'\\' && found + 1 == rest.Length))
            {
                at += found < 0 ? rest.Length : found;
                if (_bytes.Full)
                {
                    Wrong = ReadingCode.TooLong;
                    Pass(at);
                    at = 0;
                }

                if (!_bytes.Fill())
                {
                    Wrong ??= ReadingCode.Truncated;
                    Pass(_bytes.Unread.Length);
                    return;
                }

                continue;
            }

            at += found + 1;
            switch (rest[found])
            {
                case (byte)'"': inText = !inText; break;
                case (byte)'\\': at++; break;
                // No text goes over a line: a quote is missing, and what follows is read as structure again.
                case (byte)'\n': inText = false; break;
                case (byte)'{' or (byte)'[': depth++; break;
                default: depth--; break;
            }

            if (depth == 0 && !inText)
            {
                break;
            }
        }

        _nextLine += _bytes.Unread[..at].Count((byte)'\n');
        _passed = at;
        _length = Wrong is null ? at : 0;
    }

    void Pass(int bytes)
    {
        _nextLine += _bytes.Unread[..bytes].Count((byte)'\n');
        _bytes.Advance(bytes);
    }
}
