using System.IO.Compression;
using System.Text;

namespace Beffroi.Detection;

/// <summary>Reads files of shares: CSV or JSONL with the fields <c>object_id</c>, <c>account_id</c>, <c>content_id</c> and <c>timestamp_share</c>, as they are or compressed by gzip, whatever their name.</summary>
/// <remarks>A line that gives no share is counted with its number, and reading goes on. A post without an object shares nothing: it is counted apart and never joined with others
/// (issue 46 of the QUT toolkit joined them all). Bounded memory: one line, and what the sink keeps.</remarks>
public static class ShareReader
{
    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The file, from its first byte.</param>
    /// <param name="sink">Where the shares go.</param>
    /// <param name="reading">How to read; as its defaults when null.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="FormatException">The file is neither JSONL nor a CSV whose header names the four fields.</exception>
    /// <exception cref="InvalidDataException">The file is compressed and damaged, or grows more than <see cref="ShareReading.GreatestInflation"/> times.</exception>
    public static ShareReport Read(Stream stream, ShareSink sink, ShareReading? reading = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sink);
        reading ??= new();
        var report = new ShareReport();
        using var stored = new CountedStream(stream, reading.Progress);
        using var plain = Plain(stored, reading);
        var (start, json) = Start(plain);
        if (json)
        {
            new JsonShares().Read(new(new StartedBytes(start, plain), reading.LongestLine, ct), sink, reading, report);
            return report;
        }

        var lines = new LineBuffer(new StartedBytes(start, plain), reading.LongestLine, ct);
        if (!lines.Next(out var header, out var kind) || kind is not LineKind.Whole || CsvShares.Of(header) is not { } csv)
        {
            throw new FormatException($"The first line does not name {string.Join(", ", ShareFields.Names)}.");
        }

        csv.Read(lines, sink, reading, report);
        return report;
    }

    /// <summary>Gives one row that was read elsewhere to a sink, checked as a line of a file would be.</summary>
    /// <param name="report">Where a row without an object is counted; the caller counts the row itself and what is wrong with it.</param>
    /// <returns>What is wrong; null when the row gave a share or shares nothing.</returns>
    public static ShareProblemKind? Take(string? objectId, string? accountId, string? contentId, string? timestamp, ShareSink sink, ShareReading reading, ShareReport report) =>
        ShareFields.Take(Encoding.UTF8.GetBytes(objectId ?? ""), Encoding.UTF8.GetBytes(accountId ?? ""), Encoding.UTF8.GetBytes(contentId ?? ""), Encoding.UTF8.GetBytes(timestamp ?? ""), sink, reading, report);

    static Stream Plain(CountedStream stored, ShareReading reading)
    {
        var magic = new byte[2];
        var known = stored.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        var whole = new StartedBytes(magic[..known], stored);
        return known == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new InflatedStream(new GZipStream(whole, CompressionMode.Decompress), stored, reading.GreatestInflation) : whole;
    }

    // The first bytes, without the mark of UTF-8, and whether they begin a JSON object.
    static (byte[] Start, bool Json) Start(Stream plain)
    {
        var start = new byte[64];
        var known = plain.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var bytes = start.AsSpan(0, known);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        var first = bytes.TrimStart(" \t\r\n"u8);
        return (bytes.ToArray(), !first.IsEmpty && first[0] is (byte)'{' or (byte)'[');
    }
}
