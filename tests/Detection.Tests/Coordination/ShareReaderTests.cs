using System.IO.Compression;
using System.Text;
using CsCheck;

namespace Beffroi.Detection.Tests;

public sealed class ShareReaderTests
{
    const string Header = "object_id,account_id,content_id,timestamp_share\n";

    static (ShareTable Table, ShareReport Report) Read(byte[] bytes, ShareReading? reading = null)
    {
        var table = new ShareTable();
        using var stream = new MemoryStream(bytes);
        return (table, ShareReader.Read(stream, table, reading));
    }

    static (ShareTable Table, ShareReport Report) Read(string text, ShareReading? reading = null) => Read(Encoding.UTF8.GetBytes(text), reading);

    static Share[] All(ShareTable table) => [.. Enumerable.Range(0, table.Count).Select(row => table[row])];

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    [Theory]
    [InlineData("object_id,account_id,content_id,timestamp_share\no,a,c,5")]
    [InlineData("object_id,account_id,content_id,timestamp_share\r\no,a,c,5\r\n")]
    [InlineData("\uFEFFobject_id;account_id;content_id;timestamp_share\no;a;c;5\n")]
    [InlineData("timestamp_share\tmore\tcontent_id\taccount_id\tobject_id\n5\tx\tc\ta\to\n")]
    [InlineData("\"Object_ID\",\"account_id\",\"content_id\",\"timestamp_share\"\n\"o\",\"a\",\"c\",\"5\"\n\n")]
    [InlineData("object_id,account_id,content_id,timestamp_share,note\n o , a , c , 5 ,\"two\nlines\"\n")]
    [InlineData("{\"object_id\":\"o\",\"account_id\":\"a\",\"content_id\":\"c\",\"timestamp_share\":5}\n")]
    [InlineData("\n {\"more\":[1,{}],\"timestamp_share\":\"5\",\"content_id\":\"\\u0063\",\"account_id\":\"a\",\"object_id\":\"o\"} \n")]
    public void A_share_is_read_however_it_is_written(string text)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Gzip(Encoding.UTF8.GetBytes(text)) })
        {
            var (table, report) = Read(bytes);
            Assert.Equal([new Share("o", "a", "c", 5)], All(table));
            Assert.Equal((1, 0, 0), (report.Rows, report.Problems, report.WithoutObject));
        }
    }

    // Two people whose identifiers differ by their last digits only would become one.
    [Theory]
    [InlineData("1.23456789012346E+18")]
    [InlineData("1.2345678901234568e+18")]
    [InlineData("1,23457E+18")]
    [InlineData("1.23456789012346E18")]
    [InlineData("1e+18")]
    [InlineData("1234567890123456789.0")]
    public void A_rounded_identifier_is_a_mistake_wherever_it_stands(string rounded)
    {
        foreach (var fields in new[] { $"{rounded};a;c", $"o;{rounded};c", $"o;a;{rounded}" })
        {
            var (table, report) = Read($"object_id;account_id;content_id;timestamp_share\n{fields};5\no;b;d;1.623881091E+9\n");
            Assert.Equal((2, 1, 1), (report.Rows, report.Problems, table.Count));
            Assert.Equal(new ShareProblem(2, ShareProblemKind.RoundedId), Assert.Single(report.First));
        }

        if (!rounded.Contains(',', StringComparison.Ordinal))
        {
            var (_, json) = Read($"{{\"object_id\":\"o\",\"account_id\":{rounded},\"content_id\":\"c\",\"timestamp_share\":5}}\n");
            Assert.Equal(1, json.ByKind[ShareProblemKind.RoundedId]);
        }
    }

    [Theory]
    [InlineData("123e4567")]
    [InlineData("1e9")]
    [InlineData("12e+4")]
    [InlineData("1503435956.000247")]
    [InlineData("12.0")]
    [InlineData("1.5")]
    [InlineData("1.2E+x")]
    [InlineData("E+18")]
    [InlineData("1234567890123456789")]
    public void An_identifier_that_keeps_its_digits_is_read_as_it_is(string id)
    {
        var (table, report) = Read($"{Header}o,{id},c,5\n");
        Assert.Equal((0, id), (report.Problems, table[0].AccountId));
    }

    [Theory]
    [InlineData("1623881091", 1623881091)]
    [InlineData("1623881091.0", 1623881091)]
    [InlineData("1.623881091e9", 1623881091)]
    [InlineData("1623881091999", 1623881091)]
    [InlineData("1623881091999L", 1623881091)]
    [InlineData("1623881091999999", 1623881091)]
    [InlineData("2021-06-16T22:04:51Z", 1623881091)]
    [InlineData("2021-06-16 22:04:51", 1623881091)]
    [InlineData("2021-06-17T00:04:51.25+02:00", 1623881091)]
    [InlineData("0", 0)]
    public void Instants_are_read_as_files_write_them(string text, long seconds) => Assert.Equal(seconds, Read($"{Header}o,a,c,{text}").Table.TimeOf[0]);

    [Fact]
    public void Quotes_separators_and_line_ends_stay_inside_a_quoted_field() =>
        Assert.Equal([new Share("say \"hi\", you\nthere", "a", "5\" pipe", 5), new Share("é,", "b", "d", 6)], All(Read(Header + "\"say \"\"hi\"\", you\nthere\",a,5\" pipe,5\n\"é,\",b,d,6").Table));

    [Fact]
    public void A_post_without_object_is_counted_and_shares_nothing()
    {
        var (table, report) = Read(Header + ",a,c1,1\n  ,b,c2,1\nNA,c,c3,1\nNULL,d,c4,1\n\"\",e,c5,1\n");
        Assert.Equal((5, 5, 0, 0), (report.Rows, report.WithoutObject, report.Problems, table.Count));
        Assert.Equal(1, Read("{\"object_id\":null,\"account_id\":\"a\",\"content_id\":\"c\",\"timestamp_share\":5}").Report.WithoutObject);
        Assert.Equal(1, Read("{\"account_id\":\"a\",\"content_id\":\"c\",\"timestamp_share\":5}").Report.WithoutObject);
    }

    [Fact]
    public void Bad_lines_are_counted_with_their_numbers_and_the_others_are_read()
    {
        var longLine = new string('x', 5_000);
        var bytes = Encoding.UTF8.GetBytes(Header + $"o,a,c1,1\no,a\no,,c,1\no,a,,1\no,a,c,soon\no,a,c,-1\no,a,c,9999\n{longLine},a,c,1\n\"two\nlines\",b,c2,2\no,b,\xFF,2\n\"open,a,c,1\no,c,c3,3");
        bytes[Array.IndexOf(bytes, (byte)0xC3)] = 0xFF;
        var (table, report) = Read(bytes, new() { LongestLine = 4_096, Latest = 1_000 });
        (long, ShareProblemKind)[] expected =
        [
            (3, ShareProblemKind.TooFewFields), (4, ShareProblemKind.NoAccount), (5, ShareProblemKind.NoContent), (6, ShareProblemKind.BadTime), (7, ShareProblemKind.BadTime),
            (8, ShareProblemKind.FutureTime), (9, ShareProblemKind.LineTooLong), (12, ShareProblemKind.NotText), (13, ShareProblemKind.UnclosedQuote),
        ];
        Assert.Equal(expected, report.First.Select(p => (p.Line, p.Kind)));
        Assert.Equal([new Share("o", "a", "c1", 1), new Share("two\nlines", "b", "c2", 2), new Share("o", "c", "c3", 3)], All(table));
        Assert.Equal((12, 9, 3), (report.Rows, report.Problems, report.Shares));
    }

    [Fact]
    public void Bad_JSON_is_counted_with_its_line()
    {
        const string good = "{\"object_id\":\"o\",\"account_id\":\"a\",\"content_id\":9007199254740993,\"timestamp_share\":5}";
        var (table, report) = Read($"{good}\n{good[..20]}\n{good}{good}\n[1]\n{{\"object_id\":true,\"account_id\":\"a\",\"content_id\":\"c\",\"timestamp_share\":5}}\n{{\"object_id\":\"\\ud800\"}}\n{good}\n");
        Assert.Equal([(2, ShareProblemKind.NotJson), (3, ShareProblemKind.NotJson), (4, ShareProblemKind.WrongType), (5, ShareProblemKind.WrongType), (6, ShareProblemKind.NotText)], report.First.Select(p => ((int)p.Line, p.Kind)));
        Assert.Equal([new Share("o", "a", "9007199254740993", 5), new Share("o", "a", "9007199254740993", 5)], All(table));
    }

    [Fact]
    public void A_line_of_ten_million_bytes_costs_the_line_only()
    {
        var text = Header + "o,a,c,1\n" + new string('y', 10_000_000) + "\no,b,d,2\n" + new string('z', 3_000_000);
        var (table, report) = Read(text);
        Assert.Equal(2, table.Count);
        Assert.Equal([(3, ShareProblemKind.LineTooLong), (5, ShareProblemKind.LineTooLong)], report.First.Select(p => ((int)p.Line, p.Kind)));
    }

    [Fact]
    public void A_file_that_unpacks_past_belief_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Header));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 80; i++)
            {
                gzip.Write(zeros);
            }
        }

        Assert.Throws<InvalidDataException>(() => Read(packed.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("object_id,account_id,content_id\n1,2,3\n")]
    public void A_file_of_something_else_is_refused(string text) => Assert.Throws<FormatException>(() => Read(text));

    // Fuzz: whatever a good file is broken into, reading ends, every line is accounted for, and no share is invented.
    [Fact]
    public void A_file_broken_anyhow_is_read_to_its_end()
    {
        var lines = Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? $"\"o{i}\",a{i},c{i},{i}" : $"o{i},a{i},c{i},{i}");
        var csv = Encoding.UTF8.GetBytes(Header + string.Join('\n', lines));
        var json = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 30).Select(i => $"{{\"object_id\":\"o{i}\",\"account_id\":\"a{i}\",\"content_id\":\"c{i}\",\"timestamp_share\":{i}}}")));
        var start = Header.Length;
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 400], Gen.Byte).Array[0, 20], Gen.Int[0, 900]).Sample((useJson, damage, length) =>
        {
            var bytes = (useJson ? json : csv)[..Math.Min(useJson ? json.Length : csv.Length, start + length)].ToArray();
            foreach (var (at, value) in damage)
            {
                // The header, and the brace that tells JSON from CSV, stay.
                if (start + at < bytes.Length)
                {
                    bytes[start + at] = value;
                }
            }

            var (table, report) = Read(bytes);
            Assert.Equal(report.Shares, table.Count);
            Assert.Equal(report.Problems, report.ByKind.Values.Sum());
            Assert.True(report.Rows <= bytes.Count(b => b == (byte)'\n') + 1);
        }, iter: 2_000);
    }

    [Fact]
    public void Identifiers_are_kept_once_whatever_they_are() =>
        Gen.String.Array[0, 300].Sample(texts =>
        {
            var pool = new IdPool();
            int[] ids = [.. texts.Select(t => pool.Add(Encoding.UTF8.GetBytes(t)))];
            byte[][] distinct = [.. texts.Select(Encoding.UTF8.GetBytes).DistinctBy(Convert.ToHexString)];
            Assert.Equal(distinct.Length, pool.Count);
            pool.Rest();
            Assert.Equal(ids, texts.Select(t => pool.Add(Encoding.UTF8.GetBytes(t))));
            Assert.Equal(pool.Count, pool.Add([0xFF]));
            Assert.Equal(pool.Count - 1, pool.Add([0xFF]));
            distinct = [.. distinct, [0xFF]];
            Assert.All(texts.Zip(ids), p => Assert.Equal(Encoding.UTF8.GetBytes(p.First), pool.Bytes(p.Second).ToArray()));
            var ranks = pool.Ranks();
            Assert.Equal(distinct.Select(Convert.ToHexString).Order(StringComparer.Ordinal), Enumerable.Range(0, pool.Count).OrderBy(i => ranks[i]).Select(i => Convert.ToHexString(pool.Bytes(i))));
        }, iter: 200);

    [Fact]
    public void Long_identifiers_are_kept_whole()
    {
        var pool = new IdPool();
        byte[][] some = [.. new[] { 0, 1, 127, 128, 65_536, IdPool.Longest }.Select(n => Enumerable.Repeat((byte)n, n).ToArray())];
        foreach (var _ in Enumerable.Range(0, 8))
        {
            Assert.All(some, (bytes, at) => Assert.Equal(at, pool.Add(bytes)));
        }

        Assert.All(some, (bytes, at) => Assert.Equal(bytes, pool.Bytes(at).ToArray()));
        Assert.Throws<ArgumentException>(() => pool.Add(new byte[IdPool.Longest + 1]));
    }
}
