using System.Text;

namespace Beffroi.Incubator.Accessibility;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>CSV as spreadsheets write it (RFC 4180), with commas or semicolons.</summary>
public static class CsvText
{
    /// <exception cref="FormatException">A quotation mark is never closed; the message says where.</exception>
    public static IReadOnlyList<CsvRow> Read(string text)
    {
        var separator = Separator(text);
        var (rows, cells, cell) = (new List<CsvRow>(), new List<string>(), new StringBuilder());
        var (line, began, quoted, opened) = (1, 1, false, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(c);
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    line += c == '\n' ? 1 : 0;
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                (quoted, opened) = (true, line);
            }
            else if (c == separator)
            {
                Close();
            }
            else if (c == '\n')
            {
                End();
                line++;
                began = line;
            }
            else if (c != '\r' && c != '\uFEFF')
            {
                cell.Append(c);
            }
        }

        if (quoted)
        {
            throw new FormatException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Ligne {opened} : un guillemet n’est pas fermé"));
        }

        End();
        return rows;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void End()
        {
            Close();
            if (cells.Exists(c => c.Length > 0))
            {
                rows.Add(new(began, cells));
            }

            cells = [];
        }
    }

    // The one that the first line has more of.
    static char Separator(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end && end >= 0 ? end : text.Length);
        return first.Count(';') > first.Count(',') ? ';' : ',';
    }
}
