using System.Text;
using Beffroi.Ads.Files;
using CsCheck;

namespace Beffroi.Ads.Tests.Intake;

/// <summary>Files as they are sent: whole, in pages, a line each, broken.</summary>
public sealed class JsonRecordsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<List<JsonRecord>> Read(byte[] file, int chunk = int.MaxValue, FileLimits? limits = null) =>
        await JsonRecords.Read(new Sips(file, chunk), limits ?? new(), Ct).ToListAsync(Ct);

    static async Task<string> Ids(string text, int chunk = int.MaxValue) =>
        string.Join(',', (await Read(Encoding.UTF8.GetBytes(text), chunk)).Select(r => r.Fault is null ? r.Element.GetProperty("id").GetRawText() : "!"));

    [Theory]
    [InlineData("""{"id":1}""", "1")]
    [InlineData("""[{"id":1},{"id":2}]""", "1,2")]
    [InlineData("""{"data":[{"id":1},{"id":2}],"paging":{"next":"https://a.example/?access_token=1","list":[{"id":9}]}}""", "1,2")]
    [InlineData("""{"paging":{"data":[1]},"count":2,"data": [ {"id":1} ]}""", "1")]
    [InlineData("{\"id\":1}\n{\"id\":2}\n\n{\"id\":3}", "1,2,3")]
    [InlineData("{\"data\":[{\"id\":1}]}\n{\"data\":[{\"id\":2}]}", "1,2")]
    [InlineData("\uFEFF[{\"id\":1}]", "1")]
    [InlineData("""[{"id":1,"a":[{"id":5},{"b":"]}{["}]},{"id":2}]""", "1,2")]
    [InlineData("""{"id":1,"data":"text"}""", "1")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    public async Task Every_shape_gives_its_records(string text, string ids)
    {
        Assert.Equal(ids, await Ids(text));
        Assert.Equal(ids, await Ids(text, 1));
    }

    [Theory]
    [InlineData("""[{"id":1},{"id":2,},{"id":3}]""", "1,2,3")]
    [InlineData("""[{"id":1},{"id" 2},{"id":3}]""", "1,!,3")]
    [InlineData("""[{"id":1},null,"x",12,[{"id":4}],{"id":3}]""", "1,!,!,!,!,3")]
    [InlineData("{\"id\":1}\n{\"id\":2,\"t\":\"coup\n{\"id\":3}\n", "1,!,3")]
    [InlineData("{\"id\":1}\n{\"id\":2,\n{\"id\":3}\n", "1,!,3")]
    [InlineData("[\n {\"id\":1,\n  \"a\":[\n   {\"id\":7}\n  ]\n },\n {\"id\":2,\n  \"t\":\"jamais fermé\n },\n {\"id\":3}\n]", "1,!,3")]
    [InlineData("[\n{\n\"id\":1,\n\"a\":[\n{\n\"id\":7\n},\n{\n\"id\":8\n}\n]\n},\n{\n\"id\":2\n}\n]", "1,2")]
    [InlineData("[{\"id\":1},{\"id\":2", "1,!")]
    [InlineData("n’importe quoi\n{\"id\":3}", "!,3")]
    [InlineData("<html><body>Erreur 500</body></html>", "!")]
    public async Task What_is_broken_is_told_with_its_number_and_the_others_are_kept(string text, string ids)
    {
        Assert.Equal(ids, await Ids(text));
        Assert.Equal(ids, await Ids(text, 3));
        Assert.Equal(Enumerable.Range(1, ids.Split(',').Length), (await Read(Encoding.UTF8.GetBytes(text))).Select(r => r.Number));
    }

    [Fact]
    public async Task Sizes_are_bounded()
    {
        var small = new FileLimits { MostBytes = 10_000, MostRecordBytes = 100, MostDepth = 5 };
        var records = await Read(Encoding.UTF8.GetBytes($$"""[{"id":1},{"id":2,"t":"{{new string('a', 200)}}"},{"id":3,"a":{{new string('[', 9)}}{{new string(']', 9)}}},{"id":4}]"""), limits: small);
        Assert.Equal([true, false, false, true], records.Select(r => r.Fault is null));

        var long_ = await Read(Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("""{"id":1}""", 3000)) + "]"), 1000, small);
        Assert.NotNull(long_[^1].Fault);
        Assert.True(long_.Count > 500);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_alone() =>
        Assert.Equal([true, false, true], (await Read([.. "[{\"id\":1},{\"t\":\""u8, 0xC3, 0x28, .. "\"},{\"id\":3}]"u8])).Select(r => r.Fault is null));

    [Fact]
    public void Whatever_the_bytes_are_reading_ends_with_records_or_faults_numbered_in_order()
    {
        var bricks = One("{", "}", "[", "]", "\"", "\\", ",", ":", "\n", " ", "{\"id\":\"7000000\",\"page_name\":\"a\"}", "\"data\":[", "null", "-1e999", "\\u", "é", "\0", "{\"spend\":{\"lower_bound\":\"", "1", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");
        Gen.Select(bricks.Array[0, 60], Gen.Byte.Array[0, 20], Gen.Int[1, 50]).Sample((parts, noise, chunk) =>
        {
            byte[] file = [.. Encoding.UTF8.GetBytes(string.Concat(parts)), .. noise];
            foreach (var format in Enum.GetValues<FileFormat>())
            {
                var lines = AdReader.Read(new Sips(file, chunk), format, "FR", new() { MostRecordBytes = 500 }, Ct).ToListAsync(Ct).AsTask().GetAwaiter().GetResult();
                Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => l.Number));
                Assert.All(lines, l => Assert.True(l.Record is null != l.Fault is null));
            }
        }, iter: Environment.GetEnvironmentVariable("BEFFROI_LONG") is "1" ? 50_000 : 1500);
    }

    [Fact]
    public void A_break_in_one_line_costs_no_other_line()
    {
        // Lines of a dump, one of which is cut or has a sign changed: all the others are read.
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 60], Gen.Int[0, 2], Gen.Char['!', '~']).Sample((broken, at, how, sign) =>
        {
            var lines = Enumerable.Range(0, 10).Select(i => $$"""{"id":"{{7000000 + i}}","page_name":"Page","spend":{"lower_bound":"0"},"ad_creative_body":"texte {{i}}"}""").ToList();
            var line = lines[broken];
            lines[broken] = how switch { 0 => line[..at], 1 => line[..at] + sign + line[(at + 1)..], _ => line[..at] + line[(at + 1)..] };
            var read = AdReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), FileFormat.Meta, "FR", new(), Ct).ToListAsync(Ct).AsTask().GetAwaiter().GetResult();
            var ids = read.Where(l => l.Record is not null).Select(l => l.Record!.SourceId).ToHashSet(StringComparer.Ordinal);
            Assert.Superset(Enumerable.Range(0, 10).Where(i => i != broken).Select(i => $"{7000000 + i}").ToHashSet(StringComparer.Ordinal), ids);
        }, iter: 3000);
    }

    /// <summary>A stream that gives few bytes at a time, as a network does.</summary>
    sealed class Sips(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }

    static Gen<string> One(params string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
