using System.Text;
using System.Text.Unicode;

namespace Beffroi.Detection;

/// <summary>Shares of a CSV whose header names <c>object_id</c>, <c>account_id</c>, <c>content_id</c> and <c>timestamp_share</c>, in any order, among others.</summary>
sealed class CsvShares
{
    readonly int[] _columns;
    readonly int _last;
    readonly byte _separator;
    readonly Range[] _fields;
    byte[] _unquoted = [];

    CsvShares(int[] columns, byte separator)
    {
        (_columns, _separator, _last) = (columns, separator, columns.Max());
        _fields = new Range[_last + 1];
    }

    /// <summary>The columns of a header, or null when it does not name the four.</summary>
    public static CsvShares? Of(ReadOnlySpan<byte> header)
    {
        byte[] separators = [(byte)',', (byte)';', (byte)'\t'];
        foreach (var separator in separators)
        {
            string[] names = [.. Encoding.UTF8.GetString(header).Split((char)separator).Select(n => n.Trim().Trim('"').Trim())];
            int[] columns = [.. ShareFields.Names.Select(name => Array.FindIndex(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase)))];
            if (!columns.Contains(-1))
            {
                return new(columns, separator);
            }
        }

        return null;
    }

    public void Read(LineBuffer lines, ShareSink sink, ShareReading reading, ShareReport report)
    {
        lines.Separator = _separator;
        while (lines.Next(out var line, out var kind))
        {
            if (line.IsEmpty && kind is LineKind.Whole)
            {
                continue;
            }

            report.Rows++;
            var wrong = kind switch
            {
                LineKind.TooLong => ShareProblemKind.LineTooLong,
                LineKind.Unclosed => ShareProblemKind.UnclosedQuote,
                LineKind.Whole => Take(line, sink, reading, report),
            };
            if (wrong is { } problem)
            {
                report.Note(lines.Line, problem);
            }
        }
    }

    ShareProblemKind? Take(ReadOnlySpan<byte> line, ShareSink sink, ShareReading reading, ShareReport report)
    {
        if (!Utf8.IsValid(line))
        {
            return ShareProblemKind.NotText;
        }

        if (line.Contains((byte)'"'))
        {
            line = Unquote(line);
        }
        else if (!Split(line))
        {
            return ShareProblemKind.TooFewFields;
        }

        return line.IsEmpty
            ? ShareProblemKind.TooFewFields
            : ShareFields.Take(line[_fields[_columns[0]]], line[_fields[_columns[1]]], line[_fields[_columns[2]]], line[_fields[_columns[3]]], sink, reading, report);
    }

    bool Split(ReadOnlySpan<byte> line)
    {
        var from = 0;
        for (var field = 0; field < _last; field++)
        {
            var length = line[from..].IndexOf(_separator);
            if (length < 0)
            {
                return false;
            }

            _fields[field] = from..(from + length);
            from += length + 1;
        }

        var rest = line[from..].IndexOf(_separator);
        _fields[_last] = from..(rest < 0 ? line.Length : from + rest);
        return true;
    }

    // Fields without their quotes, one after the other; empty when there are too few.
    ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> line)
    {
        if (_unquoted.Length < line.Length)
        {
            _unquoted = new byte[line.Length];
        }

        var (field, at, start, inside, opened) = (0, 0, 0, false, false);
        for (var i = 0; i <= line.Length; i++)
        {
            var ends = i == line.Length;
            if (ends || (!inside && line[i] == _separator))
            {
                _fields[field++] = start..at;
                (start, opened) = (at, false);
                if (field > _last)
                {
                    return _unquoted.AsSpan(0, at);
                }

                continue;
            }

            var quote = line[i] == (byte)'"';
            if (inside && quote && i + 1 < line.Length && line[i + 1] == (byte)'"')
            {
                i++;
            }
            else if (quote && (inside || (at == start && !opened)))
            {
                (inside, opened) = (!inside, true);
                continue;
            }

            _unquoted[at++] = line[i];
        }

        return default;
    }
}
