using System.Text;
using static Beffroi.Detection.Tests.Read;

namespace Beffroi.Detection.Tests;

public sealed class CompressedTests
{
    static readonly byte[] Lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{{\"id\":\"{i * 7919}\",\"screen_name\":\"compte{i}\"}}\n")));

    [Fact]
    public void A_packed_file_is_known_by_its_first_bytes() => Assert.Equal(3000, Accounts(Packed(Lines)).Count(s => s.Value is not null));

    [Fact]
    public void Packed_files_put_end_to_end_are_one()
    {
        Assert.Equal(6000, Accounts([.. Packed(Lines), .. Packed(Lines)]).Count(s => s.Value is not null));
    }

    [Fact]
    public void A_bomb_is_stopped()
    {
        var bomb = Packed(new byte[64 << 20]);
        Assert.True(bomb.Length < 1 << 20);
        Assert.Equal(ReadingCode.UnknownFormat, Accounts(bomb)[^1].Problem!.Code);

        var letters = new byte[64 << 20];
        letters.AsSpan().Fill((byte)'a');
        "{\"id\":\""u8.CopyTo(letters);
        var steps = Accounts(Packed(letters));
        Assert.Equal(ReadingCode.Bomb, steps[^1].Problem!.Code);
        Assert.DoesNotContain(steps, s => s.Value is not null);
    }

    [Fact]
    public void A_file_beyond_the_size_allowed_is_stopped_after_what_was_read()
    {
        var steps = Accounts(Packed(Lines), new() { MaxExpandedBytes = 100_000 });
        Assert.Equal(ReadingCode.Bomb, steps[^1].Problem!.Code);
        Assert.InRange(steps.Count, 1, 3000);
    }

    [Fact]
    public void A_bomb_in_a_packed_file_is_not_opened() => Assert.Equal(ReadingCode.Bomb, Assert.Single(Accounts(Packed(Packed(Lines)))).Problem!.Code);

    [Fact]
    public void A_file_cut_short_is_said()
    {
        var packed = Packed(Lines);
        var steps = Accounts(packed[..(packed.Length / 2)]);
        Assert.Equal(ReadingCode.Truncated, steps[^1].Problem!.Code);
        Assert.Contains(steps, s => s.Value is not null);
    }

    [Fact]
    public void A_damaged_file_is_said()
    {
        var packed = Packed(Lines);
        packed.AsSpan(20, 200).Fill(0xFF);
        Assert.Contains(Accounts(packed)[^1].Problem!.Code, new[] { ReadingCode.BadGzip, ReadingCode.Truncated });
    }
}
