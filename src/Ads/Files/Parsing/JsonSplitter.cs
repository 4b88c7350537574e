using Beffroi.Ads.Law;

namespace Beffroi.Ads.Files;

/// <summary>Bytes of one record, or why it was passed over.</summary>
readonly record struct JsonPiece(int Number, ReadOnlyMemory<byte> Bytes, Words? Fault);

/// <summary>
/// Where each record begins and ends, without understanding it. An object that is never closed ends where another begins a line at its own
/// margin; a text that is never closed ends with its line.
/// </summary>
#pragma warning disable CA1001 // What it holds is memory only: there is nothing to give back.
sealed class JsonSplitter(int mostBytes)
#pragma warning restore CA1001
{
    public static readonly Words NoObject = new("ce n’est pas un objet JSON", "this is no JSON object");

    static readonly Words Cut = new("l’objet n’est pas fermé", "the object is not closed");

    // Lists under these names hold the records.
    static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "data", "ads", "items", "results" };

    readonly MemoryStream _record = new();
    readonly char[] _name = new char[8];
    int _nameLength;
    int _number;

    /// <summary>Depth of the list that holds the records; 0: none does.</summary>
    int _list;
    int _depth;

    /// <summary>Depth at which the current record ends; negative: no record is read.</summary>
    int _recordDepth = -1;
    bool _inText;
    bool _escaped;
    bool _tooLong;
    bool _passing;
    bool _named;

    // Where we are in the line, and where the current record began in its own: nothing but blanks before.
    int _column;
    int _margin = -1;
    char _last;
    bool _lineIsBlank = true;

    public int Number => _number;

    public List<JsonPiece> Feed(ReadOnlyMemory<byte> bytes)
    {
        var pieces = new List<JsonPiece>();
        foreach (var b in bytes.Span)
        {
            Read(b, pieces);
            Count(b);
            _last = b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' ? _last : (char)b;
        }

        return pieces;
    }

    public List<JsonPiece> End()
    {
        var pieces = new List<JsonPiece>();
        if (_recordDepth >= 0)
        {
            Refuse(pieces, _tooLong ? TooLong() : Cut);
            _recordDepth = -1;
        }

        return pieces;
    }

    void Count(byte b)
    {
        if (b == '\n')
        {
            (_column, _lineIsBlank) = (0, true);
        }
        else
        {
            _column++;
            _lineIsBlank &= b is (byte)' ' or (byte)'\t';
        }
    }

    void Read(byte b, List<JsonPiece> pieces)
    {
        if (_inText)
        {
            ReadText(b);
            return;
        }

        if (_recordDepth >= 0 && b == '{' && _lineIsBlank && _column <= _margin && _last != '[' && (_last != ',' || _depth == _recordDepth + 1))
        {
            // Nothing of the one before can hold it: that one was never closed.
            Refuse(pieces, Cut);
            _depth = _recordDepth;
            Begin(b);
            return;
        }

        if (_recordDepth >= 0)
        {
            ReadRecord(b, pieces);
        }
        else
        {
            ReadBetween(b, pieces);
        }
    }

    void ReadText(byte b)
    {
        if (_recordDepth >= 0)
        {
            Keep(b);
        }

        if (b == '\n' || (b == '"' && !_escaped))
        {
            (_inText, _escaped) = (false, false);
        }
        else if (_escaped)
        {
            _escaped = false;
        }
        else if (b == '\\')
        {
            _escaped = true;
        }
        else if (_nameLength < _name.Length)
        {
            _name[_nameLength++] = (char)b;
        }
        else
        {
            _nameLength = _name.Length + 1;
        }
    }

    void ReadRecord(byte b, List<JsonPiece> pieces)
    {
        Keep(b);
        switch (b)
        {
            case (byte)'"':
                (_inText, _nameLength, _named) = (true, 0, false);
                break;
            case (byte)':':
                _named = _depth == 1 && _list == 0 && _nameLength <= _name.Length && Lists.Contains(new string(_name, 0, _nameLength));
                break;
            case (byte)'[' when _named:
                // What was taken for a record is the envelope of a list of them.
                _record.SetLength(0);
                (_recordDepth, _list, _depth, _named, _tooLong) = (-1, 2, 2, false, false);
                break;
            case (byte)'{' or (byte)'[':
                _depth++;
                _named = false;
                break;
            case (byte)'}' or (byte)']':
                _depth--;
                if (_depth <= _recordDepth)
                {
                    Finish(pieces);
                }

                break;
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                break;
            default:
                _named = false;
                break;
        }
    }

    void ReadBetween(byte b, List<JsonPiece> pieces)
    {
        switch (b)
        {
            case (byte)'{' when _depth == _list:
                _passing = false;
                Begin(b);
                break;
            case (byte)'[' when _depth == 0:
                (_list, _depth, _passing) = (1, 1, false);
                break;
            case (byte)'[' when _depth == _list:
                Begin(b);
                break;
            case (byte)'{' or (byte)'[':
                // In what follows the list, in its envelope.
                _depth++;
                break;
            case (byte)']' or (byte)'}':
                _depth = Math.Max(0, _depth - 1);
                _list = _depth == 0 ? 0 : _depth < _list ? int.MaxValue : _list;
                _passing = false;
                break;
            case (byte)'"':
                (_inText, _nameLength) = (true, 0);
                Pass(pieces);
                break;
            case (byte)',' or (byte)'\n':
                _passing = false;
                break;
            case (byte)' ' or (byte)'\t' or (byte)'\r' or 0xEF or 0xBB or 0xBF:
                break;
            default:
                Pass(pieces);
                break;
        }
    }

    // Something that is no object stands where a record should: told once.
    void Pass(List<JsonPiece> pieces)
    {
        if (_depth == _list && !_passing)
        {
            _passing = true;
            Refuse(pieces, NoObject);
        }
    }

    void Begin(byte b)
    {
        (_recordDepth, _margin, _named, _tooLong) = (_depth, _lineIsBlank ? _column : -1, false, false);
        _depth++;
        _record.SetLength(0);
        Keep(b);
    }

    void Keep(byte b)
    {
        if (_record.Length < mostBytes)
        {
            _record.WriteByte(b);
        }
        else
        {
            _tooLong = true;
        }
    }

    void Finish(List<JsonPiece> pieces)
    {
        _depth = _recordDepth;
        _recordDepth = -1;
        if (_tooLong)
        {
            Refuse(pieces, TooLong());
        }
        else
        {
            _number++;
            pieces.Add(new(_number, _record.ToArray(), null));
        }

        _record.SetLength(0);
    }

    Words TooLong() => new($"enregistrement de plus de {mostBytes} octets", $"record of more than {mostBytes} bytes");

    void Refuse(List<JsonPiece> pieces, Words fault)
    {
        _number++;
        pieces.Add(new(_number, default, fault));
    }
}
