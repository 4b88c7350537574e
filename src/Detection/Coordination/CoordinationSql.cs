using System.Globalization;

namespace Beffroi.Detection;

/// <summary>An engine that runs SQL over Parquet.</summary>
public enum SqlDialect
{
    /// <summary>DuckDB, on one machine.</summary>
    DuckDb,

    /// <summary>ClickHouse.</summary>
    ClickHouse,

    /// <summary>Trino.</summary>
    Trino,

    /// <summary>Apache Spark.</summary>
    Spark,
}

/// <summary>The window join as SQL, for what one machine does not hold. The shares are columns <c>object_id</c>, <c>account_id</c>, <c>content_id</c> (text) and
/// <c>timestamp_share</c> (whole seconds since 1970, 64 bits).</summary>
/// <remarks>Shares are joined by object and by slice of time as long as the window, each with its own slice and the two beside it: the work follows the pairs that exist
/// rather than the square of the shares of an object.</remarks>
public static class CoordinationSql
{
    /// <summary>Ties of <see cref="CoSharing"/>: first_account, second_account, pairs, objects, first_contents, second_contents, first_leads, second_leads, delay_sum.</summary>
    /// <param name="source">What stands after FROM: see <see cref="Parquet"/>, or a table.</param>
    /// <param name="window">Seconds, inclusive.</param>
    /// <param name="minObjects">Least distinct objects of a tie.</param>
    public static string CoSharing(SqlDialect dialect, string source, long window, int minObjects) => $"""
        WITH {Shares(dialect, source, window)},
        pairs AS (
          SELECT a.object_id AS object_id, a.account_id AS first_account, b.account_id AS second_account,
                 a.content_id AS first_content, b.content_id AS second_content, b.timestamp_share - a.timestamp_share AS gap
        {Join}
          WHERE a.account_id < b.account_id AND a.content_id <> b.content_id AND abs(b.timestamp_share - a.timestamp_share) <= {Number(window)}
        )
        SELECT first_account, second_account, count(*) AS pairs, count(DISTINCT object_id) AS objects,
               count(DISTINCT first_content) AS first_contents, count(DISTINCT second_content) AS second_contents,
               sum(CASE WHEN gap > 0 THEN 1 ELSE 0 END) AS first_leads, sum(CASE WHEN gap < 0 THEN 1 ELSE 0 END) AS second_leads,
               sum(abs(gap)) AS delay_sum
        FROM pairs
        GROUP BY first_account, second_account
        HAVING count(DISTINCT object_id) >= {Number(minObjects)}
        ORDER BY first_account, second_account
        """;

    /// <summary>Edges of <see cref="QutNetwork"/>: from_account, to_account, weight; loops included.</summary>
    public static string Qut(SqlDialect dialect, string source, long window, int minEdgeWeight) => $"""
        WITH {Shares(dialect, source, window)}
        SELECT a.account_id AS from_account, b.account_id AS to_account, count(DISTINCT a.content_id) AS weight
        {Join}
        WHERE a.content_id <> b.content_id AND abs(b.timestamp_share - a.timestamp_share) <= {Number(window)}
        GROUP BY a.account_id, b.account_id
        HAVING count(DISTINCT a.content_id) >= {Number(minEdgeWeight)}
        ORDER BY from_account, to_account
        """;

    /// <summary>Edges of <see cref="CooRTweet"/>, as far as a table without an order of rows can tell them: first_account, second_account, weight, avg_time_delta.
    /// The counts of posts that came first or second are left out: of two shares at the same instant, CooRTweet takes the one that the file gives first.</summary>
    public static string CooRTweet(SqlDialect dialect, string source, long window, int minParticipation) => $"""
        WITH {Shares(dialect, source, window, minParticipation)},
        pairs AS (
          SELECT a.account_id AS first_account, b.account_id AS second_account, a.content_id AS first_content, b.content_id AS second_content,
                 abs(b.timestamp_share - a.timestamp_share) AS gap
        {Join}
          WHERE a.account_id < b.account_id AND a.content_id <> b.content_id AND abs(b.timestamp_share - a.timestamp_share) <= {Number(window)}
        ),
        matched AS (SELECT first_content AS content_id FROM pairs UNION SELECT second_content AS content_id FROM pairs),
        still AS (
          SELECT DISTINCT s.object_id AS object_id, s.account_id AS account_id, s.content_id AS content_id, s.timestamp_share AS timestamp_share
          FROM shares s JOIN matched m ON s.content_id = m.content_id
        ),
        active AS (SELECT account_id FROM still GROUP BY account_id HAVING count(*) >= {Number(minParticipation)}),
        kept AS (SELECT DISTINCT s.content_id AS content_id FROM still s JOIN active a ON s.account_id = a.account_id)
        SELECT p.first_account AS first_account, p.second_account AS second_account, count(*) AS weight, avg(p.gap) AS avg_time_delta
        FROM pairs p LEFT JOIN kept k1 ON p.first_content = k1.content_id LEFT JOIN kept k2 ON p.second_content = k2.content_id
        WHERE coalesce(k1.content_id, '') <> '' OR coalesce(k2.content_id, '') <> ''
        GROUP BY p.first_account, p.second_account
        ORDER BY first_account, second_account
        """;

    /// <summary>A Parquet file or files as a source of an engine; for Trino, the name of a table over them.</summary>
    public static string Parquet(SqlDialect dialect, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var quoted = path.Replace("'", "''", StringComparison.Ordinal);
        return dialect switch
        {
            SqlDialect.DuckDb => $"read_parquet('{quoted}')",
            SqlDialect.ClickHouse => $"file('{quoted}', 'Parquet')",
            SqlDialect.Trino => $"\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            SqlDialect.Spark => $"parquet.`{path.Replace("`", "``", StringComparison.Ordinal)}`",
        };
    }

    // A post without an object shares nothing.
    static string Shares(SqlDialect dialect, string source, long window, int minParticipation = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        var some = "object_id IS NOT NULL AND object_id NOT IN ('', 'NA', 'NULL') AND account_id <> '' AND content_id <> '' AND timestamp_share >= 0";
        var active = minParticipation > 1 ? $"\n    AND account_id IN (SELECT account_id FROM {source} WHERE {some} GROUP BY account_id HAVING count(*) >= {Number(minParticipation)})" : "";
        return $"""
            shares AS (
              SELECT object_id, account_id, content_id, timestamp_share, {Slice(dialect, Math.Max(1, window))} AS slice
              FROM {source}
              WHERE {some}{active}
            ),
            steps AS (SELECT -1 AS step UNION ALL SELECT 0 AS step UNION ALL SELECT 1 AS step),
            spread AS (
              SELECT s.object_id AS object_id, s.account_id AS account_id, s.content_id AS content_id, s.timestamp_share AS timestamp_share, s.slice + t.step AS slice
              FROM shares s CROSS JOIN steps t
            )
            """;
    }

    const string Join = "  FROM spread a JOIN shares b ON a.object_id = b.object_id AND a.slice = b.slice";

    static string Slice(SqlDialect dialect, long width) => dialect switch
    {
        SqlDialect.DuckDb => $"timestamp_share // {Number(width)}",
        SqlDialect.ClickHouse => $"intDiv(timestamp_share, {Number(width)})",
        SqlDialect.Trino => $"timestamp_share / {Number(width)}",
        SqlDialect.Spark => $"timestamp_share DIV {Number(width)}",
    };

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
