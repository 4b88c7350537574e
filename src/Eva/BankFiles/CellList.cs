using System.Text;

namespace Beffroi.Eva.BankFiles;

/// <summary>Several things in one cell: an entry a line, its fields separated by « | ». Whatever the texts hold, what is read is what was written.</summary>
/// <remarks><c>\|</c> a bar, <c>\n</c> a new line, <c>\r</c> a return, <c>\s</c> a space at an end, <c>\\</c> a backslash, <c>\e</c> an empty text; nothing at all is no text.</remarks>
static class CellList
{
    public static string Write(IEnumerable<IEnumerable<string?>> entries) => string.Join('\n', entries.Select(Line));

    /// <summary>The entries; null when a backslash stands before something else than the letters above.</summary>
    public static IReadOnlyList<IReadOnlyList<string?>>? Read(string cell)
    {
        if (cell.Length == 0)
        {
            return [];
        }

        var entries = new List<IReadOnlyList<string?>>();
        foreach (var line in cell.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Trim(' ').Length > 0))
        {
            var fields = Split(line).Select(Unescaped).ToList();
            if (fields.Exists(f => !f.Known))
            {
                return null;
            }

            entries.Add([.. fields.Select(f => f.Text)]);
        }

        return entries;
    }

    static string Line(IEnumerable<string?> fields)
    {
        var written = fields.Select(Escaped).ToList();
        while (written.Count > 1 && written[^1].Length == 0)
        {
            written.RemoveAt(written.Count - 1);
        }

        var line = string.Join(" | ", written);
        // A line of its own for an entry without any text.
        return line.Length == 0 ? "|" : line;
    }

    static string Escaped(string? text)
    {
        if (text is null)
        {
            return "";
        }

        if (text.Length == 0)
        {
            return "\\e";
        }

        var written = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '\\' => written.Append("\\\\"),
                '|' => written.Append("\\|"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                ' ' when i == 0 || i == text.Length - 1 => written.Append("\\s"),
                var c => written.Append(c),
            };
        }

        return written.ToString();
    }

    static IEnumerable<string> Split(string line)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '\\')
            {
                i++;
            }
            else if (line[i] is '|')
            {
                yield return line[start..i];
                start = i + 1;
            }
        }

        yield return line[start..];
    }

    static (string? Text, bool Known) Unescaped(string field)
    {
        var text = field.Trim(' ');
        if (text.Length == 0)
        {
            return (null, true);
        }

        var read = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not '\\')
            {
                read.Append(text[i]);
                continue;
            }

            switch (++i < text.Length ? text[i] : '\0')
            {
                case '\\': read.Append('\\'); break;
                case '|': read.Append('|'); break;
                case 'n': read.Append('\n'); break;
                case 'r': read.Append('\r'); break;
                case 's': read.Append(' '); break;
                case 'e' when text.Length == 2: break;
                default: return (null, false);
            }
        }

        return (read.ToString(), true);
    }
}
