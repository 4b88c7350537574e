namespace Beffroi.Detection;

/// <summary>The four fields of a share, checked.</summary>
static class ShareFields
{
    public static readonly string[] Names = ["object_id", "account_id", "content_id", "timestamp_share"];

    /// <summary>Gives a share to the sink, or says what is wrong with it.</summary>
    public static ShareProblemKind? Take(ReadOnlySpan<byte> objectId, ReadOnlySpan<byte> accountId, ReadOnlySpan<byte> contentId, ReadOnlySpan<byte> time, ShareSink sink, ShareReading reading, ShareReport report)
    {
        objectId = objectId.Trim((byte)' ');
        accountId = accountId.Trim((byte)' ');
        contentId = contentId.Trim((byte)' ');
        time = time.Trim((byte)' ');
        if (IsNothing(objectId))
        {
            report.WithoutObject++;
            return null;
        }

        if (IsNothing(accountId))
        {
            return ShareProblemKind.NoAccount;
        }

        if (IsNothing(contentId))
        {
            return ShareProblemKind.NoContent;
        }

        if (Math.Max(objectId.Length, Math.Max(accountId.Length, contentId.Length)) > IdPool.Longest)
        {
            return ShareProblemKind.LineTooLong;
        }

        if (IsRounded(objectId) || IsRounded(accountId) || IsRounded(contentId))
        {
            return ShareProblemKind.RoundedId;
        }

        if (!ShareInstant.TryRead(time, out var seconds))
        {
            return ShareProblemKind.BadTime;
        }

        if (seconds > reading.Latest)
        {
            return ShareProblemKind.FutureTime;
        }

        sink.Add(objectId, accountId, contentId, seconds);
        return null;
    }

    /// <summary>Whether an identifier is a floating-point number as programs write large ones: one digit, decimals, an exponent (1.05E+18, 1,05E+18, 1e+18, 1.05E18), or more
    /// than fifteen digits and decimals of zero. Identifiers in hexadecimal (123e4567) or with decimals (1503435956.000247) are not.</summary>
    internal static bool IsRounded(ReadOnlySpan<byte> id)
    {
        var whole = id.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (whole <= 0)
        {
            return false;
        }

        var rest = id[whole..];
        var point = rest[0] is (byte)'.' or (byte)',';
        if (point)
        {
            var decimals = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (decimals < 0)
            {
                return whole > 15 && rest.Length > 1 && rest[1..].IndexOfAnyExcept((byte)'0') < 0;
            }

            rest = rest[(1 + decimals)..];
        }

        if (whole != 1 || rest.Length < 2 || rest[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        var signed = rest[1] is (byte)'+';
        var exponent = rest[(signed ? 2 : 1)..];
        return (point || signed) && !exponent.IsEmpty && exponent.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    // What databases and R write for nothing is nothing.
    static bool IsNothing(ReadOnlySpan<byte> field) => field.IsEmpty || field.SequenceEqual("NA"u8) || field.SequenceEqual("NULL"u8) || field.SequenceEqual("\\N"u8);
}
