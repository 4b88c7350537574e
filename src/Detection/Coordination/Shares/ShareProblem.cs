using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Why a line gave no share.</summary>
public enum ShareProblemKind
{
    /// <summary>Fewer fields than the header names.</summary>
    TooFewFields,

    /// <summary>Longer than <see cref="ShareReading.LongestLine"/>.</summary>
    LineTooLong,

    /// <summary>A quote that nothing closes.</summary>
    UnclosedQuote,

    /// <summary>Not UTF-8.</summary>
    NotText,

    /// <summary>Not JSON.</summary>
    NotJson,

    /// <summary>A field of another type than text or number.</summary>
    WrongType,

    /// <summary>No account.</summary>
    NoAccount,

    /// <summary>No post.</summary>
    NoContent,

    /// <summary>A time that cannot be read.</summary>
    BadTime,

    /// <summary>A post without its author, its identifier or its date.</summary>
    Incomplete,

    /// <summary>The file ends in the middle of it.</summary>
    Truncated,

    /// <summary>A time after <see cref="ShareReading.Latest"/>.</summary>
    FutureTime,

    /// <summary>An identifier that went through a floating-point number (1.23456789012346E+18) and lost its last digits: several objects, accounts or posts may read the same.</summary>
    RoundedId,
}

/// <summary>A line that gave no share.</summary>
/// <param name="Line">Its number in the file, from 1; a row's number in a Parquet file.</param>
/// <param name="Kind">Why.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ShareProblem(long Line, ShareProblemKind Kind);

/// <summary>How a file of shares is read.</summary>
public sealed record ShareReading
{
    /// <summary>Longest line, bytes: 1,048,576 unless said.</summary>
    public int LongestLine { get; init; } = 1 << 20;

    /// <summary>Latest believable instant, seconds since 1970-01-01 UTC; null when any instant is.</summary>
    public long? Latest { get; init; }

    /// <summary>Most that a compressed file may grow by, once past 64 MB: 500 times unless said. What text gives is below 100; a bomb is near 1,000.</summary>
    public int GreatestInflation { get; init; } = 500;

    /// <summary>Told the bytes read of the stored file, now and then.</summary>
    public Action<long>? Progress { get; init; }
}

/// <summary>What a file of shares held.</summary>
public sealed class ShareReport
{
    const int Most = 100;

    readonly Dictionary<ShareProblemKind, long> _counts;
    readonly List<ShareProblem> _first;

    /// <summary>An empty report.</summary>
    public ShareReport()
        : this(0, 0, new Dictionary<ShareProblemKind, long>(), [])
    {
    }

    /// <summary>A report made before.</summary>
    public ShareReport(long rows, long withoutObject, IReadOnlyDictionary<ShareProblemKind, long> byKind, IEnumerable<ShareProblem> first)
    {
        (Rows, WithoutObject, _counts, _first) = (rows, withoutObject, new(byKind), [.. first]);
        Problems = _counts.Values.Sum();
    }

    /// <summary>Lines of data, header and empty lines aside.</summary>
    public long Rows { get; internal set; }

    /// <summary>Lines without an object: posts that share nothing, which is no mistake.</summary>
    public long WithoutObject { get; internal set; }

    /// <summary>Lines that gave no share by mistake.</summary>
    public long Problems { get; private set; }

    /// <summary>Lines that gave a share.</summary>
    public long Shares => Rows - WithoutObject - Problems;

    /// <summary>Mistakes by kind.</summary>
    public IReadOnlyDictionary<ShareProblemKind, long> ByKind => _counts;

    /// <summary>The first hundred mistakes.</summary>
    public IReadOnlyList<ShareProblem> First => _first;

    /// <summary>Mistakes among lines, 0 to 1.</summary>
    public double ProblemShare => Rows == 0 ? 0 : (double)Problems / Rows;

    /// <summary>Counts a line that gave no share.</summary>
    public void Note(long line, ShareProblemKind kind)
    {
        Problems++;
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (_first.Count < Most)
        {
            _first.Add(new(line, kind));
        }
    }

    /// <summary>Counts a line of data, before anything is known of it.</summary>
    public void NoteRow() => Rows++;

    /// <summary>Counts lines that share nothing.</summary>
    /// <param name="lines">How many.</param>
    public void NoteWithoutObject(long lines = 1) => WithoutObject += lines;
}
