using System.Globalization;
using System.Text;

namespace Beffroi.Incubator.Cards;

/// <summary>A value on one line: bare, between quotes, or a short list between brackets.</summary>
static class YamlInline
{
    /// <summary>Begins something of YAML that cards do not need, or that means something else than it looks.</summary>
    const string Refused = "&*!%@`{}?,]\"'#";

    public static Yaml Read(string text, int line)
    {
        if (text[0] == '[')
        {
            return List(text, line);
        }

        if (text[0] is '"' or '\'')
        {
            var (value, end) = Quoted(text, 0, line);
            return OnlyRemark(text, end) ? new YamlScalar(value, false, line) : throw YamlMistake.At(line, "il y a quelque chose après les guillemets");
        }

        return Bare(Remark(text), line);
    }

    static YamlList List(string text, int line)
    {
        List<Yaml> items = [];
        var at = Skip(text, 1);
        while (at < text.Length && text[at] != ']')
        {
            if (text[at] is '"' or '\'')
            {
                var (value, end) = Quoted(text, at, line);
                items.Add(new YamlScalar(value, false, line));
                at = Skip(text, end);
            }
            else
            {
                var end = text.IndexOfAny([',', ']'], at);
                items.Add(Bare(text[at..(end < 0 ? text.Length : end)].Trim(), line));
                at = end < 0 ? text.Length : end;
            }

            if (at < text.Length && text[at] == ',')
            {
                at = Skip(text, at + 1);
            }
            else if (at >= text.Length || text[at] != ']')
            {
                throw YamlMistake.At(line, "cette liste n’est pas bien fermée");
            }
        }

        return at < text.Length && OnlyRemark(text, at + 1) ? new(items, line) : throw YamlMistake.At(line, "cette liste n’est pas bien fermée");
    }

    static YamlScalar Bare(string text, int line)
    {
        if (text.Length == 0 || Refused.Contains(text[0], StringComparison.Ordinal) || text.StartsWith("- ", StringComparison.Ordinal) || text[0] == '[' || text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':'))
        {
            throw YamlMistake.At(line, $"«\u00A0{text}\u00A0» ne se lit pas ainsi\u00A0: mettez-le entre guillemets");
        }

        return new(text is "~" or "null" ? null : text, true, line);
    }

    // Until the closing quote; gives the place after it.
    static (string Value, int End) Quoted(string text, int start, int line)
    {
        var (quote, value) = (text[start], new StringBuilder());
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == quote && quote == '\'' && i + 1 < text.Length && text[i + 1] == quote)
            {
                value.Append(quote);
                i++;
            }
            else if (text[i] == quote)
            {
                return (value.ToString(), i + 1);
            }
            else if (text[i] == '\\' && quote == '"')
            {
                i += Escaped(text, i + 1, value, line);
            }
            else
            {
                value.Append(text[i]);
            }
        }

        throw YamlMistake.At(line, "il manque le guillemet de la fin");
    }

    static int Escaped(string text, int at, StringBuilder value, int line)
    {
        var (plain, hex) = (at < text.Length ? text[at] : ' ') switch
        {
            '"' => ('"', 0),
            '\\' => ('\\', 0),
            '/' => ('/', 0),
            'n' => ('\n', 0),
            't' => ('\t', 0),
            'x' => ('\0', 2),
            'u' => ('\0', 4),
            _ => throw YamlMistake.At(line, "après \\ viennent seulement \", \\, /, n, t, x ou u"),
        };
        if (hex == 0)
        {
            value.Append(plain);
            return 1;
        }

        if (at + hex >= text.Length || !ushort.TryParse(text.AsSpan(at + 1, hex), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw YamlMistake.At(line, $"après \\{text[at]} viennent {hex} chiffres hexadécimaux");
        }

        value.Append((char)code);
        return 1 + hex;
    }

    static string Remark(string text) => text.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var at ? text[..at].TrimEnd() : text;

    static bool OnlyRemark(string text, int from) => text[from..].Trim() is { } rest && (rest.Length == 0 || (rest[0] == '#' && text[from] == ' '));

    static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
