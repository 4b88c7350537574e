using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Parquet;
using Parquet.Schema;

namespace Beffroi.Cli.Tests.Coordination;

public sealed class DetectTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    /// <summary>A crowd of thirty, each with things of their own and some of the news, and five accounts that share the same forty things within ten seconds.</summary>
    static string Crowd()
    {
        var chance = new Random(7);
        var text = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
        var content = 0;
        for (var o = 0; o < 400; o++)
        {
            var start = 1_600_000_000 + (o * 3_600);
            foreach (var person in Enumerable.Range(0, 30).Where(_ => chance.Next(10) == 0))
            {
                Line($"news{o}", $"person{person}", start + chance.Next(3_000));
            }

            foreach (var member in Enumerable.Range(0, 5).Where(_ => o % 10 == 0))
            {
                Line($"order{o}", $"member{member}", start + chance.Next(10));
            }
        }

        return text.ToString();

        void Line(string thing, string account, long time) => text.Append(CultureInfo.InvariantCulture, $"{thing},{account},c{content++},{time}\n");
    }

    async Task<JsonNode> Detect(params string[] words)
    {
        var answer = await _typed.Run(["coordination", "detect", .. words, "--json"]);
        Assert.True(answer is { ExitCode: 0, Error: "" }, answer.Error);
        return JsonNode.Parse(answer.Output)!;
    }

    [Fact]
    public async Task The_accounts_that_act_together_are_found_and_the_crowd_is_left_alone()
    {
        var file = _typed.File("shares.csv", Crowd());
        var edges = _typed.File("edges.csv", "");
        var evidence = _typed.File("evidence.csv", "");
        var (gexf, graphMl) = (_typed.File("network.gexf", ""), _typed.File("network.graphml", ""));
        var report = await Detect(file, "--out", edges, "--evidence", evidence, "--gexf", gexf, "--graphml", graphMl);
        foreach (var network in new[] { gexf, graphMl })
        {
            var xml = XDocument.Load(network);
            Assert.Equal((5, 10), (xml.Descendants().Count(e => e.Name.LocalName == "node"), xml.Descendants().Count(e => e.Name.LocalName == "edge")));
        }

        Assert.Equal((10, 5, 1), ((int)report["edges"]!, (int)report["accounts"]!, (int)report["clusters"]!));
        var lines = await File.ReadAllLinesAsync(edges, TestContext.Current.CancellationToken);
        Assert.Equal(11, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.StartsWith("member", line, StringComparison.Ordinal));
        // Ten ties of forty objects, each a pair.
        Assert.Equal(401, (await File.ReadAllLinesAsync(evidence, TestContext.Current.CancellationToken)).Length);
        var text = await _typed.Run(["coordination", "detect", file]);
        Assert.Contains("jamais une preuve", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beffroi")]
    [InlineData("qut")]
    public async Task Through_files_the_answer_is_the_same_to_the_byte(string mode)
    {
        var file = _typed.File("shares.csv", Crowd());
        var (inMemory, through, again) = (_typed.File("a.csv", ""), _typed.File("b.csv", ""), _typed.File("c.csv", ""));
        var work = Path.Combine(_typed.Data, "work");
        var (evidence, evidenceThrough) = (_typed.File("ea.csv", ""), _typed.File("eb.csv", ""));
        var one = await Detect(file, "--mode", mode, "--out", inMemory, "--evidence", evidence);
        var two = await Detect(file, "--mode", mode, "--out", through, "--work", work, "--memory", "64MB", "--evidence", evidenceThrough);
        Assert.Equal(await Bytes(inMemory), await Bytes(through));
        Assert.Equal(await Bytes(evidence), await Bytes(evidenceThrough));
        Assert.True(new FileInfo(evidence).Length > 10_000);
        Assert.Equal((one["pairs"]!.ToJsonString(), one["objects"]!.ToJsonString()), (two["pairs"]!.ToJsonString(), two["objects"]!.ToJsonString()));

        // A stop at the worst instants: a part not done, another whose file was cut, a note half written.
        File.Delete(Path.Combine(work, "part-0000.json"));
        await File.WriteAllBytesAsync(Directory.GetFiles(work, "part-0001-*.ties")[0], [1, 2, 3], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(work, "part-0000.json.tmp"), "{", TestContext.Current.CancellationToken);
        var resumed = await _typed.Run(["coordination", "detect", file, "--mode", mode, "--out", again, "--work", work, "--memory", "64MB", "--json"]);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("travail repris", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(await Bytes(inMemory), await Bytes(again));
    }

    [Fact]
    public async Task Work_on_another_file_or_in_a_folder_of_something_else_is_never_mixed()
    {
        var file = _typed.File("shares.csv", Crowd());
        var work = Path.Combine(_typed.Data, "work");
        await Detect(file, "--work", work);
        await File.AppendAllTextAsync(file, "order0,late,c999999,1600000005\n", TestContext.Current.CancellationToken);
        var changed = await _typed.Run(["coordination", "detect", file, "--work", work, "--json"]);
        Assert.Contains("refait", changed.Error, StringComparison.Ordinal);
        var other = Directory.CreateDirectory(Path.Combine(_typed.Data, "other")).FullName;
        await File.WriteAllTextAsync(Path.Combine(other, "precious.txt"), "x", TestContext.Current.CancellationToken);
        var refused = await _typed.Run(["coordination", "detect", file, "--work", other]);
        Assert.Equal(2, refused.ExitCode);
        Assert.True(File.Exists(Path.Combine(other, "precious.txt")));
    }

    [Fact]
    public async Task Parquet_is_read_as_CSV_is()
    {
        var lines = Crowd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToArray();
        var schema = new ParquetSchema(new DataField<string>("object_id"), new DataField<string>("account_id"), new DataField<long>("content_id"), new DataField<long>("timestamp_share"));
        var path = _typed.File("shares.parquet", "");
        await using (var stream = File.Create(path))
        {
            await using var writer = await ParquetWriter.CreateAsync(schema, stream, cancellationToken: TestContext.Current.CancellationToken);
            foreach (var group in lines.Chunk(500))
            {
                using var rows = writer.CreateRowGroup();
                await rows.WriteAsync(schema.DataFields[0], [.. group.Select(l => l[0])]);
                await rows.WriteAsync(schema.DataFields[1], [.. group.Select(l => l[1])]);
                await rows.WriteAsync<long>(schema.DataFields[2], group.Select(l => long.Parse(l[2][1..], CultureInfo.InvariantCulture)).ToArray(), cancellationToken: TestContext.Current.CancellationToken);
                await rows.WriteAsync<long>(schema.DataFields[3], group.Select(l => long.Parse(l[3], CultureInfo.InvariantCulture)).ToArray(), cancellationToken: TestContext.Current.CancellationToken);
            }
        }

        var (csv, parquet) = (_typed.File("csv.csv", ""), _typed.File("parquet.csv", ""));
        await Detect(_typed.File("shares.csv", Crowd()), "--out", csv, "--all");
        var report = await Detect(path, "--out", parquet, "--all");
        Assert.Equal(lines.Length, (int)report["rows"]!);
        Assert.Equal(await Bytes(csv), await Bytes(parquet));
    }

    [Fact]
    public async Task Bad_lines_are_told_with_their_numbers_and_too_many_refuse_the_file()
    {
        var file = _typed.File("shares.csv", "object_id;account_id;content_id;timestamp_share\no;a;c;1600000000\no;b\no;b;d;2999999999\n;b;e;1600000000\no;b;f;1600000001\n");
        var refused = await _typed.Run(["coordination", "detect", file]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("ligne 3 (trop peu de champs), ligne 4 (date à venir)", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        var told = await _typed.Run(["coordination", "detect", file, "--max-errors", "0,5", "--mode", "qut", "--min-repetition", "1", "--json"]);
        Assert.Equal(0, told.ExitCode);
        var report = JsonNode.Parse(told.Output)!;
        Assert.Equal((5, 2, 1, 2), ((int)report["rows"]!, (int)report["problems"]!, (int)report["withoutObject"]!, (int)report["edges"]!));
    }

    [Fact]
    public async Task Posts_become_shares_by_the_trace_that_is_asked_for()
    {
        var posts = new StringBuilder("id,author_id,created_at,text\n");
        for (var i = 0; i < 6; i++)
        {
            posts.Append(CultureInfo.InvariantCulture, $"{i + 100},{i % 3 + 1},2024-03-0{1 + (i / 3)}T10:00:0{i}Z,Le même long texte recopié mot pour mot {i / 3}\n");
        }

        var file = _typed.File("posts.csv", posts.ToString());
        var report = await Detect(file, "--on", "text", "--mode", "qut");
        Assert.Equal((6, 2, 6), ((int)report["rows"]!, (int)report["objects"]!, (int)report["edges"]!));
        var fused = await Detect(file, "--on", "text,hashtag");
        Assert.Equal((6, 2), ((int)fused["rows"]!, (int)fused["objects"]!));
        var refused = await _typed.Run(["coordination", "detect", file]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--on", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clusters_come_with_roles_objects_synchrony_and_sentences_in_memory_as_through_files()
    {
        var file = _typed.File("shares.csv", Crowd());
        var (clusters, through) = (_typed.File("clusters.json", ""), _typed.File("through.json", ""));
        await Detect(file, "--clusters", clusters);
        await Detect(file, "--clusters", through, "--work", Path.Combine(_typed.Data, "work"), "--memory", "64MB");
        Assert.Equal(await Bytes(clusters), await Bytes(through));
        var cluster = Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(clusters, TestContext.Current.CancellationToken))!.AsArray())!;
        Assert.Equal((60, 10, 1.0, 40), ((int)cluster["window"]!, (int)cluster["ties"]!, (double)cluster["density"]!, (int)cluster["objects"]!));
        Assert.Equal(["member0", "member1", "member2", "member3", "member4"], cluster["members"]!.AsArray().Select(m => (string)m!["account"]!).Order(StringComparer.Ordinal));
        Assert.All(cluster["members"]!.AsArray(), m => Assert.Contains((string)m!["role"]!, (string[])["member", "firstMover", "amplifier"]));
        Assert.InRange((double)cluster["meanDelay"]!, 2, 5);
        Assert.InRange((double)cluster["burstSynchrony"]!, 0.7, 1);
        Assert.InRange((double)cluster["burstSynchronyByChance"]!, 0, 0.4);
        var top = cluster["topObjects"]!.AsArray();
        Assert.Equal(20, top.Count);
        Assert.StartsWith("order", (string)top[0]!["object"]!, StringComparison.Ordinal);
        Assert.StartsWith("2020-09-", (string)top[0]!["shares"]![0]!["time"]!, StringComparison.Ordinal);
        Assert.Equal(200, cluster["days"]!.AsArray().Sum(d => (int)d!["shares"]!));
        Assert.Contains("jamais une preuve", (string)cluster["sentences"]!["fr"]!.AsArray()[^1]!, StringComparison.Ordinal);
        Assert.Contains("never a proof", (string)cluster["sentences"]!["en"]!.AsArray()[^1]!, StringComparison.Ordinal);
        var refused = await _typed.Run(["coordination", "detect", file, "--mode", "qut", "--clusters", clusters]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("mode beffroi", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shares", false)]
    [InlineData("shares", true)]
    [InlineData("census", false)]
    [InlineData("census", true)]
    public async Task A_file_of_the_work_that_is_missing_or_damaged_is_made_again(string kind, bool missing)
    {
        var file = _typed.File("shares.csv", Crowd());
        var (first, again, work) = (_typed.File("a.csv", ""), _typed.File("b.csv", ""), Path.Combine(_typed.Data, "work"));
        await Detect(file, "--out", first, "--work", work, "--memory", "64MB");

        // A stop between reading and joining, and then a disk that lost something.
        var part = Path.Combine(work, $"part-0001.{kind}");
        if (kind is "shares")
        {
            File.Delete(Path.Combine(work, "part-0001.json"));
        }

        if (missing)
        {
            File.Delete(part);
        }
        else
        {
            var bytes = await File.ReadAllBytesAsync(part, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(part, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        }

        var resumed = await _typed.Run(["coordination", "detect", file, "--out", again, "--work", work, "--memory", "64MB", "--json"]);
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Contains(kind is "shares" ? "abîmés\u00a0: le travail est refait" : "travail repris", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(await Bytes(first), await Bytes(again));
    }

    [Fact]
    public async Task Too_many_bad_lines_are_refused_before_any_pair_is_looked_for()
    {
        var file = _typed.File("shares.csv", "object_id,account_id,content_id,timestamp_share\no,1.23456789012346E+18,c,1600000000\no,b,d,1600000001\n");
        var work = Path.Combine(_typed.Data, "work");
        var refused = await _typed.Run(["coordination", "detect", file, "--work", work]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("ligne 2 (identifiant arrondi", refused.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(work, "parts.json")));
        Assert.Empty(Directory.GetFiles(work, "part-*.json"));
    }

    [Fact]
    public async Task Parquet_identifiers_that_are_rounded_are_counted_and_small_ones_are_read()
    {
        var ct = TestContext.Current.CancellationToken;
        var schema = new ParquetSchema(new DataField<string>("object_id"), new DataField<double>("account_id"), new DataField<long>("content_id"), new DataField<double>("timestamp_share"));
        var path = _typed.File("shares.parquet", "");
        await using (var stream = File.Create(path))
        {
            await using var writer = await ParquetWriter.CreateAsync(schema, stream, cancellationToken: ct);
            using var rows = writer.CreateRowGroup();
            await rows.WriteAsync(schema.DataFields[0], ["o", "o", "o", "o"]);
            await rows.WriteAsync<double>(schema.DataFields[1], new double[] { 12, 1_234_567_890_123_456_789, 9_007_199_254_740_994, 9_007_199_254_740_991 }, cancellationToken: ct);
            await rows.WriteAsync<long>(schema.DataFields[2], new long[] { 1, 2, 3, 4 }, cancellationToken: ct);
            await rows.WriteAsync<double>(schema.DataFields[3], new double[] { 1_600_000_000, 1_600_000_000, 1_600_000_000, 1_600_000_001 }, cancellationToken: ct);
        }

        var edges = _typed.File("edges.csv", "");
        var answer = await _typed.Run(["coordination", "detect", path, "--max-errors", "0,5", "--mode", "qut", "--min-repetition", "1", "--out", edges, "--json"]);
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Equal(2, (int)JsonNode.Parse(answer.Output)!["problemKinds"]!["RoundedId"]!);
        Assert.Contains("12,9007199254740991,1", await File.ReadAllTextAsync(edges, ct), StringComparison.Ordinal);
        Assert.Equal(2, (await _typed.Run(["coordination", "detect", path])).ExitCode);

        // Posts are not read from Parquet, and a damaged file says that it is.
        var posts = await _typed.Run(["coordination", "detect", path, "--on", "url"]);
        Assert.Equal(2, posts.ExitCode);
        Assert.Contains("pas en Parquet", Assert.Single(posts.ErrorLines), StringComparison.Ordinal);
        var whole = await File.ReadAllBytesAsync(path, ct);
        for (var damage = 0; damage < 60; damage++)
        {
            var bytes = whole.ToArray();
            var cut = new Random(damage);
            bytes = damage % 2 == 0 ? bytes[..cut.Next(4, bytes.Length)] : bytes;
            for (var i = 0; damage % 2 == 1 && i < 40; i++)
            {
                bytes[cut.Next(4, bytes.Length)] = (byte)cut.Next(256);
            }

            await File.WriteAllBytesAsync(path, bytes, ct);
            var damaged = await _typed.Run(["coordination", "detect", path, "--max-errors", "1"]);
            Assert.DoesNotContain("imprévue", damaged.Error, StringComparison.Ordinal);
            Assert.True(damage % 2 == 1 || (damaged.ExitCode == 2 && damaged.Error.Contains("fichier Parquet abîmé", StringComparison.Ordinal)), damaged.Error);
        }
    }

    [Fact]
    public async Task The_SQL_is_that_of_the_engine_named()
    {
        var answer = await _typed.Run(["coordination", "sql", "--dialect", "clickhouse", "--window", "5m", "--parquet", "s3/*.parquet"]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("intDiv(timestamp_share, 300)", answer.Output, StringComparison.Ordinal);
        Assert.Contains("file('s3/*.parquet', 'Parquet')", answer.Output, StringComparison.Ordinal);
    }

    static async Task<string> Bytes(string path) => Convert.ToHexString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
}
