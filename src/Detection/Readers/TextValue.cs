using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Beffroi.Detection;

/// <summary>What one text of a file means: number, flag, label, identifier. Absent in all the ways that files say it.</summary>
static class TextValue
{
    static readonly SearchValues<byte> NumberMarks = SearchValues.Create("0123456789.eE+"u8);
    static readonly string[] Absent = ["null", "none", "nan", "n/a", "na", "\\n", "undefined"];

    /// <summary>Whether a text says that there is nothing. A person's own words are read with <paramref name="words"/>: fewer are taken for nothing.</summary>
    public static bool IsAbsent(ReadOnlySpan<byte> text, bool words = false)
    {
        if (text.IsEmpty || text.Length > 9)
        {
            return text.IsEmpty;
        }

        if (words)
        {
            return text.SequenceEqual("NULL"u8) || text.SequenceEqual("\\N"u8) || text.SequenceEqual("nan"u8) || text.SequenceEqual("NaN"u8);
        }

        foreach (var absent in Absent)
        {
            if (Ascii.EqualsIgnoreCase(text, absent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A whole number, with the long mark of some programs (12L) and zero decimals (12.0) taken off.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out long number)
    {
        text = text.Trim(" L"u8);
        if (text.IndexOf((byte)'.') is var dot && dot > 0 && text[(dot + 1)..].IndexOfAnyExcept((byte)'0') < 0)
        {
            text = text[..dot];
        }

        if (Utf8Parser.TryParse(text, out number, out var used) && used == text.Length)
        {
            return true;
        }

        // 1.2E+3 is whole; what a float can no longer tell apart is not read.
        if (text.IndexOfAny("eE"u8) > 0 && Utf8Parser.TryParse(text, out double real, out used) && used == text.Length && Math.Abs(real) < 1e15 && Math.Floor(real) == real)
        {
            number = (long)real;
            return true;
        }

        return false;
    }

    public static bool? Flag(ReadOnlySpan<byte> text) => text.Length switch
    {
        1 when text[0] is (byte)'1' or (byte)'t' or (byte)'T' or (byte)'y' or (byte)'Y' => true,
        1 when text[0] is (byte)'0' or (byte)'f' or (byte)'F' or (byte)'n' or (byte)'N' => false,
        2 when Ascii.EqualsIgnoreCase(text, "no"u8) => false,
        3 when Ascii.EqualsIgnoreCase(text, "yes"u8) || Ascii.EqualsIgnoreCase(text, "oui"u8) || text.SequenceEqual("1.0"u8) => true,
        3 when Ascii.EqualsIgnoreCase(text, "non"u8) || text.SequenceEqual("0.0"u8) => false,
        4 when Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "vrai"u8) => true,
        4 when Ascii.EqualsIgnoreCase(text, "faux"u8) => false,
        5 when Ascii.EqualsIgnoreCase(text, "false"u8) => false,
        _ => null,
    };

    public static AccountLabel? Label(ReadOnlySpan<byte> text) =>
        Ascii.EqualsIgnoreCase(text, "bot"u8) ? AccountLabel.Bot
        : Ascii.EqualsIgnoreCase(text, "human"u8) || Ascii.EqualsIgnoreCase(text, "humain"u8) || Ascii.EqualsIgnoreCase(text, "genuine"u8) ? AccountLabel.Human
        : Flag(text) is { } isBot ? isBot ? AccountLabel.Bot : AccountLabel.Human
        : null;

    /// <summary>Whether an identifier went through a floating-point number, as 1.05e18 did. Twitter's are digits only.</summary>
    public static bool IsRounded(ReadOnlySpan<byte> id) =>
        id.Length > 2 && id.IndexOfAnyExcept(NumberMarks) < 0 && id.IndexOfAny(".eE"u8) is var mark && mark > 0
        && !(id[mark] == (byte)'.' && id[(mark + 1)..].IndexOfAnyExcept((byte)'0') < 0 && mark <= 15);

    /// <summary>An identifier as the source wrote it; the zero decimals of a small number are taken off.</summary>
    public static string Id(ReadOnlySpan<byte> id) =>
        Encoding.UTF8.GetString(id.EndsWith(".0"u8) && id[..^2].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? id[..^2] : id);
}
