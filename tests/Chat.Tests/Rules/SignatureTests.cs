using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Rules.Webhooks;

namespace Beffroi.Chat.Tests.Rules;

public sealed class SignatureTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);
    static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    static readonly byte[] Other = [.. Enumerable.Range(2, 32).Select(i => (byte)i)];
    static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"événement"}""");

    [Fact]
    public void The_signature_is_the_HMAC_SHA256_of_the_time_a_dot_and_the_body() =>
        Assert.Equal($"t=1795687200,v1={Convert.ToHexStringLower(HMACSHA256.HashData(Key, (byte[])[.. "1795687200."u8, .. Body]))}", HookSignature.Sign([Key], Body, Now));

    [Fact]
    public void A_signature_made_elsewhere_is_accepted()
    {
        // printf '1795687200.{}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0102…20
        var header = "t=1795687200,v1=" + Openssl;
        Assert.Equal(SignatureVerdict.Valid, HookSignature.Check(header, Key, "{}"u8, Now));
    }

    const string Openssl = "109205ffc31329f63814a04c3118aca75903f2cc7f7c16643db2e7b7730eabd0";

    [Fact]
    public void Another_key_body_or_time_is_wrong()
    {
        var header = HookSignature.Sign([Key], Body, Now);
        Assert.Equal(SignatureVerdict.Valid, HookSignature.Check(header, Key, Body, Now));
        Assert.Equal(SignatureVerdict.Wrong, HookSignature.Check(header, Other, Body, Now));
        Assert.Equal(SignatureVerdict.Wrong, HookSignature.Check(header, Key, [.. Body, 32], Now));
        Assert.Equal(SignatureVerdict.Wrong, HookSignature.Check(header.Replace("t=1795687200", "t=1795687201", StringComparison.Ordinal), Key, Body, Now));
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            byte[] changed = [.. Body];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(SignatureVerdict.Wrong, HookSignature.Check(header, Key, changed, Now));
        }
    }

    [Theory]
    [InlineData(0, SignatureVerdict.Valid)]
    [InlineData(300, SignatureVerdict.Valid)]
    [InlineData(301, SignatureVerdict.Stale)]
    [InlineData(-300, SignatureVerdict.Valid)]
    [InlineData(-301, SignatureVerdict.Stale)]
    public void A_delivery_is_taken_within_five_minutes(int later, SignatureVerdict verdict) =>
        Assert.Equal(verdict, HookSignature.Check(HookSignature.Sign([Key], Body, Now), Key, Body, Now.AddSeconds(later)));

    [Fact]
    public void While_a_key_changes_both_are_accepted()
    {
        var header = HookSignature.Sign([Other, Key], Body, Now);
        Assert.Equal(SignatureVerdict.Valid, HookSignature.Check(header, Key, Body, Now));
        Assert.Equal(SignatureVerdict.Valid, HookSignature.Check(header, Other, Body, Now));
        Assert.Throws<ArgumentException>(() => HookSignature.Sign([new byte[16]], Body, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=1")]
    [InlineData("v1=00")]
    [InlineData("t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=1,t=2,v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=99999999999999999,v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=1,v1=ZZ00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t=1;v1=0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_header_that_cannot_be_read_is_said_so(string? header) =>
        Assert.Equal(SignatureVerdict.Unreadable, HookSignature.Check(header, Key, Body, Now));

    [Fact]
    public void The_secret_of_a_webhook_is_kept_as_a_hash_and_only_it_is_right()
    {
        using var random = RandomNumberGenerator.Create();
        var (secret, other) = (HookSecret.Make(random), HookSecret.Make(random));
        var kept = HookSecret.Hash(secret);
        Assert.Matches("^[A-Za-z0-9_-]{32}$", secret);
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        Assert.True(HookSecret.IsRight(secret, kept));
        Assert.All(new[] { null, "", other, kept, secret + " ", secret[..^1], new string('x', 1000) }, wrong => Assert.False(HookSecret.IsRight(wrong, kept)));
    }
}
