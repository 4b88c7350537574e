using System.Text;

namespace Beffroi.Crowdsourcing;

/// <summary>The lines of a file that are what they should be, their columns in the order wanted; the others go to the log.</summary>
sealed class Rows(Stream stream, string[][] wanted, ProblemLog problems, IProgress<long>? lines, CancellationToken ct) : IDisposable
{
    const int Often = 8192;

    readonly StreamReader _text = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
    CsvRecords? _records;
    Columns? _columns;
    long _told = Often;

    /// <summary>Line of the current row, from 1.</summary>
    public long Line => _records?.Line ?? 0;

    /// <summary>A column of the current row; valid until the next.</summary>
    public ReadOnlySpan<char> this[int column] => _records!.Field(_columns![column]);

    public bool Next()
    {
        _records ??= new(_text);
        while (_records.Next())
        {
            if (_records.Line >= _told)
            {
                ct.ThrowIfCancellationRequested();
                lines?.Report(_records.Line);
                _told = _records.Line + Often;
            }

            // What comes before the first whole line is no header.
            if (_columns is null && (_records.Problem is not null || _records.Count < wanted.Length))
            {
                problems.Add(_records.Line, _records.Problem ?? LineProblemKind.FieldCount);
                continue;
            }

            var first = _columns is null;
            _columns ??= new(_records, wanted);
            if (first && _columns.HasHeader)
            {
                continue;
            }

            if (_columns.Check(_records) is not { } problem)
            {
                return true;
            }

            problems.Add(_records.Line, problem);
        }

        return false;
    }

    public void Dispose() => _text.Dispose();
}
