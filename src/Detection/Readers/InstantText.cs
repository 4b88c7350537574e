using System.Buffers.Text;
using System.Text;

namespace Beffroi.Detection;

/// <summary>Reads a date in the forms that networks and their exports write: ISO 8601 in all its precisions, the two forms of Twitter, RFC 2822, seconds,
/// milliseconds or microseconds since 1970, days and months with slashes. Without a zone, it is UTC.</summary>
static class InstantText
{
    static ReadOnlySpan<byte> Months => "janfebmaraprmayjunjulaugsepoctnovdec"u8;

    /// <summary>Null: read. Otherwise why not.</summary>
    public static ReadingCode? Read(ReadOnlySpan<byte> text, bool? monthFirst, out DateTimeOffset instant)
    {
        instant = default;
        text = text.Trim((byte)' ');
        if (text.Length is < 6 or > 40)
        {
            return ReadingCode.UnreadableDate;
        }

        if (text[0] is >= (byte)'0' and <= (byte)'9')
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            return digits < 0 || text[digits] is (byte)'.' or (byte)'L' or (byte)'e' or (byte)'E' ? Epoch(text, out instant)
                : digits == 4 && text[4] == (byte)'-' ? Iso(text, out instant)
                : digits <= 2 && text[digits] is (byte)'/' ? Slashes(text, monthFirst, out instant)
                : digits == 4 && text[4] == (byte)'/' ? Slashes(text, monthFirst, out instant)
                : digits <= 2 && text[digits] == (byte)' ' ? Words(text, out instant)
                : ReadingCode.UnreadableDate;
        }

        return Words(text, out instant);
    }

    static ReadingCode? Epoch(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        var exponent = text.IndexOfAny("eE"u8);
        // A rounded instant is not an instant: below ten digits the day itself is unsure.
        if (exponent > 0 && text[..exponent].Length < 11)
        {
            return ReadingCode.UnreadableDate;
        }

        var dot = exponent > 0 ? -1 : text.IndexOf((byte)'.');
        if (!TextValue.TryWhole(dot > 0 ? text[..dot] : text, out var number))
        {
            return ReadingCode.UnreadableDate;
        }

        var ticks = number switch
        {
            < 100_000_000 => -1,
            < 100_000_000_000 => number * TimeSpan.TicksPerSecond,
            < 100_000_000_000_000 => number * TimeSpan.TicksPerMillisecond,
            < 100_000_000_000_000_000 => number * TimeSpan.TicksPerMicrosecond,
            _ => -1,
        };
        return Make(DateTimeOffset.UnixEpoch.Ticks + ticks, ticks >= 0, 0, out instant);
    }

    static ReadingCode? Iso(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 10 || text[7] != (byte)'-' || !Number(text[5..7], out var month) || !Number(text[8..10], out var day) || !Number(text[..4], out var year))
        {
            return ReadingCode.UnreadableDate;
        }

        return WithTime(text[10..], year, month, day, out instant);
    }

    static ReadingCode? Slashes(ReadOnlySpan<byte> text, bool? monthFirst, out DateTimeOffset instant)
    {
        instant = default;
        var first = text.IndexOf((byte)'/');
        var second = text[(first + 1)..].IndexOf((byte)'/') + first + 1;
        var end = text[(second + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var e && e < 0 ? text.Length : second + 1 + e;
        if (second <= first || !Number(text[..first], out var one) || !Number(text[(first + 1)..second], out var two) || !Number(text[(second + 1)..end], out var three))
        {
            return ReadingCode.UnreadableDate;
        }

        if (first == 4)
        {
            return WithTime(text[end..], one, two, three, out instant);
        }

        var year = end - second - 1 == 2 ? 2000 + three : three;
        return one > 12 ? WithTime(text[end..], year, two, one, out instant)
            : two > 12 || monthFirst is true || one == two ? WithTime(text[end..], year, one, two, out instant)
            : monthFirst is false ? WithTime(text[end..], year, two, one, out instant)
            : ReadingCode.AmbiguousDate;
    }

    /// <summary>Wed Aug 27 13:08:45 +0000 2008, Wed, 27 Aug 2008 13:08:45 +0000, 27 Aug 2008.</summary>
    static ReadingCode? Words(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        int? year = null, month = null, day = null;
        ReadOnlySpan<byte> time = default;
        ReadOnlySpan<byte> zone = default;
        foreach (var range in text.SplitAny(" ,"u8))
        {
            var word = text[range];
            if (word.IsEmpty)
            {
                continue;
            }

            if (word.Contains((byte)':'))
            {
                time = word;
            }
            else if (word[0] is (byte)'+' or (byte)'-')
            {
                zone = word;
            }
            else if (Number(word, out var number))
            {
                year = word.Length == 4 ? number : year;
                day = word.Length <= 2 ? number : day;
            }
            else if (word.Length >= 3 && month is null && Month(word[..3]) is { } found)
            {
                month = found;
            }
        }

        if (year is not { } y || month is not { } m || day is not { } d)
        {
            return ReadingCode.UnreadableDate;
        }

        Span<byte> joined = stackalloc byte[48];
        joined[0] = (byte)' ';
        time.CopyTo(joined[1..]);
        zone.CopyTo(joined[(1 + time.Length)..]);
        return WithTime(time.IsEmpty ? default : joined[..(1 + time.Length + zone.Length)], y, m, d, out instant);
    }

    /// <summary>What follows the day: nothing, or a separator, hours and minutes, perhaps seconds, a fraction and a zone.</summary>
    static ReadingCode? WithTime(ReadOnlySpan<byte> rest, int year, int month, int day, out DateTimeOffset instant)
    {
        instant = default;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return ReadingCode.UnreadableDate;
        }

        var ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        if (rest.IsEmpty)
        {
            return Make(ticks, known: true, 0, out instant);
        }

        rest = rest[0] is (byte)'T' or (byte)' ' or (byte)'t' ? rest[1..].Trim((byte)' ') : default;
        if (!Take(ref rest, out var hours) || rest.IsEmpty || rest[0] != (byte)':' || !TakeAfterMark(ref rest, out var minutes) || hours > 23 || minutes > 59)
        {
            return ReadingCode.UnreadableDate;
        }

        ticks += (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        if (!rest.IsEmpty && rest[0] == (byte)':')
        {
            if (!TakeAfterMark(ref rest, out var seconds) || seconds > 60)
            {
                return ReadingCode.UnreadableDate;
            }

            ticks += Math.Min(seconds, 59) * TimeSpan.TicksPerSecond;
        }

        if (!rest.IsEmpty && rest[0] is (byte)'.' or (byte)',')
        {
            var unit = TimeSpan.TicksPerSecond / 10;
            for (rest = rest[1..]; !rest.IsEmpty && rest[0] is >= (byte)'0' and <= (byte)'9'; rest = rest[1..])
            {
                ticks += (rest[0] - '0') * unit;
                unit /= 10;
            }
        }

        var isZoned = Zone(rest.Trim((byte)' '), out var zone);
        return Make(ticks, isZoned, zone, out instant);
    }

    static bool Zone(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || Ascii.EqualsIgnoreCase(text, "Z"u8) || Ascii.EqualsIgnoreCase(text, "UTC"u8) || Ascii.EqualsIgnoreCase(text, "GMT"u8))
        {
            return true;
        }

        var rest = text[1..];
        if (text[0] is not ((byte)'+' or (byte)'-') || !Take(ref rest, out var hours) || hours > 14)
        {
            return false;
        }

        var minutes = 0;
        if (!rest.IsEmpty && (rest[0] == (byte)':' ? !TakeAfterMark(ref rest, out minutes) : !Take(ref rest, out minutes)))
        {
            return false;
        }

        ticks = ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute)) * (text[0] == (byte)'-' ? -1 : 1);
        return rest.IsEmpty && minutes < 60;
    }

    static ReadingCode? Make(long ticks, bool known, long zone, out DateTimeOffset instant)
    {
        ticks -= zone;
        var isDate = known && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks;
        instant = isDate ? new(ticks, TimeSpan.Zero) : default;
        return isDate ? null : ReadingCode.UnreadableDate;
    }

    static int? Month(ReadOnlySpan<byte> word)
    {
        for (var month = 0; month < 12; month++)
        {
            if (Ascii.EqualsIgnoreCase(word, Months.Slice(3 * month, 3)))
            {
                return month + 1;
            }
        }

        return null;
    }

    static bool TakeAfterMark(ref ReadOnlySpan<byte> rest, out int number)
    {
        rest = rest[1..];
        return Take(ref rest, out number);
    }

    /// <summary>One or two digits.</summary>
    static bool Take(ref ReadOnlySpan<byte> rest, out int number)
    {
        var digits = 0;
        while (digits < 2 && digits < rest.Length && rest[digits] is >= (byte)'0' and <= (byte)'9')
        {
            digits++;
        }

        var isNumber = Number(rest[..digits], out number);
        rest = rest[digits..];
        return isNumber;
    }

    static bool Number(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 4 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && Utf8Parser.TryParse(text, out number, out _);
    }
}
