using System.Text;
using CsCheck;

namespace Beffroi.Detection.Tests;

/// <summary>Whatever the bytes, a reader never throws, and its counts add up.</summary>
public sealed class FuzzTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 200_000 : 2500;
    static readonly ReadingOptions Small = new() { MaxLineBytes = 2048, Now = Read.Utc(2026, 1, 1) };

    static readonly string[] Sound =
    [
        """{"id":12345678901234567,"id_str":"12345678901234567","name":"Maya","screen_name":"maya","created_at":"Wed Aug 27 13:08:45 +0000 2008","followers_count":1,"friends_count":2,"verified":false,"entities":{"url":{"urls":[]}}}""" + "\n",
        """{"data":[{"id":"5","text":"un","author_id":"7","created_at":"2024-01-01T00:00:00.000Z","referenced_tweets":[{"type":"quoted","id":"2"}]}],"includes":{"users":[{"id":"7","username":"lou","public_metrics":{"tweet_count":3}}]}}""" + "\n",
        """{"did":"did:plc:a","time_us":1725911162329308,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k1","record":{"createdAt":"2024-09-09T19:46:02.102Z","langs":["fr"],"text":"lire","embed":{"record":{"uri":"at://x"}}}}}""" + "\n",
        """{"id":"99","created_at":"2024-01-01T00:00:00.000Z","content":"<p>Vu &amp; lu <a href=\"https://exemple.fr\">x</a></p>","account":{"id":"109","acct":"gare","note":"<p>x</p>","bot":true,"statuses_count":4}}""" + "\n",
        "[\n {\"did\":\"did:plc:a\",\"handle\":\"a.example\",\"labels\":[{\"val\":\"bot\"}]},\n {\"id\":\"1\",\"screen_name\":\"b\"}\n]\n",
        "dataset,id,screen_name,created_at,followers_count,description,label\nessai,1,a,2015-10-17T22:35:31Z,3,\"deux\nlignes\",bot\nessai,2,b,1551675967000L,,,human\n",
        "id;author_id;created_at;text;urls\n1;2;3/14/2019 5:06;\"bon;jour\";[https://a.fr]\n2;3;2019-03-04;;\n",
    ];

    [Fact]
    public void Damaged_files() => Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Int[1, 3], Gen.Int[0, int.MaxValue]).Sample((which, copies, seed) =>
        Check(Damaged(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sound[which], copies))), new(seed))), iter: Runs);

    [Fact]
    public void Damaged_packed_files() => Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Int[0, int.MaxValue]).Sample((which, seed) =>
        Check(Damaged(Read.Packed(Encoding.UTF8.GetBytes(Sound[which])), new(seed))), iter: Runs / 5);

    [Fact]
    public void Bytes_at_random() => Gen.Byte.Array[0, 300].Sample(Check, iter: Runs);

    [Fact]
    public void Characters_that_matter_at_random() => Gen.Char["{}[]\",;:\n\\ 0e-\t|u'id\"screen_name\"a"].Array[0, 200].Sample(
        text => Check(Encoding.UTF8.GetBytes(text)), iter: Runs);

    [Fact]
    public void Dates_at_random() => Gen.Char["0123456789-/:TZ+., LeEMarGMT"].Array[0, 42].Sample(text =>
    {
        // Read or refused, and what is read stays within what a date can be.
        var code = InstantText.Read(Encoding.UTF8.GetBytes(text), null, out var instant);
        Assert.True(code is not null ? instant == default : instant.Offset == TimeSpan.Zero);
    }, iter: 4 * Runs);

    [Fact]
    public void Sound_lines_all_come_back_whatever_stands_between_them() => Gen.Byte.Array[0, 60].Array[1, 6].Sample(rubbish =>
    {
        // What stands between may make a second value on its own line, but never takes a sound line away.
        var sound = Encoding.UTF8.GetBytes("{\"id\":\"1\",\"screen_name\":\"a\"}\n");
        byte[] file = [.. sound, .. rubbish.SelectMany(r => r.Where(b => b is not ((byte)'\n' or 0)).Append((byte)'\n').Concat(sound))];
        var found = AccountReader.Read(new MemoryStream(file), Small).Count(s => s.Value is { Account.Id: "1" });
        Assert.Equal(rubbish.Length + 1, found);
    }, iter: Runs / 5);

    static void Check(byte[] file)
    {
        Count(AccountReader.Read(new MemoryStream(file), Small), file);
        Count(PostReader.Read(new MemoryStream(file), Small), file);
    }

    static void Count<T>(IEnumerable<Reading<T>> steps, byte[] file)
        where T : class
    {
        var lines = file is [0x1F, 0x8B, ..] ? long.MaxValue : 1L + file.Count(b => b == (byte)'\n');
        var tally = new ReadingTally(1, kept: int.MaxValue);
        long values = 0, problems = 0, last = 1;
        foreach (var step in steps)
        {
            Assert.NotEqual(step.Value is null, step.Problem is null);
            Assert.Equal(step.Line, step.Problem?.Line ?? step.Line);
            Assert.InRange(step.Line, last, lines);
            last = step.Line;
            tally.Count(step);
            (values, problems) = step.Value is null ? (values, problems + 1) : (values + 1, problems);
        }

        Assert.Equal((values, problems), (tally.Values, tally.Counts.Values.Sum()));
        Assert.Equal(problems, tally.Problems.Count + tally.Counts.GetValueOrDefault(ReadingCode.Repeated) + tally.Counts.GetValueOrDefault(ReadingCode.ControlMessage));
        Assert.InRange(tally.Share, 0, 1);
    }

    static byte[] Damaged(byte[] bytes, Random random)
    {
        var file = bytes.ToList();
        for (var n = random.Next(1, 5); n > 0 && file.Count > 0; n--)
        {
            var at = random.Next(file.Count);
            switch (random.Next(5))
            {
                case 0: file[at] = (byte)random.Next(256); break;
                case 1: file.RemoveRange(at, Math.Min(random.Next(1, 30), file.Count - at)); break;
                case 2: file.InsertRange(at, file.Skip(at).Take(random.Next(1, 40)).ToList()); break;
                case 3: file.RemoveRange(at, file.Count - at); break;
                default: file.InsertRange(at, Enumerable.Repeat((byte)random.Next(32, 127), random.Next(1, 3000))); break;
            }
        }

        return [.. file];
    }
}
