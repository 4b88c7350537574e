using System.Text;
using static Beffroi.Detection.Tests.Read;

namespace Beffroi.Detection.Tests;

/// <summary>What real files do.</summary>
public sealed class TrapsTests
{
    [Fact]
    public void Identifiers_above_2_to_the_53_keep_every_digit()
    {
        Assert.Equal("9007199254740993", Account("""{"id":9007199254740993,"screen_name":"a"}""").Id);
        Assert.Equal("9007199254740993", Account("id,screen_name,followers\n9007199254740993,a,1\n").Id);
        Assert.Equal("12", Account("id,screen_name,followers\n12.0,a,1\n").Id);
    }

    [Theory]
    [InlineData("id,screen_name,followers\n9.07199E+17,a,1\n")]
    [InlineData("""{"id":9.07199e17,"screen_name":"a","followers_count":1}""")]
    [InlineData("id,screen_name,followers\n907199254740993000.0,a,1\n")]
    public void A_rounded_identifier_is_missing_and_said(string text)
    {
        var steps = Accounts(text);
        Assert.Equal(ReadingCode.RoundedId, steps[0].Problem!.Code);
        Assert.Equal(("", 1L), (steps[1].Value!.Account.Id, steps[1].Value!.Account.Followers));
    }

    [Fact]
    public void Nothing_is_said_in_many_ways()
    {
        foreach (var nothing in new[] { "", "NULL", "null", "None", "NaN", "nan", "N/A", "\\N" })
        {
            var account = Account($"id,screen_name,created_at,followers_count,verified\n1,a,{nothing},{nothing},{nothing}\n");
            Assert.Equal((null, null, null), (account.CreatedAt, account.Followers, account.Verified));
        }

        // A word of a person is not an absence.
        Assert.Equal("None", Account("id,screen_name,name,followers\n1,a,None,2\n").DisplayName);
        Assert.Null(Account("id,screen_name,name,followers\n1,a,NULL,2\n").DisplayName);
    }

    [Theory]
    [InlineData("2019-03-04T05:06:07Z", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019-03-04T05:06:07.000Z", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019-03-04 05:06:07", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019-03-04 05:06:07+00:00", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019-03-04T07:06:07+02:00", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019-03-04T00:06:07-0500", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019-03-04 05:06 UTC", 2019, 3, 4, 5, 6, 0)]
    [InlineData("2019-03-04 05:06", 2019, 3, 4, 5, 6, 0)]
    [InlineData("2019-03-04", 2019, 3, 4, 0, 0, 0)]
    [InlineData("Mon Mar 04 05:06:07 +0000 2019", 2019, 3, 4, 5, 6, 7)]
    [InlineData("Mon, 04 Mar 2019 05:06:07 GMT", 2019, 3, 4, 5, 6, 7)]
    [InlineData("04 Mar 2019 05:06:07 +0000", 2019, 3, 4, 5, 6, 7)]
    [InlineData("1551675967", 2019, 3, 4, 5, 6, 7)]
    [InlineData("1551675967000", 2019, 3, 4, 5, 6, 7)]
    [InlineData("1551675967000L", 2019, 3, 4, 5, 6, 7)]
    [InlineData("1551675967000.0", 2019, 3, 4, 5, 6, 7)]
    [InlineData("1551675967000000", 2019, 3, 4, 5, 6, 7)]
    [InlineData("2019/03/04 05:06:07", 2019, 3, 4, 5, 6, 7)]
    [InlineData("3/14/2019 5:06", 2019, 3, 14, 5, 6, 0)]
    [InlineData("14/3/2019 5:06", 2019, 3, 14, 5, 6, 0)]
    [InlineData("3/3/2019 5:06", 2019, 3, 3, 5, 6, 0)]
    public void Dates_in_every_form(string text, int year, int month, int day, int hour, int minute, int second) =>
        Assert.Equal(Utc(year, month, day, hour, minute, second), Account($"id;screen_name;created_at\n1;a;{text}\n").CreatedAt);

    [Theory]
    [InlineData("03/04/2019 05:06", ReadingCode.AmbiguousDate)]
    [InlineData("hier", ReadingCode.UnreadableDate)]
    [InlineData("2019-02-30", ReadingCode.UnreadableDate)]
    [InlineData("2019-03-04T25:00:00Z", ReadingCode.UnreadableDate)]
    [InlineData("2019-03-04T05:06:07+99:00", ReadingCode.UnreadableDate)]
    [InlineData("1.55E+12", ReadingCode.UnreadableDate)]
    [InlineData("1970-01-01T00:00:00Z", ReadingCode.ImplausibleDate)]
    [InlineData("2031-01-01", ReadingCode.FutureDate)]
    public void Dates_that_cannot_be_trusted_are_missing_and_said(string text, ReadingCode code)
    {
        var steps = Accounts($"id;screen_name;created_at\n1;a;{text}\n", new() { Now = Utc(2026, 1, 1) });
        Assert.Equal((2, code, "created_at"), Problem(steps[0]));
        Assert.Null(steps[1].Value!.Account.CreatedAt);
    }

    [Fact]
    public void The_order_of_day_and_month_can_be_said()
    {
        Assert.Equal(Utc(2019, 3, 4), Account("id;screen_name;created_at\n1;a;03/04/2019\n", new() { MonthFirst = true }).CreatedAt);
        Assert.Equal(Utc(2019, 4, 3), Account("id;screen_name;created_at\n1;a;03/04/2019\n", new() { MonthFirst = false }).CreatedAt);
    }

    [Fact]
    public void Nobody_is_created_after_being_seen()
    {
        var steps = Accounts("id,screen_name,created_at,probe_at\n1,a,2020-01-01,2019-01-01\n");
        Assert.Equal((2L, ReadingCode.FutureDate, "created_at"), Problem(steps[0]));
        Assert.Equal((null, Utc(2019, 1, 1)), (steps[1].Value!.Account.CreatedAt, steps[1].Value!.Account.ObservedAt));
    }

    [Fact]
    public void Wrong_types_cost_their_field_only()
    {
        var steps = Accounts("""{"id":"1","screen_name":"a","followers_count":"many","friends_count":-3,"statuses_count":{"x":[1]},"listed_count":"12","verified":"peut-être","favourites_count":2.5}""");
        Assert.Equal(
            [(1L, ReadingCode.WrongType, "followers"), (1L, ReadingCode.NegativeCount, "friends"), (1L, ReadingCode.WrongType, "posts"), (1L, ReadingCode.WrongType, "verified"), (1L, ReadingCode.WrongType, "favourites")],
            steps.Take(5).Select(Problem));
        Assert.Equal(new() { Network = Network.Twitter, Id = "1", Handle = "a", Listed = 12 }, steps[5].Value!.Account);
    }

    [Fact]
    public void Broken_lines_are_said_with_their_number_and_the_others_are_read()
    {
        var steps = Accounts("{\"id\":\"1\",\"screen_name\":\"a\"}\n{\"id\":\"2\",\"screen_name\":\n\nrubbish\n{\"hello\":1}\n{\"delete\":{\"status\":{}}}\n{\"id\":\"3\",\"screen_name\":\"c\"}");
        Assert.Equal([1L, 7], steps.Where(s => s.Value is not null).Select(s => s.Line));
        Assert.Equal([(2L, ReadingCode.BrokenJson, null), (4L, ReadingCode.BrokenJson, null), (5L, ReadingCode.UnknownObject, null), (6L, ReadingCode.ControlMessage, null)],
            steps.Where(s => s.Problem is not null).Select(Problem));
    }

    [Fact]
    public void A_first_line_that_is_broken_does_not_hide_the_others() =>
        Assert.Equal([(ReadingCode?)ReadingCode.BrokenJson, null], Accounts("{\"id\":\"2\",\"screen_name\":\n{\"id\":\"1\",\"screen_name\":\"a\"}\n").Select(s => s.Problem?.Code));

    [Fact]
    public void A_line_of_10_megabytes_is_passed_over_without_being_kept()
    {
        using var stream = new Endless("{\"id\":\"1\",\"screen_name\":\"a\"}\n{\"id\":\"2\",\"description\":\"", 10_000_000, "\"}\n{\"id\":\"3\",\"screen_name\":\"c\"}\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var steps = AccountReader.Read(stream, new() { MaxLineBytes = 1 << 20 }).ToList();
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 6_000_000);
        Assert.Equal(["1", null, "3"], steps.Select(s => s.Value?.Account.Id));
        Assert.Equal((2L, ReadingCode.TooLong, null), Problem(steps[1]));
        Assert.Equal(3, steps[2].Line);
    }

    [Theory]
    [InlineData("[{\"id\":\"1\",\"screen_name\":\"a\"},\n{\"id\":\"2\",\"description\":\"", "\"},\n{\"id\":\"3\",\"screen_name\":\"c\"}]")]
    [InlineData("id,screen_name,followers\n1,a,1\n2,", ",3\n3,c,1\n")]
    [InlineData("id,screen_name,followers\n1,a,1\n2,\"", "\",3\n3,c,1\n")]
    public void So_is_a_long_value_of_a_list_or_of_a_table(string before, string after)
    {
        using var stream = new Endless(before, 3_000_000, after);
        var steps = AccountReader.Read(stream, new() { MaxLineBytes = 1 << 16 }).ToList();
        Assert.Equal(["1", null, "3"], steps.Select(s => s.Value?.Account.Id));
        Assert.Equal(ReadingCode.TooLong, steps[1].Problem!.Code);
    }

    [Fact]
    public void A_list_larger_than_memory_is_read_one_by_one()
    {
        var one = """{"id":"1","screen_name":"a","description":"DESC"}""".Replace("DESC", new('x', 500), StringComparison.Ordinal);
        var list = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat(one, 2000)) + "]");
        Assert.Equal(2000, AccountReader.Read(new MemoryStream(list), new() { MaxLineBytes = 4096 }).Count(s => s.Value is not null));
    }

    [Fact]
    public void A_quote_never_closed_costs_one_line()
    {
        var steps = Accounts("id,screen_name,description,followers\n1,a,\"jamais fermé,3\n2,b,ok,4\n3,c,\"fermé\",5\n4,d,ok,6\n");
        Assert.Equal(["2", "3", "4"], steps.Where(s => s.Value is not null).Select(s => s.Value!.Account.Id));
        Assert.Equal(2, Assert.Single(steps, s => s.Problem is not null).Line);
    }

    [Fact]
    public void A_line_with_too_few_or_too_many_fields_is_passed_over_and_a_repeated_header_is_not_an_account()
    {
        var steps = Accounts("id,screen_name,followers\n1,a\n2,b,3,4\n3,c,5\nid,screen_name,followers\n4,d,6,,\n\n");
        Assert.Equal(["3", "4"], steps.Where(s => s.Value is not null).Select(s => s.Value!.Account.Id));
        Assert.Equal([(2L, ReadingCode.WrongColumns, null), (3L, ReadingCode.WrongColumns, null)], steps.Where(s => s.Problem is not null).Select(Problem));
    }

    [Fact]
    public void Unknown_networks_and_labels_are_said_and_invent_nothing()
    {
        var steps = Accounts("network,id,username,followers,label\nOrkut,1,a,2,unsure\nbluesky,2,b,3,0\n");
        Assert.Equal([(2L, ReadingCode.UnknownNetwork, "network"), (2L, ReadingCode.UnknownLabel, "label")], steps.Take(2).Select(Problem));
        Assert.Equal((Network.Other, null), (steps[2].Value!.Account.Network, steps[2].Value!.Label));
        Assert.Equal((Network.Bluesky, AccountLabel.Human), (steps[3].Value!.Account.Network, steps[3].Value!.Label));
    }

    [Fact]
    public void Other_encodings_are_read()
    {
        const string Text = "id;screen_name;name;followers\n1;a;Zoé;2\n";
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 })
        {
            Assert.Equal("Zoé", Sound(Assert.Single(Accounts([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]))).Account.DisplayName);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void An_empty_file_gives_nothing(string text) => Assert.Empty(Accounts(text));

    [Theory]
    [InlineData("bonjour\n")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("PK\u0003\u0004\u0000\u0000")]
    public void A_file_of_another_kind_is_refused_in_one_sentence(string text) =>
        Assert.Equal(ReadingCode.UnknownFormat, Assert.Single(Accounts(text)).Problem!.Code);

    [Fact]
    public void Posts_do_not_pass_for_accounts_nor_accounts_for_posts()
    {
        Assert.Equal(ReadingCode.UnknownFormat, Assert.Single(Accounts("set,lang,id,author_id,created_at,text\n4,fr,p,a,2024-03-16,bonjour\n")).Problem!.Code);
        Assert.Equal(ReadingCode.UnknownFormat, Assert.Single(Read.Posts("user_id,screen_name,created_at,followers_count\n1,a,2024-03-16,3\n")).Problem!.Code);
        Assert.Equal(ReadingCode.UnknownObject, Assert.Single(Accounts("{\"id\":\"5\",\"text\":\"bonjour\",\"author_id\":\"7\",\"created_at\":\"2024-03-16\"}")).Problem!.Code);
        Assert.Equal(ReadingCode.UnknownObject, Assert.Single(Read.Posts("{\"id\":\"5\",\"screen_name\":\"a\",\"created_at\":\"2024-03-16\"}")).Problem!.Code);
    }

    /// <summary>Two texts, and between them as many letters as wanted.</summary>
    sealed class Endless(string before, int letters, string after) : Stream
    {
        readonly byte[] _before = Encoding.UTF8.GetBytes(before);
        readonly byte[] _after = Encoding.UTF8.GetBytes(after);
        int _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && _at < _before.Length + letters + _after.Length; read++, _at++)
            {
                buffer[offset + read] = _at < _before.Length ? _before[_at] : _at < _before.Length + letters ? (byte)'x' : _after[_at - _before.Length - letters];
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
