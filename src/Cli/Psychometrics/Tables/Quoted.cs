using System.Text;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Text from a file inside a message: short, on one line, unable to command the terminal.</summary>
static class Quoted
{
    const int Longest = 40;

    public static string Text(string text) => $"« {Harmless(text.Length > Longest ? Cut(text) : text)} »";

    public static string Text(ReadOnlySpan<byte> utf8) => Text(Encoding.UTF8.GetString(utf8.Length > 4 * Longest ? utf8[..(4 * Longest)] : utf8));

    public static string Path(string path) => Harmless(path);

    static string Harmless(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '·' : c));

    static string Cut(string text) => text[..(Longest - 1)] + "…";
}
