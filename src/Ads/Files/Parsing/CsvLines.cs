using System.Runtime.CompilerServices;
using System.Text;

namespace Beffroi.Ads.Files;

/// <summary>Lines of a CSV (RFC 4180), its separator guessed from the first one. Quoted ends of lines are part of their cell.</summary>
static class CsvLines
{
    const int MostCells = 50;
    const int Chunk = 32 * 1024;

    /// <summary>Number of the line where each begins, from 1; null where it is too long or never ends.</summary>
    public static async IAsyncEnumerable<(int Line, IReadOnlyList<string>? Cells)> Read(TextReader reader, int mostField, long mostChars, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = new char[Chunk];
        var line = new Line(mostField);
        long read = 0;
        for (int got; (got = await reader.ReadAsync(buffer, ct)) > 0 && (read += got) <= mostChars;)
        {
            for (var i = 0; i < got; i++)
            {
                if (line.Take(buffer[i]) is var (number, cells))
                {
                    yield return (number, cells);
                }
            }
        }

        if (line.Take('\n', last: true) is var (end, rest))
        {
            yield return (end, rest);
        }
    }

    sealed class Line(int mostField)
    {
        readonly StringBuilder _cell = new();
        List<string> _cells = [];
        char _separator;
        int _number = 1;
        int _start = 1;
        bool _quoted;
        bool _closing;
        bool _broken;

        public (int, IReadOnlyList<string>?)? Take(char c, bool last = false)
        {
            var number = _number;
            _number += c == '\n' ? 1 : 0;
            if (_quoted && !last)
            {
                if (_closing)
                {
                    _closing = false;
                    if (c == '"')
                    {
                        Put(c);
                        return null;
                    }

                    _quoted = false;
                }
                else if (c == '"')
                {
                    _closing = true;
                    return null;
                }
                else
                {
                    Put(c);
                    // Quotes that are never closed would swallow the file.
                    if (c == '\n' && _cell.Length >= mostField)
                    {
                        return Finish(broken: true);
                    }

                    return null;
                }
            }

            if (c == '\n')
            {
                return _cells.Count == 0 && string.IsNullOrWhiteSpace(_cell.ToString()) && !_broken ? Skip() : Finish(last && _quoted && !_closing);
            }

            if (c == '"' && _cell.ToString().AsSpan().Trim('\uFEFF').IsWhiteSpace())
            {
                _cell.Clear();
                _quoted = true;
            }
            else if (c == _separator || (_separator == default && c is ',' or ';' or '\t'))
            {
                _separator = c;
                EndCell();
            }
            else if (c != '\r')
            {
                Put(c);
            }

            return null;

            (int, IReadOnlyList<string>?)? Skip()
            {
                _cell.Clear();
                _start = number + 1;
                return null;
            }
        }

        void Put(char c)
        {
            if (_cell.Length < mostField)
            {
                _cell.Append(c);
            }
            else
            {
                _broken = true;
            }
        }

        void EndCell()
        {
            if (_cells.Count < MostCells)
            {
                _cells.Add(_cell.ToString().Trim());
            }
            else
            {
                _broken = true;
            }

            _cell.Clear();
        }

        (int, IReadOnlyList<string>?) Finish(bool broken)
        {
            EndCell();
            var (start, cells) = (_start, broken || _broken ? null : _cells);
            (_cells, _start, _quoted, _closing, _broken) = ([], _number, false, false, false);
            return (start, cells);
        }
    }
}
