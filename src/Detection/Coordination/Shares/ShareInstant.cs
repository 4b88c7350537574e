using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Beffroi.Detection;

/// <summary>Instants as files write them: seconds, thousandths or millionths since 1970, or a date of ISO 8601 (UTC where no offset is written).</summary>
static class ShareInstant
{
    // Seconds pass this in the year 5138; thousandths passed it in 1973.
    const long Thousandths = 100_000_000_000, Millionths = 100_000_000_000_000;

    static readonly string[] Dates = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    public static bool TryRead(ReadOnlySpan<byte> text, out long seconds)
    {
        if (Utf8Parser.TryParse(text, out long whole, out var read) && (read == text.Length || (read == text.Length - 1 && text[read] == (byte)'L')))
        {
            return Scale(whole, out seconds);
        }

        // 1623881091.0 and 1.623881091e9, as tables of other programs write them.
        if (Utf8Parser.TryParse(text, out double number, out read) && read == text.Length && number is >= 0 and < 1e18)
        {
            return Scale((long)Math.Floor(number), out seconds);
        }

        seconds = 0;
        if (text.Length is < 16 or > 40 || !DateTimeOffset.TryParseExact(Encoding.UTF8.GetString(text), Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return false;
        }

        seconds = date.ToUnixTimeSeconds();
        return seconds >= 0;
    }

    static bool Scale(long number, out long seconds)
    {
        seconds = number switch
        {
            >= Millionths => number / 1_000_000,
            >= Thousandths => number / 1_000,
            _ => number,
        };
        return number >= 0;
    }
}
