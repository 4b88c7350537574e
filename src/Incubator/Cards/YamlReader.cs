using System.Text.RegularExpressions;

namespace Beffroi.Incubator.Cards;

/// <summary>The part of YAML that cards are written in: keys, lists, lists of keys, quotes, texts of several lines. Anything else is refused rather than guessed.</summary>
sealed partial class YamlReader
{
    const int MostDepth = 8;

    readonly string[] _lines;
    readonly int _first;
    int _at;

    YamlReader(string[] lines, int first) => (_lines, _first) = (lines, first);

    /// <param name="first">Number of the first line in its file.</param>
    /// <exception cref="InvalidDataException">Says in French what cannot be read, and at which line.</exception>
    public static YamlMap Read(string[] lines, int first)
    {
        var reader = new YamlReader(lines, first);
        var map = reader.Peek() is { } line ? reader.Map(line.Indent, 0) : new YamlMap(new Dictionary<string, Yaml>(StringComparer.Ordinal), first);
        return reader.Peek() is { } more ? throw YamlMistake.At(more.Number, "le retrait ne suit pas celui d’avant") : map;
    }

    /// <summary>The next line that says something; blank lines and remarks are passed over.</summary>
    (int Indent, string Text, int Number)? Peek()
    {
        for (; _at < _lines.Length; _at++)
        {
            var (line, text) = (_lines[_at], _lines[_at].Trim());
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var indent = line.Length - line.TrimStart(' ').Length;
            return line[indent] == '\t' ? throw YamlMistake.At(Number, "le retrait s’écrit avec des espaces, sans tabulation") : (indent, text, Number);
        }

        return null;
    }

    int Number => _first + _at;

    YamlMap Map(int indent, int depth)
    {
        var (keys, first) = (new Dictionary<string, Yaml>(StringComparer.Ordinal), Number);
        while (Peek() is { } line && line.Indent >= indent && !IsItem(line.Text))
        {
            var match = KeyShape().Match(line.Text);
            if (line.Indent > indent || !match.Success)
            {
                throw YamlMistake.At(line.Number, line.Indent > indent ? "le retrait ne suit pas celui d’avant, ou un texte tient sur plusieurs lignes\u00A0: mettez-le après >-" : "on attend «\u00A0clé\u00A0: valeur\u00A0»");
            }

            var key = match.Groups["key"].Value;
            if (!keys.TryAdd(key, Value(match.Groups["value"].Value, indent, indent, depth)))
            {
                throw YamlMistake.At(line.Number, $"la clé «\u00A0{key}\u00A0» est écrite deux fois");
            }
        }

        return new(keys, first);
    }

    YamlList List(int indent, int depth)
    {
        var (items, first) = (new List<Yaml>(), Number);
        while (Peek() is { } line && line.Indent == indent && IsItem(line.Text))
        {
            var rest = line.Text[1..].TrimStart(' ');
            if (KeyShape().IsMatch(rest))
            {
                // Keys begin beside the dash: the others are below the first of them.
                var inside = indent + line.Text.Length - rest.Length;
                _lines[_at] = new string(' ', inside) + rest;
                items.Add(Deeper(depth, () => Map(inside, depth + 1)));
            }
            else
            {
                items.Add(Value(rest, indent, indent + 1, depth));
            }
        }

        return new(items, first);
    }

    // The text after a key or a dash; what is below it, where there is none. A list may stand right below its key, not below its dash.
    Yaml Value(string text, int indent, int list, int depth)
    {
        var number = Number;
        _at++;
        if (text.Length > 0 && text[0] is '|' or '>')
        {
            return Block(text, indent, number);
        }

        if (text.Length > 0 && text[0] != '#')
        {
            return YamlInline.Read(text, number);
        }

        return Peek() switch
        {
            { } below when IsItem(below.Text) && below.Indent >= list => Deeper(depth, () => List(below.Indent, depth + 1)),
            { } below when below.Indent > indent => Deeper(depth, () => Map(below.Indent, depth + 1)),
            _ => new YamlScalar(null, true, number),
        };
    }

    // « | » keeps line ends, « > » makes them spaces; « - » keeps none at the end.
    YamlScalar Block(string head, int indent, int number)
    {
        if (!BlockShape().IsMatch(head))
        {
            throw YamlMistake.At(number, $"«\u00A0{head}\u00A0» n’est pas un début de texte que ce programme lit\u00A0: écrivez |, |-, > ou >-");
        }

        List<string> kept = [];
        var inside = 0;
        for (; _at < _lines.Length; _at++)
        {
            var line = _lines[_at].TrimEnd();
            var here = line.Length - line.TrimStart(' ').Length;
            if (line.Length > 0 && here <= indent)
            {
                break;
            }

            inside = inside == 0 ? here : inside;
            if (line.Length > 0 && (here < inside || (head[0] == '>' && here > inside)))
            {
                throw YamlMistake.At(Number, "le retrait ne suit pas celui d’avant");
            }

            kept.Add(line.Length == 0 ? "" : line[inside..]);
        }

        var text = string.Join('\n', kept).TrimEnd('\n');
        text = head[0] == '>' ? FoldShape().Replace(text, m => m.Length == 1 ? " " : new string('\n', m.Length - 1)) : text;
        return new(head.Contains('-', StringComparison.Ordinal) || text.Length == 0 ? text : text + "\n", false, number);
    }

    Yaml Deeper(int depth, Func<Yaml> read) => depth < MostDepth ? read() : throw YamlMistake.At(Number, "cette fiche s’emboîte trop");

    static bool IsItem(string text) => text is "-" || text.StartsWith("- ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<key>[A-Za-z_][A-Za-z0-9_-]*)[ ]*:([ ]+(?<value>.*))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"^[|>]-?([ ]+#.*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex BlockShape();

    [GeneratedRegex(@"\n+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex FoldShape();
}
