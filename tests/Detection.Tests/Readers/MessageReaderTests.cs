using System.Text;
using CsCheck;

namespace Beffroi.Detection.Tests.Readers;

public sealed class MessageReaderTests
{
    const string Status = """{"id":"1","created_at":"2026-11-20T10:00:00Z","content":"<p>bonjour</p>","account":{"id":"7","acct":"alice","followers_count":3}}""";

    [Fact]
    public void A_message_gives_its_posts_and_accounts_each_time_that_it_comes()
    {
        var reader = new MessageReader();
        for (var turn = 1; turn <= 3; turn++)
        {
            var step = Assert.Single(reader.Posts(Encoding.UTF8.GetBytes(Status)));
            Assert.Equal((turn, "bonjour", "7"), (step.Line, step.Value!.Text, step.Value.AccountId));
            Assert.Equal(3, Assert.Single(reader.Accounts(Encoding.UTF8.GetBytes(Status))).Value!.Account.Followers);
        }
    }

    [Fact]
    public void A_message_longer_than_may_be_is_said()
    {
        var reader = new MessageReader(new() { MaxLineBytes = 1024 });

        Assert.Equal(ReadingCode.TooLong, Assert.Single(reader.Posts(new byte[1025])).Problem!.Code);
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Select(Gen.Int[0, Status.Length], Gen.Byte.Array[0, 6]).Array[1, 5].Sample(changes =>
    {
        var bytes = Encoding.UTF8.GetBytes(Status);
        foreach (var (at, put) in changes)
        {
            bytes = [.. bytes[..Math.Min(at, bytes.Length)], .. put, .. bytes[Math.Min(at + 1, bytes.Length)..]];
        }

        var reader = new MessageReader();
        Assert.NotEmpty(reader.Posts(bytes));
        Assert.NotEmpty(reader.Accounts(bytes));
    });
}
