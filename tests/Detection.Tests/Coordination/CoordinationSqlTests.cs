using System.Globalization;
using CsCheck;
using DuckDB.NET.Data;

namespace Beffroi.Detection.Tests;

/// <summary>The window join as another engine runs it, on DuckDB: the same ties as ours.</summary>
public sealed class CoordinationSqlTests
{
    static List<string> Run(string sql, IEnumerable<Share> shares, bool parquet = false)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, "CREATE TABLE shares (object_id VARCHAR, account_id VARCHAR, content_id VARCHAR, timestamp_share BIGINT)");
        using (var rows = connection.CreateAppender("shares"))
        {
            foreach (var share in shares)
            {
                rows.CreateRow().AppendValue(share.ObjectId).AppendValue(share.AccountId).AppendValue(share.ContentId).AppendValue(share.Timestamp).EndRow();
            }
        }

        using var folder = new TemporaryFolder();
        if (parquet)
        {
            var path = Path.Combine(folder.Path, "shares.parquet");
            Execute(connection, $"COPY shares TO '{path}' (FORMAT parquet)");
            sql = sql.Replace("shares.parquet", path, StringComparison.Ordinal);
        }

        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return found;
    }

    static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static List<string> Ours(ShareTable table, long window, int least)
    {
        var network = CoSharing.Find(table, new() { Window = window }).Network;
        return [.. network.Ties.Where(t => t.Objects >= least).Select(t =>
            $"{network.Accounts[t.First]},{network.Accounts[t.Second]},{t.Pairs},{t.Objects},{t.FirstContents},{t.SecondContents},{t.FirstLeads},{t.SecondLeads},{t.DelaySum}")];
    }

    [Fact]
    public void DuckDB_finds_the_ties_and_edges_that_we_find_on_small_worlds() =>
        Gen.Select(BruteForce.Shares, Gen.Long[0, 20], Gen.Int[1, 3]).Sample((shares, window, least) =>
        {
            var table = ShareTable.Of(shares);
            Assert.Equal(Ours(table, window, least), Run(CoordinationSql.CoSharing(SqlDialect.DuckDb, "shares", window, least), shares));
            var qut = QutNetwork.Find(table, new() { Window = window }, least);
            Assert.Equal(qut.Edges.Select(e => $"{qut.Accounts[e.From]},{qut.Accounts[e.To]},{e.Weight}"), Run(CoordinationSql.Qut(SqlDialect.DuckDb, "shares", window, least), shares));
            var coortweet = CooRTweet.Find(table, new() { Window = window }, least).Edges.Select(e => string.CompareOrdinal(e.From, e.To) < 0 ? (e.From, e.To, e.Weight, e.AverageTimeDelta) : (e.To, e.From, e.Weight, e.AverageTimeDelta));
            Assert.Equal(coortweet.Order().Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Item1},{e.Item2},{e.Weight},{e.AverageTimeDelta}")), Run(CoordinationSql.CooRTweet(SqlDialect.DuckDb, "shares", window, least), shares));
        }, iter: 25, threads: 1);

    [Theory]
    [InlineData(60)]
    [InlineData(3600)]
    public void DuckDB_finds_the_same_over_Parquet_on_published_shares(int window)
    {
        var table = CoordinationData.Table("russian_coord_tweets.csv.gz");
        var shares = Enumerable.Range(0, table.Count).Select(row => table[row]);
        var sql = CoordinationSql.CoSharing(SqlDialect.DuckDb, CoordinationSql.Parquet(SqlDialect.DuckDb, "shares.parquet"), window, 1);
        Assert.Equal(Ours(table, window, 1), Run(sql, shares, parquet: true));
    }

    [Fact]
    public void A_post_without_object_is_joined_with_no_other() =>
        Assert.Empty(Run(CoordinationSql.CoSharing(SqlDialect.DuckDb, "shares", 60, 1), [new("", "a", "c", 1), new("", "b", "d", 1), new("NA", "a", "e", 1), new("NA", "b", "f", 1)]));

    [Theory]
    [InlineData(SqlDialect.ClickHouse, "intDiv(timestamp_share, 60)", "file('a''b', 'Parquet')")]
    [InlineData(SqlDialect.Trino, "timestamp_share / 60", "\"a'b\"")]
    [InlineData(SqlDialect.Spark, "timestamp_share DIV 60", "parquet.`a'b`")]
    public void Each_engine_is_spoken_to_in_its_words(SqlDialect dialect, string slice, string source)
    {
        Assert.Equal(source, CoordinationSql.Parquet(dialect, "a'b"));
        Assert.All(new[] { CoordinationSql.CoSharing(dialect, "t", 60, 2), CoordinationSql.Qut(dialect, "t", 60, 2), CoordinationSql.CooRTweet(dialect, "t", 60, 2) }, sql => Assert.Contains(slice, sql, StringComparison.Ordinal));
    }
}

sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("beffroi-detection-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
