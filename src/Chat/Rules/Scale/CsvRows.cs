using System.Text;

namespace Beffroi.Chat.Rules.Scale;

/// <summary>Rows of a text of values separated by commas (RFC 4180, 2005), each with the line where it begins.</summary>
static class CsvRows
{
    /// <exception cref="FormatException">A quote is not closed, or stands in the middle of a value.</exception>
    public static IEnumerable<(int Line, List<string> Values)> Of(string text)
    {
        var row = new List<string>();
        var value = new StringBuilder();
        var (line, begun, quoted, wasQuoted) = (1, 1, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (quoted)
            {
                if (c != '"')
                {
                    value.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    value.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                if (value.Length > 0 || wasQuoted)
                {
                    throw new FormatException(line.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }

                quoted = wasQuoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(value.ToString());
                value.Clear();
                wasQuoted = false;
                if (c == '\n')
                {
                    yield return (begun, row);
                    (row, begun) = ([], line);
                }
            }
            else if (c != '\r' || i + 1 >= text.Length || text[i + 1] != '\n')
            {
                value.Append(c);
            }
        }

        if (quoted)
        {
            throw new FormatException(begun.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (value.Length > 0 || row.Count > 0 || wasQuoted)
        {
            row.Add(value.ToString());
            yield return (begun, row);
        }
    }
}
