using System.Buffers;
using System.Text;

namespace Beffroi.Eva.BankFiles;

/// <summary>Tables as separated values (RFC 4180): UTF-8 with its mark, semicolons, as French spreadsheets expect.</summary>
public static class CsvSheet
{
    const char Separator = ';';
    const char Guard = '\'';

    // A cell that begins so may be run as a formula (OWASP, CSV Injection, read on 26 November 2026); a quote before it makes it a text.
    const string Formulas = "=+-@\t\r\n＝＋－＠";

    static readonly SearchValues<char> Special = SearchValues.Create("\";\r\n");

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(Separator, row.Select(Field)).Append("\r\n");
        }

        return [.. Strict.Preamble, .. Strict.GetBytes(text.ToString())];
    }

    /// <summary>A text that no spreadsheet takes for a formula; <see cref="Unguarded"/> gives it back.</summary>
    public static string Guarded(string text) => text.Length > 0 && (text[0] == Guard || Formulas.Contains(text[0], StringComparison.Ordinal)) ? Guard + text : text;

    public static string Unguarded(string text) => text.Length > 0 && text[0] == Guard ? text[1..] : text;

    /// <exception cref="SheetException">It is no such table.</exception>
    public static Sheet Read(byte[] file, int maxRows = Sheet.MaxRows)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = Decoded(file);
        return new(new CsvReading(text, SeparatorOf(text), maxRows).Rows());
    }

    static string Field(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    static string Decoded(byte[] file)
    {
        var bytes = file.AsSpan();
        try
        {
            return Strict.GetString(bytes.StartsWith(Strict.Preamble) ? bytes[Strict.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new SheetException("Ce fichier n’est pas en UTF-8. Dans le tableur, enregistrez-le comme « CSV UTF-8 », ou en XLSX.");
        }
    }

    // Spreadsheets write what their country writes: semicolons, commas or tabs.
    static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return first.Contains(Separator) ? Separator : first.Contains('\t') ? '\t' : ',';
    }
}
