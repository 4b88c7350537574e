using Microsoft.Data.Sqlite;

namespace Beffroi.Eva.Tests.Exports;

/// <summary>What is measured is the memory of the whole process: nothing else runs beside.</summary>
[CollectionDefinition(nameof(NothingBeside), DisableParallelization = true)]
public sealed class NothingBeside;

/// <summary>Row 44: no cap, and a memory that does not grow with the number of lines.</summary>
[Collection(nameof(NothingBeside))]
public sealed class ExportVolumeTests
{
    static readonly int Lines = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 100_000 : 4_000;

    /// <summary>Two pages of evaluations with their results weigh some 10 MB; all of the short run's, ten times as much.</summary>
    const long Most = 32L * 1024 * 1024;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Row_44_any_number_of_evaluations_leaves_in_bounded_memory(string end)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Foule");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);
        await Multiply(site, site.LastEvaluation(campaign.Id).Id);
        var hugo = await site.SignIn(Crew.Hugo);
        var ct = TestContext.Current.CancellationToken;
        var buffer = new byte[64 * 1024];
        // What a first export leaves in caches is not counted.
        using (var warm = await hugo.Http.GetStreamAsync(new Uri($"/eva/evaluations/export.{end}?q=Personne", UriKind.Relative), ct))
        {
            await warm.CopyToAsync(Stream.Null, ct);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, size, lines, last) = (0L, 0L, 0, 0L);
        using var response = await hugo.Http.GetAsync(new Uri($"/eva/evaluations/export.{end}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        for (var read = await body.ReadAsync(buffer, ct); read > 0; read = await body.ReadAsync(buffer, ct))
        {
            size += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            if (size - last > 256 * 1024)
            {
                (last, most) = (size, Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before));
            }
        }

        Assert.True(last > 0, $"{size} bytes came: too few to look.");
        Assert.True(most < Most, $"{most / 1024} KiB more were held while {size / 1024} KiB went out.");
        Assert.True(end != "csv" || lines > Lines, $"{lines} lines.");
    }

    /// <summary>Copies of one evaluation with its runs and results, made by the database itself.</summary>
    static async Task Multiply(SiteUnderTest site, Guid evaluation)
    {
        await using var connection = new SqliteConnection(site.Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Copy(connection, "eva_evaluations", "Id", evaluation, new(StringComparer.Ordinal) { ["Id"] = Key("1", "0") });
        await Copy(connection, "eva_results", "EvaluationId", evaluation, new(StringComparer.Ordinal) { ["Id"] = Key("2", "r.rowid"), ["EvaluationId"] = Key("1", "0") });
        await Copy(connection, "eva_runs", "EvaluationId", evaluation, new(StringComparer.Ordinal) { ["Id"] = Key("3", "r.rowid"), ["EvaluationId"] = Key("1", "0") });
    }

    static string Key(string kind, string row) => $"printf('{kind}{kind}{kind}{kind}{kind}{kind}{kind}{kind}-0000-7000-8000-%06X%06X', n, {row})";

    static async Task Copy(SqliteConnection connection, string table, string key, Guid evaluation, Dictionary<string, string> changed)
    {
        var columns = new List<string>();
        await using (var asked = connection.CreateCommand())
        {
            asked.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            await using var reader = await asked.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                columns.Add(reader.GetString(0));
            }
        }

        await using var copy = connection.CreateCommand();
        copy.CommandText = $"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $count)
            INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", columns.Select(c => changed.GetValueOrDefault(c, $"r.\"{c}\"")))} FROM numbers, {table} r WHERE r."{key}" = $id
            """;
        copy.Parameters.AddWithValue("$count", Lines);
        copy.Parameters.AddWithValue("$id", evaluation.ToString().ToUpperInvariant());
        Assert.True(await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) >= Lines);
    }
}
