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

    // What databases and R write for nothing is nothing.
    static bool IsNothing(ReadOnlySpan<byte> field) => field.IsEmpty || field.SequenceEqual("NA"u8) || field.SequenceEqual("NULL"u8) || field.SequenceEqual("\\N"u8);
}
