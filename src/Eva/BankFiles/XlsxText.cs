using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Beffroi.Eva.BankFiles;

/// <summary>Texts as Office Open XML holds them: what XML cannot say is written <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19, ST_Xstring).</summary>
static partial class XlsxText
{
    const int Length = 7;

    public static string Escaped(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '_' && IsEscape(text, i))
            {
                written.Append("_x005F_");
            }
            else if (c is '\r' or '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\n' or '\t')))
            {
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                written.Append(c);
            }
        }

        return written.ToString();
    }

    public static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, e => ((char)int.Parse(e.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    static bool IsEscape(string text, int at) => at + Length <= text.Length && Escape().IsMatch(text.AsSpan(at, Length));

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
