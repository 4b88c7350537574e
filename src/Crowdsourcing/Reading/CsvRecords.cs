namespace Beffroi.Crowdsourcing;

/// <summary>Records of a delimited text (RFC 4180), streamed. The separator is what the first line uses most: comma, semicolon or tab. A record
/// that breaks the rules is told and passed over, and reading goes on at the next line.</summary>
sealed class CsvRecords(TextReader text)
{
    public const int MaxRecord = 65_536;

    readonly List<(int Start, int End, bool Quoted)> _fields = [];
    char[] _buffer = new char[4 * MaxRecord];
    int _start;
    int _end;
    bool _ended;
    char _separator;
    long _nextLine = 1;

    /// <summary>Line where the current record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the current record; null when it is whole.</summary>
    public LineProblemKind? Problem { get; private set; }

    /// <summary>Fields of the current record.</summary>
    public int Count => _fields.Count;

    /// <summary>Goes to the next record that is not an empty line; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            Fill();
            if (_start == _end)
            {
                return false;
            }

            _separator = _separator == 0 ? Detect() : _separator;
            Line = _nextLine;
            var next = Split();
            Problem ??= Broken(next) ? LineProblemKind.Encoding : null;
            if (Problem is not null)
            {
                PassLine();
                return true;
            }

            var blank = Count == 1 && _fields[0] is { Quoted: false } only && _buffer.AsSpan(only.Start..only.End).IsWhiteSpace();
            _nextLine += Lines(next);
            _start = next;
            if (!blank)
            {
                return true;
            }
        }
    }

    /// <summary>One field of the current record, without its marks, nor the blanks around it when it has none; valid until the next.</summary>
    public ReadOnlySpan<char> Field(int at)
    {
        var (start, end, quoted) = _fields[at];
        var field = _buffer.AsSpan(start, end - start);
        return !quoted ? field.Trim() : field.Contains('"') ? field.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : field;
    }

    // Enough for the longest record, unless the text ends before.
    void Fill()
    {
        if (_ended || _end - _start > MaxRecord)
        {
            return;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (!_ended && _end < _buffer.Length)
        {
            var read = text.Read(_buffer, _end, _buffer.Length - _end);
            _ended = read == 0;
            _end += read;
        }
    }

    char Detect()
    {
        var line = _buffer.AsSpan(_start.._end);
        line = line.IndexOfAny('\r', '\n') is >= 0 and var end ? line[..end] : line;
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    // Where the next record begins.
    int Split()
    {
        _fields.Clear();
        Problem = null;
        var limit = Math.Min(_end, _start + MaxRecord);
        for (var at = _start; ;)
        {
            var begin = at;
            while (begin < limit && _buffer[begin] == ' ')
            {
                begin++;
            }

            at = begin < limit && _buffer[begin] == '"' ? Quoted(begin + 1, limit) : Plain(at, limit);
            if (Problem is not null)
            {
                return at;
            }

            if (at == limit)
            {
                Problem = limit < _end ? LineProblemKind.TooLong : null;
                return at;
            }

            if (_buffer[at] != _separator)
            {
                return AfterBreak(at);
            }

            at++;
        }
    }

    int Plain(int start, int limit)
    {
        var at = start;
        while (at < limit && _buffer[at] != _separator && _buffer[at] is not ('\n' or '\r' or '"'))
        {
            at++;
        }

        Problem = at < limit && _buffer[at] == '"' ? LineProblemKind.Quotation : null;
        _fields.Add((start, at, false));
        return at;
    }

    int Quoted(int start, int limit)
    {
        for (var at = start; at < limit; at++)
        {
            if (_buffer[at] != '"')
            {
                continue;
            }

            if (at + 1 < limit && _buffer[at + 1] == '"')
            {
                at++;
                continue;
            }

            _fields.Add((start, at, true));
            at++;
            while (at < limit && _buffer[at] == ' ')
            {
                at++;
            }

            Problem = at < limit && _buffer[at] != _separator && _buffer[at] is not ('\n' or '\r') ? LineProblemKind.Quotation : null;
            return at;
        }

        Problem = LineProblemKind.Quotation;
        return limit;
    }

    bool Broken(int next) => _buffer.AsSpan(_start..next).ContainsAny('\uFFFD', '\0');

    // The rest of the line, however long, is no record of its own.
    void PassLine()
    {
        _nextLine++;
        while (_start < _end)
        {
            if (_buffer.AsSpan(_start.._end).IndexOfAny('\r', '\n') is >= 0 and var at)
            {
                _start = AfterBreak(_start + at);
                return;
            }

            _start = _end;
            Fill();
        }
    }

    int AfterBreak(int at) => _buffer[at] == '\r' && at + 1 < _end && _buffer[at + 1] == '\n' ? at + 2 : at + 1;

    int Lines(int next)
    {
        var lines = 0;
        var rest = _buffer.AsSpan(_start..next);
        while (rest.IndexOfAny('\r', '\n') is >= 0 and var at)
        {
            rest = rest[(at + (rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n' ? 2 : 1))..];
            lines++;
        }

        return lines;
    }
}
