using System.Text;

namespace Beffroi.Accounts.Tests.Rules;

/// <summary>The published vectors: RFC 6238, appendix B (SHA-1, eight digits, of which six are the last), and RFC 4648, section 10.</summary>
public sealed class TimedCodeTests
{
    static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string eight) =>
        Assert.Equal(eight[2..], TimedCode.Of(Key, TimedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_the_standard_writes_them(string bytes, string text) => Assert.Equal(text, Base32.Of(Encoding.ASCII.GetBytes(bytes)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_differ_by_one_step(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = TimedCode.Of(Key, TimedCode.StepAt(now.AddSeconds(seconds)));
        Assert.Equal(taken, TimedCode.Find(Key, code, after: 0, now) is not null);
    }

    [Fact]
    public void A_code_seen_once_is_refused_and_so_are_those_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = TimedCode.StepAt(now);
        Assert.Null(TimedCode.Find(Key, TimedCode.Of(Key, step), after: step, now));
        Assert.Null(TimedCode.Find(Key, TimedCode.Of(Key, step - 1), after: step, now));
        Assert.Equal(step + 1, TimedCode.Find(Key, TimedCode.Of(Key, step + 1), after: step, now));
    }
}
